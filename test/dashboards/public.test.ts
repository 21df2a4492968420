import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { read as readWorkbook, utils } from "@e965/xlsx";
import { tableFromIPC } from "apache-arrow";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../dashboards/main.ts";
import { type FixtureRows, fixtureRows, writeWarehouse } from "./fixture.ts";
import { hostile } from "./hostile.ts";
import { decodedText, filesIn, pagesIn, parseStrictly, readText, visibleText } from "./outputs.ts";
import { poisoned } from "./poison.ts";

const folder = mkdtempSync(join(tmpdir(), "public-"));
const now = new Date("2026-11-23T19:14:00Z");
const out = join(folder, "site");
const latest = "2026-10-31";

beforeAll(() => build("site", wardRows()));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the public edition", () => {
  test("has no page, table or word of internal indicators, files, rejects, lineage or runs", () => {
    for (const path of ["indicators/drug_addicts.html", "lineage.html", "runs.html"]) {
      expect(existsSync(join(out, path)), path).toBe(false);
    }
    const tables = [
      "files",
      "rejects",
      "questions",
      "lineage",
      "revisions",
      "quality",
      "explanations",
    ];
    for (const file of filesIn(out)) {
      const text = decodedText(out, file);
      expect(text, file).not.toMatch(/drug_addicts|người nghiện ma túy có hồ sơ|drug addicts/i);
      expect(text, file).not.toMatch(/T10\.2026|Thẻ còn hạn|mat khau|31\/02\/2026|T8 sua|D9:D93/);
      expect(text, file).not.toMatch(/giải trình|unit's explanation|thiếu cán bộ|Vì sao số của/i);
      for (const table of tables) expect(text, file).not.toContain(`fct_${table}`);
    }
  });

  test("marks hidden figures, says why, and keeps the others", () => {
    const page = visibleText(out, "indicators/hi_coverage.html");
    expect(page).toContain("3 tổ có số kỳ mới nhất được ẩn");
    expect(page).toContain("Tổ 5 ẩn");
    expect(page).toContain("ẩn: số đếm từ 1 đến 4");
    expect(page).toContain("Tổ 1 ");
    expect(visibleText(out, "en/indicators/hi_coverage.html")).toContain("No. 5 hidden");
    const crime = visibleText(out, "indicators/crime_offences.html");
    expect(crime).toContain("Tháng 8/2026 ẩn");
    expect(crime).toContain("Tháng 9/2026 41");
    expect(visibleText(out, "data.html")).toContain("Vì sao có số được ẩn");
  });

  test("never shows police figures by neighbourhood", () => {
    for (const file of filesIn(out).filter((name) => name.includes("crime_offences"))) {
      expect(decodedText(out, file), file).not.toMatch(/le_chan_tdp|Tổ dân phố \d|Tổ \d/);
    }
  });

  test("has no figure of a former ward, from whose totals today's could be taken apart", () => {
    const files = filesIn(out).filter((name) => !/dim_areas|catalogue/.test(name));
    for (const file of files)
      expect(decodedText(out, file), file).not.toMatch(/an_bien_cu|87[.,]65/);
  });

  test("holds nothing that was computed from a hidden figure of the ward", () => {
    for (const file of filesIn(out)) expect(decodedText(out, file), file).not.toMatch(/37[.,]91/);
  });

  test("keeps every hidden number out of every text, picture, table and workbook", () => {
    expect(hiddenNumbers.length).toBeGreaterThan(4);
    for (const file of filesIn(out)) {
      const text = decodedText(out, file);
      for (const number of hiddenNumbers) expect(text, `${file}: ${number}`).not.toMatch(number);
    }
  });

  test("gives places without numbers in CSV, Excel, Arrow and the whole table", () => {
    const isPlace = (row: Record<string, unknown>) =>
      row["area_id"] === "le_chan_tdp_05" && String(dayOf(row["period_end"])) === latest;
    const csv = Papa.parse<Record<string, string>>(readText(out, "data/hi_coverage.csv").slice(1), {
      header: true,
    }).data.filter(isPlace);
    expect(csv).toMatchObject([{ value: "", numerator: "", denominator: "", is_hidden: "true" }]);
    const book = readWorkbook(readFileSync(join(out, "data/hi_coverage.xlsx")));
    const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets["Số liệu"] ?? {});
    expect(sheet.filter(isPlace)[0]).toMatchObject({ is_hidden: true });
    expect(sheet.filter(isPlace)[0]).not.toHaveProperty("value");
    for (const file of ["data/hi_coverage.arrow", "data/marts/fct_observations.arrow"]) {
      const rows = tableFromIPC(readFileSync(join(out, file)))
        .toArray()
        .map((row) => row.toJSON());
      const found = rows.filter((row) => row["indicator_id"] === "HI_COVERAGE" && isPlace(row));
      expect(found, file).toHaveLength(1);
      expect(found[0], file).toMatchObject({ value: null, numerator: null, denominator: null });
    }
  });

  test("draws no point and no stroke where a figure is hidden", () => {
    const page = readText(out, "indicators/crime_offences.html");
    const lines = [...page.matchAll(/<path[^>]* d="(M[^"]*)"[^>]*>/g)].map(([, d = ""]) => d);
    const broken = lines.filter((line) => (line.match(/M/g) ?? []).length === 2);
    expect(broken.length).toBe(2);
  });

  test("has links that lead somewhere and pictures that are strict XML", () => {
    for (const page of pagesIn(out)) {
      const source = readText(out, page);
      for (const [, address = ""] of source.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const [path = ""] = address.split("#");
        const target = path === "" ? join(out, page) : resolve(out, dirname(page), path);
        expect(existsSync(target), `${page}: ${address}`).toBe(true);
      }
      expect(source).not.toMatch(/undefined|NaN|\[object/);
    }
    for (const svg of filesIn(out).filter((name) => name.endsWith(".svg"))) {
      parseStrictly(readText(out, svg));
    }
  });

  test("draws no picture but of an SVG file beside it, with no words of its own", () => {
    const pictures = filesIn(out).filter((name) => name.endsWith(".png"));
    expect(pictures.length).toBeGreaterThan(0);
    for (const file of pictures) {
      expect(existsSync(join(out, file.replace(/png$/, "svg"))), file).toBe(true);
      expect([...new Set(chunksOf(readFileSync(join(out, file))))], file).toEqual(drawn);
    }
  });

  test("remembers no hidden number, and hides the same again", async () => {
    const memory = readFileSync(join(folder, "site.memory.json"), "utf8");
    expect(memory).toContain("le_chan_tdp_05|month");
    expect(memory).not.toMatch(/\b1903\b|\b3\b(?!["|-])/);
    const before = readText(out, "data/hi_coverage.csv");
    await build("site", wardRows());
    expect(readText(out, "data/hi_coverage.csv")).toBe(before);
  });
});

describe.each(hostile)("%j in every text of the warehouse", (text) => {
  test.each(["internal", "public"])(
    "leaves no harm in any file of the %s edition",
    async (edition) => {
      const site = await build(
        `hostile-${edition}`,
        poisoned(wardRows(), text),
        edition === "public",
        false,
      );
      for (const file of filesIn(site)) expectHarmless(site, file);
    },
  );
});

function expectHarmless(site: string, file: string): void {
  const text = decodedText(site, file);
  if (file.endsWith(".html")) {
    expect(text, file).not.toMatch(/<script(?! src="[./]*assets\/site\.js" defer><\/script>)/i);
    expect(text, file).not.toMatch(/<img|<x>|<svg onload| on(?:load|error)="/i);
    expect(text, file).not.toMatch(/(?:href|src)="\s*javascript/i);
    for (const [svg] of text.matchAll(/<svg .*?<\/svg>/gs)) parseStrictly(svg);
  }
  if (file.endsWith(".svg")) {
    parseStrictly(text);
    expect(text, file).not.toMatch(/<script|<foreignObject| on\w+="|href="\s*javascript/i);
  }
  if (file.endsWith(".csv")) {
    for (const row of Papa.parse<string[]>(text.slice(1)).data) {
      for (const cell of row) expect(cell, file).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)/);
    }
  }
  if (file.endsWith(".xlsx")) {
    expect(text, file).not.toMatch(/<f[ >]|<hyperlink|javascript:[^<]*"/);
    const parts = unzipSync(readFileSync(join(site, file)));
    for (const [name, bytes] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(name)) parseStrictly(new TextDecoder().decode(bytes));
    }
  }
  if (file.endsWith(".json")) expect(JSON.parse(text), file).toBeTypeOf("object");
  if (file.endsWith(".arrow"))
    expect(tableFromIPC(readFileSync(join(site, file))).numCols).toBeGreaterThan(0);
}

/** A ward with small counts: in one neighbourhood four are not insured, and there were three cases in a month. */
function wardRows(): FixtureRows {
  const rows = fixtureRows();
  const insured = rows.observations.map((row) =>
    row["indicator_id"] === "HI_COVERAGE" && row["period_end"] === latest ? mended(row) : row,
  );
  const [template] = rows.observations.filter((row) => row["indicator_id"] === "DRUG_ADDICTS");
  const cases = [52, 47, 3, 41, 38].map((value, index) => ({
    ...template,
    ...{ indicator_id: "CRIME_OFFENCES", frequency: "month", value },
    period_start: `2026-0${index + 6}-01`.replace("2026-010", "2026-10"),
    period_end: `2026-0${index + 6}-14`.replace("2026-010", "2026-10"),
  }));
  const [addicts] = rows.indicators.filter((row) => row["indicator_id"] === "DRUG_ADDICTS");
  const crime = {
    ...addicts,
    ...{ indicator_id: "CRIME_OFFENCES", title_vi: "Tội phạm", title_en: "Offences" },
    ...{ unit: "cases", unit_vi: "vụ", unit_en: "cases", frequency: "month", sort_order: 290 },
    ...{
      numerator_id: "cases",
      denominator_id: "none",
      definition_vi: "Số vụ",
      definition_en: "Cases",
    },
  };
  const [progress] = rows.progress;
  const [projection] = rows.projections;
  const computed = { indicator_id: "CRIME_OFFENCES", frequency: "month", projected_at_due: 37.91 };
  return {
    ...rows,
    indicators: [
      ...rows.indicators.map((row) =>
        row["indicator_id"] === "DRUG_ADDICTS" ? { ...row, visibility: "internal" } : row,
      ),
      crime,
    ],
    observations: [
      ...insured,
      ...cases,
      ...cases.map((row) => ({ ...row, area_id: "le_chan_tdp_04", value: 2 })),
      ...insured.slice(0, 3).map((row) => ({ ...row, area_id: "an_bien_cu", value: 87.65 })),
    ],
    areas: [...rows.areas, { ...rows.areas[0], area_id: "an_bien_cu", level: "old_ward" }],
    progress: [
      ...rows.progress,
      { ...progress, ...computed, latest_period_end: "2026-10-14", latest_value: 38, gap: 37.91 },
    ],
    projections: [...rows.projections, { ...projection, ...computed, value: 37.91 }],
  };
}

/** Neighbourhood 5 has 1,903 insured of 1,907; number 6 has 1,931 of 1,977. */
function mended(row: Record<string, unknown>): Record<string, unknown> {
  const counts = { le_chan_tdp_05: [1903, 1907] }[String(row["area_id"])];
  if (!counts) return row;
  const [numerator, denominator] = counts as [number, number];
  return { ...row, numerator, denominator, value: (100 * numerator) / denominator };
}

/** The numbers that must be nowhere: the small one and its share. */
const hiddenNumbers = [
  /\b1[.,]?903\b/,
  /\b1[.,]?907\b/,
  /\b99[.,]79/,
  /\b99[.,]8\b/,
  /\b0[.,]20975/,
];

// A PNG's chunks that hold the picture; texts and dates would be in others.
const drawn = ["IHDR", "IDAT", "IEND"];

function chunksOf(png: Buffer): string[] {
  const names: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    names.push(png.toString("latin1", at + 4, at + 8));
  }
  return names;
}

function dayOf(value: unknown): string {
  return typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : String(value);
}

async function build(
  name: string,
  rows: FixtureRows,
  isPublic = true,
  hasPng = true,
): Promise<string> {
  const warehouse = join(folder, `${name}.duckdb`);
  const memory = join(folder, `${name}.memory.json`);
  rmSync(warehouse, { force: true });
  await writeWarehouse(warehouse, rows);
  await buildSite({
    warehouse,
    out: join(folder, name),
    now,
    has_png: hasPng,
    memory: isPublic ? { before: memory, after: memory, key: new Uint8Array(32).fill(7) } : null,
  });
  return join(folder, name);
}
