import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  beyondTheirFrames,
  browser,
  families,
  hasBrowser,
  openStage,
  type Stage,
} from "./chromium.ts";

const hasReader = spawnSync("pdftotext", ["-v"]).error === undefined;
const isReady = hasBrowser && hasReader;

test.skipIf(isReady || !process.env["CI"])(
  "Chromium and pdftotext are here, as CI must have them",
  () => {
    expect({ hasBrowser, hasReader }).toEqual({ hasBrowser: true, hasReader: true });
  },
);

describe.skipIf(!isReady)(`on A4 (skipped where ${browser} or pdftotext is missing)`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test.each(families)("%s prints every row of every table, its letters inside", async (page) => {
    const { tab } = await stage.open(page);
    const rows = await tab.evaluate(() =>
      [...document.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => (cell as HTMLElement).textContent ?? ""),
      ),
    );
    await tab.emulateMedia({ media: "print" });
    await tab.setViewportSize({ width: Math.floor((186 / 25.4) * 96), height: 1000 });
    expect(await beyondTheirFrames(tab)).toEqual([]);
    const heading = await tab.locator("h1").textContent();
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await tab.close();
    const { text, fonts } = readPdf(join(stage.folder, "page.pdf"), pdf);
    expect(text).toContain(squeezed(heading ?? ""));
    for (const [first = ""] of rows) expect(text).toContain(squeezed(first));
    expect(text).not.toContain("\uFFFD");
    expect(fonts.join()).toContain("+BeVietnamPro");
    for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +yes +\d+ +0$/);
  });

  test("the brief is one sheet of A4, and everything stands open on paper", async () => {
    const { tab } = await stage.open("brief.html");
    const brief = readPdf(
      join(stage.folder, "brief.pdf"),
      await tab.pdf({ preferCSSPageSize: true }),
    );
    expect(brief.pages).toBe(1);
    expect(brief.size).toContain("A4");
    await tab.goto(tab.url().replace("brief.html", "indicators/hi_coverage.html"));
    const page = readPdf(join(stage.folder, "hi.pdf"), await tab.pdf({ preferCSSPageSize: true }));
    await tab.close();
    expect(page.text).toContain(squeezed("Tháng 1/2023"));
    expect(page.text).toContain(squeezed("thêm 1.000 người"));
    expect(page.pages).toBeLessThan(9);
  });
});

/** What a PDF says, without any white space: lines break elsewhere on paper. */
function readPdf(path: string, pdf: Uint8Array) {
  writeFileSync(path, pdf);
  const ask = (tool: string, ...args: string[]) => {
    return spawnSync(tool, [...args, path, ...(tool === "pdftotext" ? ["-"] : [])], {
      encoding: "utf8",
    }).stdout;
  };
  const info = ask("pdfinfo");
  return {
    text: squeezed(ask("pdftotext", "-raw")),
    fonts: ask("pdffonts").trim().split("\n").slice(2),
    pages: Number(/^Pages: +(\d+)/m.exec(info)?.[1]),
    size: /^Page size: .*/m.exec(info)?.[0] ?? "",
  };
}

function squeezed(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}
