import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { serve } from "../../../scripts/bench/kit/serve.ts";
import {
  addressOf,
  beyondTheirFrames,
  browser,
  hasBrowser,
  madeAt,
  openStage,
  pages,
  type Stage,
} from "../chromium.ts";

test.skipIf(hasBrowser || !process.env["CI"])("Chromium is here, as CI must have it", () => {
  expect(hasBrowser, `no Chromium at ${browser}; name one in the variable CHROMIUM`).toBe(true);
});

/** What the pages look like at each width, for whoever wants to see it. */
const pictures = resolve(import.meta.dirname, "../../../.setup/pictures");

describe.skipIf(!hasBrowser)(`in Chromium (skipped where ${browser} is missing)`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(true);
  });
  afterAll(() => stage.close());

  test.each(pages)("%s opens from disk, whole and still, from 320 to 1280 px", async (page) => {
    const { tab, complaints } = await stage.open(page);
    // 640 is also what a screen of 1280 shows at twice the size
    const widths = [320, 390, 640, 768, 1280];
    const seen: number[] = [];
    const beyond: string[] = [];
    const blank: string[] = [];
    await tab.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      const picture = join(pictures, `${page.replaceAll(/\W+/g, "-")}-${width}.jpeg`);
      blank.push(
        ...((await tab.screenshot({ path: picture, quality: 60 })).length < 12_000
          ? [picture]
          : []),
      );
      seen.push(await tab.evaluate(() => document.documentElement.scrollWidth));
      beyond.push(...(await beyondTheirFrames(tab)).map((part) => `at ${width}: ${part}`));
    }
    const look = await tab.evaluate(() => ({
      fonts: [...document.fonts].filter(({ status }) => status === "loaded").length,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    await tab.close();
    expect(complaints).toEqual([]);
    expect(beyond).toEqual([]);
    expect(blank).toEqual([]);
    expect(seen.map((width, index) => width <= (widths[index] as number))).toEqual(
      widths.map(() => true),
    );
    expect(look.fonts).toBeGreaterThan(0);
    expect(look.ground).toBe("rgb(245, 246, 248)");
  });

  const charts = ["", "en/"].flatMap((language) =>
    ["hi_coverage", "si_coverage", "housing_units", "drug_addicts"].flatMap((id) => [
      { page: `${language}indicators/${id}.html`, width: 1280, chart: ".wide" },
      { page: `${language}indicators/${id}.html`, width: 390, chart: ".narrow" },
    ]),
  );

  test.each(charts)("$page at $width px has no label cut or upon another", async (one) => {
    const { tab } = await stage.open(one.page);
    await tab.setViewportSize({ width: one.width, height: 900 });
    const drawings = await tab.evaluate((chart) => {
      return [...document.querySelectorAll(`.chart ${chart} svg`)].map((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const cut = left < frame.left || right > frame.right || top < frame.top;
          return { text: text.textContent, left, right, top, bottom, cut };
        });
      });
    }, one.chart);
    await tab.close();
    expect(drawings.length).toBeGreaterThan(0);
    for (const boxes of drawings) {
      expect(boxes.length).toBeGreaterThan(5);
      expect(boxes.filter(({ cut }) => cut)).toEqual([]);
      expect(overlapping(boxes)).toEqual([]);
    }
  });

  test("the slider says what a pace leads to, and draws it", async () => {
    const { tab, complaints } = await stage.open("indicators/hi_coverage.html");
    const said = tab.locator("output");
    await tab.locator("input[type=range]").focus();
    for (const key of ["Home", "ArrowRight", "ArrowRight"]) await tab.keyboard.press(key);
    const row = tab.locator(".what-if-box tbody tr").nth(2);
    expect(await said.textContent()).toBe(await row.getAttribute("data-said"));
    expect(await said.textContent()).toMatch(/^thêm [\d.]+ người → 9\d,\d% vào 31\/12\/2030; /);
    const shown = await tab.evaluate(() =>
      [...document.querySelectorAll(".what-if")]
        .filter((line) => getComputedStyle(line).display !== "none")
        .map((line) => line.getAttribute("class")),
    );
    expect(shown).toEqual(["what-if pace-2 chosen", "what-if pace-2 chosen"]);
    await tab.close();
    expect(complaints).toEqual([]);
  });

  test("without scripts the paces stand as a table and nothing is missing", async () => {
    const plain = await stage.context.browser()?.newContext({ javaScriptEnabled: false });
    const tab = await (plain ?? stage.context).newPage();
    await tab.goto(addressOf(stage.site, "indicators/hi_coverage.html"));
    expect(await tab.locator(".slider").isVisible()).toBe(false);
    await tab.locator(".what-if-box summary").first().click();
    expect(await tab.locator(".what-if-box tbody tr").count()).toBe(15);
    expect(await tab.locator(".what-if-box tbody tr").nth(12).isVisible()).toBe(true);
    expect(await tab.locator("aside.age").isVisible()).toBe(false);
    await tab.close();
    await plain?.close();
  });

  test("a link keeps language, area and period, and hands them on", async () => {
    const fragment = "area=le_chan_tdp_03&period=2026-08";
    const { tab, complaints } = await stage.open(`indicators/hi_coverage.html#${fragment}`);
    const chosen = () =>
      tab.evaluate(() => [...document.querySelectorAll(".chosen-place")].map(({ id }) => id));
    expect(await chosen()).toEqual(["area=le_chan_tdp_03", "period=2026-08"]);
    await tab.locator("a[hreflang]").click();
    await tab.waitForURL(/\/en\/indicators\/hi_coverage\.html#/);
    expect(tab.url().split("#")[1]).toBe(fragment);
    expect(await chosen()).toEqual(["area=le_chan_tdp_03", "period=2026-08"]);
    expect(await tab.locator("html").getAttribute("lang")).toBe("en");
    await tab.close();
    expect(complaints).toEqual([]);
  });

  test.each([
    ["on the day itself", 10, null],
    ["after a night without refresh", 40, "amber"],
    ["after a week without refresh", 170, "red"],
  ])("%s the reader's clock tells how old the page is", async (_, hours, colour) => {
    const { tab } = await stage.open("index.html", (page) =>
      page.clock.setFixedTime(new Date(+madeAt + hours * 3_600_000)),
    );
    const warning = tab.locator("aside.age");
    expect(await warning.isVisible()).toBe(colour !== null);
    if (colour) {
      expect(await warning.getAttribute("class")).toBe(`age ${colour}`);
      expect(await warning.textContent()).toContain(`Đã ${Math.floor(hours / 24)} ngày`);
    }
    await tab.close();
  });

  test("every download of a chart arrives as the file that the site holds", async () => {
    // From disk a browser shows what it can show; a server's files it saves as the link asks.
    const server = await serve(stage.folder);
    onTestFinished(() => server.close());
    const online = await stage.context.browser()?.newContext();
    const tab = await (online as BrowserContext).newPage();
    await tab.goto(`${server.address}indicators/hi_coverage.html`);
    const links = tab.locator("figure a[download]");
    const endings: string[] = [];
    for (const link of await links.all()) {
      const [arrived] = await Promise.all([tab.waitForEvent("download"), link.click()]);
      const name = arrived.suggestedFilename();
      endings.push(name.split(".").at(-1) ?? "");
      const file = readFileSync(join(stage.site, "data", name));
      expect(readFileSync(await arrived.path()).equals(file), name).toBe(true);
    }
    await online?.close();
    expect(endings).toEqual("csv xlsx arrow svg png csv xlsx arrow svg png".split(" "));
  });

  test("links lead from the overview to the section, the indicator, its unit and back", async () => {
    const { tab, complaints } = await stage.open("index.html");
    const way = [
      ["tr.section a[href^='sections/']", "sections/2.1.6.html"],
      ["a[href$='indicators/hi_coverage.html']", "indicators/hi_coverage.html"],
      [".panel a[href*='units/']", "units/health_office.html"],
      ["header nav a", "index.html"],
    ] as const;
    for (const [link, page] of way) {
      await tab.locator(link).first().click();
      await tab.waitForURL(addressOf(stage.site, page));
      expect((await tab.locator("h1").textContent())?.length).toBeGreaterThan(10);
    }
    await tab.close();
    expect(complaints).toEqual([]);
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
