import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../dashboards/build.ts";
import { writeWarehouse } from "./fixture.ts";

const browser = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isHere = existsSync(browser);
const quiet = [
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run",
  "--disable-background-networking --disable-component-update --disable-sync",
].flatMap((line) => line.split(" "));

test.skipIf(isHere || !process.env["CI"])("Chromium is here, as CI must have it", () => {
  expect(isHere, `no Chromium at ${browser}; name one in the variable CHROMIUM`).toBe(true);
});

describe.skipIf(!isHere)(`in Chromium (skipped where ${browser} is missing)`, () => {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  let context: BrowserContext;

  beforeAll(async () => {
    await writeWarehouse(join(folder, "w.duckdb"));
    const now = new Date("2026-11-23T19:14:00Z");
    await buildSite({ warehouse: join(folder, "w.duckdb"), out: join(folder, "site"), now });
    context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath: browser,
      args: quiet,
      offline: true,
    });
  });

  afterAll(async () => {
    await context?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pages = ["index.html", "indicators/hi_coverage.html", "data.html", "en/index.html"];
  const widths = [320, 390, 1280];
  const cases = pages.flatMap((page) => widths.map((width) => ({ page, width })));

  test.each(cases)("$page at $width px opens from disk, whole and still", async (one) => {
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(`left: ${request.url()}`);
    });
    await tab.setViewportSize({ width: one.width, height: 800 });
    await tab.goto(pathToFileURL(join(folder, "site", one.page)).href);
    const seen = await tab.evaluate(async () => {
      await document.fonts.ready;
      return {
        width: document.documentElement.scrollWidth,
        fonts: [...document.fonts].filter(({ status }) => status === "loaded").length,
        ground: getComputedStyle(document.body).backgroundColor,
      };
    });
    await tab.close();
    expect(complaints).toEqual([]);
    expect(seen.width).toBeLessThanOrEqual(one.width);
    expect(seen.fonts).toBeGreaterThan(0);
    expect(seen.ground).toBe("rgb(245, 246, 248)");
  });

  const charts = ["", "en/"].flatMap((language) =>
    ["hi_coverage", "si_coverage", "housing_units", "drug_addicts"].flatMap((id) => [
      { page: `${language}indicators/${id}.html`, width: 1280, chart: ".wide" },
      { page: `${language}indicators/${id}.html`, width: 390, chart: ".narrow" },
    ]),
  );

  test.each(charts)("$page at $width px has no label cut or upon another", async (one) => {
    const tab = await context.newPage();
    await tab.setViewportSize({ width: one.width, height: 900 });
    await tab.goto(pathToFileURL(join(folder, "site", one.page)).href);
    const boxes = await tab.evaluate(async (chart) => {
      await document.fonts.ready;
      const svg = document.querySelector(`.chart ${chart} svg`) as SVGSVGElement;
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const cut = left < frame.left || right > frame.right || top < frame.top;
        return { text: text.textContent, left, right, top, bottom, cut };
      });
    }, one.chart);
    await tab.close();
    expect(boxes.length).toBeGreaterThan(8);
    expect(boxes.filter(({ cut }) => cut)).toEqual([]);
    expect(overlapping(boxes)).toEqual([]);
  });
});

interface Box {
  text: string | null;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlapping(boxes: Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right)
      .filter((b) => a.top + 2 < b.bottom && b.top + 2 < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
}
