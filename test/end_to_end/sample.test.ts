import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withPublished } from "../../pipeline/warehouse.ts";
import { sampleExpectations } from "../../sample/mess.ts";
import { sampleTruth } from "../../sample/truth.ts";
import { freshFolder, runCommand } from "./run.ts";

/** The label under which the generator knows a period. */
const label = `case frequency
    when 'month' then strftime(period_end, '%Y-%m')
    when 'quarter' then strftime(period_end, '%Y') || '-Q' || quarter(period_end)
    else strftime(period_end, '%Y') end`;

const home = freshFolder("home");
const emptyInbox = freshFolder("inbox");

describe("the sample, from files to pages", () => {
  let first: ReturnType<typeof runCommand>;

  beforeAll(() => {
    first = runCommand("refresh", ["--home", home, "--inbox", emptyInbox]);
  });

  it("is refreshed without a failure and says that it is a sample", () => {
    expect(first.code, first.stderr).toBe(0);
    expect(first.stderr).toContain("DỮ LIỆU MẪU");
    expect(first.stderr).toMatch(/site: file:.*\/site\/index\.html/);
  });

  it("gives every true value of the generator, and none that it does not know", async () => {
    const measured = await withPublished(home, (ask) =>
      ask(`select indicator_id, area_id, ${label} as period, value
           from marts.fct_observations where basis <> 'reported' or source <> 'reference'`),
    );
    const truth = sampleTruth();
    const keyOf = (row: { indicator_id: unknown; area_id: unknown; period: unknown }) =>
      `${row.indicator_id} ${row.area_id} ${row.period}`;
    const values = new Map(measured.map((row) => [keyOf(row as never), Number(row["value"])]));
    const lost = new Set(sampleExpectations().lost.map(keyOf));
    const wrong = truth.filter((row) => {
      const value = values.get(keyOf(row));
      if (lost.has(keyOf(row))) return value !== undefined;
      return (
        value === undefined || Math.abs(value - row.value) > 1e-9 * Math.max(1, Math.abs(row.value))
      );
    });
    expect(truth.length).toBeGreaterThan(5_000);
    expect(wrong.map(keyOf)).toEqual([]);
  });

  it("rejects exactly the cells that were spoilt", async () => {
    const rejected = await withPublished(home, (ask) =>
      ask(`select file_name as file, sheet, cell from marts.fct_rejects
           where severity = 'error' order by all`),
    );
    const spoilt = sampleExpectations().bad_cells.map(({ file, sheet, cell }) => ({
      file,
      sheet,
      cell,
    }));
    const inOrder = (cells: object[]) => cells.map((cell) => JSON.stringify(cell)).sort();
    expect(inOrder(rejected)).toEqual(inOrder(spoilt));
  });

  it("accounts for every row of every file", async () => {
    const unaccounted = await withPublished(home, (ask) =>
      ask(`select file_name from marts.fct_files
           where rows_read <> rows_landed + rows_rejected + rows_ignored`),
    );
    expect(unaccounted).toEqual([]);
  });

  it("explains a number down to its cells", () => {
    const { code, stdout } = runCommand("explain", [
      ...["HI_COVERAGE", "Phường Lê Chân", "2026-10", "--home", home],
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/denominator\s+161051/);
    expect(stdout).toContain("BHYT_2026_thang_10.xlsx");
    expect(stdout).toContain("BHYT!D13:D97");
  });

  it("shows all 11 models, and the sample banner on every page that rests on sample data", () => {
    const overview = readFileSync(join(home, "site", "index.html"), "utf8");
    const models = Array.from({ length: 11 }, (_, index) => `2.1.${index + 1}`);
    expect(models.filter((model) => !overview.includes(`>${model}<`))).toEqual([]);
    const pages = globSync("**/*.html", { cwd: join(home, "site") }).filter(
      (page) => !/(?:glossary|runs|models.index)\.html$/.test(page),
    );
    const silent = pages.filter(
      (page) => !/Dữ liệu mẫu|Sample data/.test(readFileSync(join(home, "site", page), "utf8")),
    );
    expect(pages.length).toBeGreaterThan(60);
    expect(silent).toEqual([]);
  });

  it("links the documentation of the models inside, and keeps it from the public", () => {
    const docs = readFileSync(join(home, "site", "models", "index.html"), "utf8");
    expect(docs).toContain("fct_progress");
    const catalogue = readFileSync(join(home, "site", "catalogue.html"), "utf8");
    expect(catalogue).toContain('href="models/index.html"');
    expect(globSync("site-public/models/*", { cwd: home })).toEqual([]);
  });

  it("publishes public indicators only, and of people and cases no count from 1 to 4", async () => {
    const counts = await withPublished(home, (ask) =>
      ask(`select indicator_id, visibility, area_id, strftime(period_end, '%Y-%m-%d') as period_end
           from marts.fct_observations inner join marts.dim_indicators using (indicator_id)
           where unit in ('people', 'cases') and value between 1 and 4 and area_id = 'le_chan'
           or visibility <> 'public' order by all`),
    );
    const files = globSync("site-public/data/*.csv", { cwd: home });
    const lines = new Map(
      files.map((file) => [file, readFileSync(join(home, file), "utf8").split("\r\n")]),
    );
    expect(files.length).toBeGreaterThan(25);
    expect(counts.some(({ indicator_id }) => indicator_id === "CRIME_SERIOUS")).toBe(true);
    for (const { indicator_id, visibility, area_id, period_end } of counts) {
      const file = `site-public/data/${String(indicator_id).toLowerCase()}.csv`;
      const own = lines.get(file)?.filter((line) => line.includes(`,${area_id},`)) ?? [];
      const places = own.filter(
        (line) => line.includes(`,observed,`) && line.includes(`,${period_end},`),
      );
      if (visibility !== "public") expect(lines.has(file), file).toBe(false);
      else
        expect(
          places.map((line) => line.includes(",,true,")),
          file,
        ).toEqual([true]);
    }
    const police = [...lines].filter(([file]) => /crime|law_violations|drug/.test(file)).flat(2);
    expect(police.join("\n")).not.toContain("le_chan_tdp");
  });

  it("finds nothing new the second time and leaves every byte as it is", () => {
    const bytes = (file: string) => readFileSync(join(home, file)).toString("base64");
    const pages = globSync("site/**/*.{html,csv,arrow}", { cwd: home });
    const before = pages.map(bytes);
    const second = runCommand("refresh", ["--home", home, "--inbox", emptyInbox]);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain("nothing new");
    expect(pages.map(bytes)).toEqual(before);
  });

  it("tells what is published", () => {
    const { code, stdout } = runCommand("status", ["--home", home]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^is_sample\ttrue$/m);
    expect(stdout).toMatch(/^indicators\toff_track\t\d+$/m);
  });
});
