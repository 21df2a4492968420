import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../../../dashboards/main.ts";
import { type FixtureRows, fixtureRows, writeWarehouse } from "../../fixture.ts";
import { decodedText, filesIn } from "../../outputs.ts";
import {
  type DownloadedFigures,
  downloadedFigures,
  publicationOfDownload,
} from "./downloaded_figures.ts";
import { randomOf } from "./random.ts";
import { narrowedIn, secretsOf } from "./secrets.ts";
import type { Counts, Town } from "./towns.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const areas = ["01", "02", "03", "04", "05", "06"].map((number) => `le_chan_tdp_${number}`);
const town = insuredTown();
const downloads: Record<string, DownloadedFigures>[] = [];

beforeAll(async () => {
  const memory = join(folder, "memory.json");
  for (const [index, counts] of town.publications.entries()) {
    const warehouse = join(folder, `${index}.duckdb`);
    await writeWarehouse(warehouse, warehouseRows(counts));
    await buildSite({
      ...{ warehouse, out: siteOf(index), now: new Date("2026-11-23T19:14:00Z") },
      has_png: false,
      memory: { before: memory, after: memory, key: new Uint8Array(32).fill(7) },
    });
    downloads.push(downloadedFigures(siteOf(index), "HI_COVERAGE"));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("every kind of file shows the same figures and hides the same", () => {
  for (const { csv, excel, arrow, mart } of downloads) {
    expect(csv?.size).toBeGreaterThan(20);
    expect([...(csv?.values() ?? [])].filter((figure) => figure === null).length).toBeGreaterThan(
      5,
    );
    expect(excel).toEqual(csv);
    expect(arrow).toEqual(csv);
    expect(mart).toEqual(csv);
  }
});

test("from the files of three publications no small rest can be worked out", () => {
  const publications = downloads.map(({ csv }) => publicationOfDownload(csv ?? new Map()));
  expect(secretsOf(town).length).toBeGreaterThan(15);
  expect(narrowedIn(town, publications).map(({ words }) => words)).toEqual([]);
});

test("no file of a publication has a hidden number in its words, pictures or metadata", () => {
  for (const [index, { csv }] of downloads.entries()) {
    const numbers = hiddenNumbers(town.publications[index] as Counts, csv ?? new Map());
    expect(numbers.length).toBeGreaterThan(10);
    const found = new RegExp(`(?<![\\d.,])(?:${numbers.join("|")})(?!\\d)`);
    for (const file of filesIn(siteOf(index))) {
      expect(found.exec(decodedText(siteOf(index), file)), file).toBeNull();
    }
  }
});

function siteOf(index: number): string {
  return join(folder, `site-${index}`);
}

/** Insured people of all people, nearly all in some places; the second publication has a month more, and both later ones revise. */
function insuredTown(): Town {
  const random = randomOf(11);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const leaves: Counts = new Map();
  const draw = (area: string, month: string) => {
    const whole = 3001 + upTo(5000);
    leaves.set(`all ${area} ${month}`, whole);
    leaves.set(`part ${area} ${month}`, whole - (random() < 0.4 ? 1 + upTo(8) : 30 + upTo(400)));
  };
  for (const month of ["07", "08", "09"]) for (const area of areas) draw(area, month);
  const publications = [withWard(leaves)];
  for (const area of areas) draw(area, "10");
  draw(areas[0] as string, "08");
  publications.push(withWard(leaves));
  draw(areas[3] as string, "09");
  draw(areas[0] as string, "08");
  publications.push(withWard(leaves));
  return {
    rules: { ward: "le_chan", areas, spans: [], partOf: { part: "all" } },
    limit: 9,
    publications,
  };
}

function withWard(leaves: Counts): Counts {
  const all = new Map(leaves);
  for (const [name, value] of leaves) {
    const [measure, , month] = name.split(" ");
    const total = `${measure} le_chan ${month}`;
    all.set(total, (all.get(total) ?? 0) + value);
  }
  return all;
}

function warehouseRows(counts: Counts): FixtureRows {
  const rows = fixtureRows();
  const [template] = rows.observations.filter((row) => row["indicator_id"] === "HI_COVERAGE");
  const places = [...counts.keys()].filter((name) => name.startsWith("part "));
  const insured = places.map((name) => {
    const [, area_id = "", month = ""] = name.split(" ");
    const numerator = counts.get(name) as number;
    const denominator = counts.get(name.replace("part", "all")) as number;
    const period_end = new Date(Date.UTC(2026, Number(month), 0)).toISOString().slice(0, 10);
    const value = (100 * numerator) / denominator;
    return {
      ...template,
      area_id,
      period_start: period_end,
      period_end,
      value,
      numerator,
      denominator,
    };
  });
  const others = rows.observations.filter((row) => row["indicator_id"] !== "HI_COVERAGE");
  return { ...rows, observations: [...others, ...insured] };
}

/** Counts and percentages of hidden places, as they would be written in either language. */
function hiddenNumbers(counts: Counts, figures: DownloadedFigures): string[] {
  const hidden = [...figures].flatMap(([name, figure]) => (figure === null ? name : []));
  return hidden.flatMap((name) => {
    const [part, whole] = [counts.get(`part ${name}`), counts.get(`all ${name}`)] as [
      number,
      number,
    ];
    const [, decimals] = ((100 * part) / whole).toFixed(3).split(".") as [string, string];
    const written = [part, whole].map((count) => `${count}`.replace(/(\d+)(\d{3})$/, "$1[.,]?$2"));
    return [...written, `${Math.floor((100 * part) / whole)}[.,]${decimals}`];
  });
}
