import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { internal, withEdition } from "../../../dashboards/reading/editions/edition.ts";
import { shortTitle } from "../../../dashboards/reading/facts/indicator_words.ts";
import { loadSite } from "../../../dashboards/reading/facts/site.ts";
import { briefPage } from "../../../dashboards/site/pages/brief.ts";
import { documentOf } from "../../../dashboards/site/pages/layout.ts";
import {
  beyondTheirFrames,
  browser,
  hasBrowser,
  madeAt,
  openStage,
  pages,
  type Stage,
} from "../chromium.ts";
import { type FixtureRows, fixtureRows, writeWarehouse } from "../fixture.ts";
import { vi } from "../texts.ts";

const hasReader = spawnSync("pdftotext", ["-v"]).error === undefined;
const isReady = hasBrowser && hasReader;

test.skipIf(isReady || !process.env["CI"])(
  "Chromium and pdftotext are here, as CI must have them",
  () => {
    expect({ hasBrowser, hasReader }).toEqual({ hasBrowser: true, hasReader: true });
  },
);

/** How many sheets the pages of the test's ward may take; one, where nothing is said. */
const mostSheets: Record<string, number> = {
  // what changed is unfolded on paper: a table of its own before the cards
  "index.html": 2,
  "indicators/hi_coverage.html": 5,
  "indicators/housing_units.html": 2,
  "data.html": 2,
  "method.html": 2,
  // the fixture has every column of every mart since their contracts write it: six sheets before
  "catalogue.html": 9,
};

describe.skipIf(!isReady)(`on A4 (skipped where ${browser} or pdftotext is missing)`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test.each(pages)("%s prints every row of every table, its letters inside", async (page) => {
    const { tab } = await stage.open(page);
    const rows = await tab.evaluate(() =>
      [...document.querySelectorAll("tbody tr")].map((row) => {
        const printed = row.cloneNode(true) as HTMLElement;
        for (const unseen of printed.querySelectorAll("svg, summary")) unseen.remove();
        return printed.textContent ?? "";
      }),
    );
    await tab.emulateMedia({ media: "print" });
    await tab.setViewportSize({ width: Math.floor((186 / 25.4) * 96), height: 1000 });
    expect(await beyondTheirFrames(tab)).toEqual([]);
    const heading = await tab.locator("h1").textContent();
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await tab.close();
    const { text, fonts, sheets, size } = readPdf(join(stage.folder, "page.pdf"), pdf);
    expect(text).toContain(squeezed(heading ?? ""));
    for (const row of rows) expect(text).toContain(squeezed(row));
    expect(sheets.length).toBeLessThanOrEqual(
      mostSheets[page.replace(/^.*site-public\/|en\//g, "")] ?? 1,
    );
    for (const sheet of sheets) expect(sheet.length, "a sheet nearly empty").toBeGreaterThan(80);
    expect(size).toContain("A4");
    expect(text).not.toContain("\uFFFD");
    expect(fonts.join()).toContain("+BeVietnamPro");
    for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +yes +\d+ +0$/);
  });

  test("the brief of sixty indicators, half of them behind, still is one sheet", async () => {
    const path = join(stage.folder, "crowded.duckdb");
    await writeWarehouse(path, crowdedRows());
    const site = await withEdition(path, internal, (edition) => loadSite(edition, madeAt));
    const context = { site, text: vi };
    writeFileSync(join(stage.site, "crowded.html"), documentOf(briefPage(context), context));
    const { tab } = await stage.open("crowded.html");
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await tab.close();
    const { text, sheets } = readPdf(join(stage.folder, "page.pdf"), pdf);
    expect(sheets).toHaveLength(1);
    for (const view of site.indicators) expect(text).toContain(squeezed(shortTitle(view, vi)));
  });

  test("what is folded on a screen stands open on paper", async () => {
    const { tab } = await stage.open("indicators/hi_coverage.html");
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await tab.close();
    const { text } = readPdf(join(stage.folder, "page.pdf"), pdf);
    expect(text).toContain(squeezed("Tháng 1/2023"));
    expect(text).toContain(squeezed("thêm 1.000 người"));
  });
});

/** The test's ward with sixty indicators, long and short names in turn, half of them behind. */
function crowdedRows(): FixtureRows {
  const rows = fixtureRows();
  const [indicator = {}, judged = {}] = [rows.indicators[0], rows.progress[0]];
  const ids = Array.from({ length: 60 - rows.indicators.length }, (_, n) => `MORE_${n + 1}`);
  const named = ids.map((indicator_id, n) => ({
    ...{ ...indicator, indicator_id },
    title_vi: `Tỷ lệ điểm di tích${n % 4 < 2 ? ", cơ sở kinh doanh không dùng nhựa một lần" : ""} ${n}`,
  }));
  const standing = ids.map((indicator_id, n) =>
    n % 2 === 0
      ? { ...judged, indicator_id, status: "on_track", reason_code: "ahead_of_path" }
      : { ...judged, indicator_id },
  );
  const indicators = [...rows.indicators, ...named];
  return { ...rows, indicators, progress: [...rows.progress, ...standing] };
}

/** What a PDF says, without any white space: lines break elsewhere on paper. */
function readPdf(path: string, pdf: Uint8Array) {
  writeFileSync(path, pdf);
  const ask = (tool: string, ...args: string[]) => {
    return spawnSync(tool, [...args, path, ...(tool === "pdftotext" ? ["-"] : [])], {
      encoding: "utf8",
    }).stdout;
  };
  const text = ask("pdftotext", "-raw");
  return {
    text: squeezed(text),
    sheets: text.split("\f").slice(0, -1).map(squeezed),
    fonts: ask("pdffonts").trim().split("\n").slice(2),
    size: /^Page size: .*/m.exec(ask("pdfinfo"))?.[0] ?? "",
  };
}

function squeezed(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}
