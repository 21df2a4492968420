import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { withPublished } from "../../lib/store/database.ts";
import { PERSONAL_NUMBER, sampleExpectations } from "../../scripts/sample/mess.ts";
import { sampleTruth } from "../../scripts/sample/truth.ts";
import { makeWorld } from "../../scripts/sample/world.ts";
import { heldToMart } from "../dashboards/site/agreement/held.ts";
import { readAll } from "../privacy/traces.ts";
import { cellsOf, sampleFolder } from "../scripts/sample/workbook.ts";
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
    // here Python loads dbt itself, as it does for a person: other tests share one that is loaded
    const args = ["--home", home, "--inbox", emptyInbox];
    first = runCommand("refresh", args, { PYTHONPATH: "" });
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

  it("gives every explanation of the generator, and none that it does not know", async () => {
    const found = await withPublished(home, (ask) =>
      ask(`select indicator_id, area_id, ${label} as period, request,
             strftime(requested_at, '%Y-%m-%d') as requested_at,
             strftime(reply_due_date, '%Y-%m-%d') as reply_due_date,
             reply, strftime(replied_at, '%Y-%m-%d') as replied_at, is_sample
           from marts.fct_explanations`),
    );
    const known = makeWorld().explanations.map(({ replied_by: _, ...explanation }) => {
      return { ...explanation, area_id: "le_chan", is_sample: true };
    });
    const inOrder = (rows: object[]) =>
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    expect(known.length).toBeGreaterThan(5);
    expect(inOrder(found)).toEqual(inOrder(known));
  });

  it("finds a reply in another file than its request, and knows what is overdue", async () => {
    const rows = await withPublished(home, (ask) =>
      ask(`select indicator_id, state, request_file_name, reply_file_name
           from marts.fct_explanations where period_end >= '2026-10-01' or reply is null order by 1`),
    );
    const asked = { request_file_name: "Theo_doi_yeu_cau_giai_trinh.xlsx" };
    const open = { ...asked, reply_file_name: null };
    expect(rows).toEqual([
      { indicator_id: "DRUG_FREE_AREAS", state: "unanswered", ...open },
      {
        ...{ indicator_id: "ENV_WASTE", state: "answered", ...asked },
        reply_file_name: "Theo_doi_kinh_te_ha_tang.xlsx",
      },
      {
        ...{ indicator_id: "HEALTH_PAID", state: "answered", ...asked },
        reply_file_name: "Theo_doi_tram_y_te.xlsx",
      },
      { indicator_id: "HOUSING_INFRA", state: "overdue", ...open },
      {
        ...{ indicator_id: "YOUTH_MEMBER_AWARD", state: "volunteered", request_file_name: null },
        reply_file_name: "Theo_doi_doan_thanh_nien.csv",
      },
    ]);
    const page = readFileSync(join(home, "site", "indicators", "env_waste.html"), "utf8");
    expect(page).toContain("bố trí thêm 2 xe. Đầu mối theo dõi: •••.");
  });

  it.each([
    ["internal", "site"],
    ["public", "site-public"],
  ] as const)(
    "tells one value and one future on every page of the %s edition",
    async (edition, folder) => {
      const warehouse = join(home, "warehouse.duckdb");
      const { pages, problems } = await heldToMart({
        ...{ warehouse, edition, folder: join(home, folder) },
      });
      expect(pages).toBeGreaterThan(50);
      expect(problems).toEqual([]);
    },
  );

  it("hands on no number of a person that stands in an explanation", async () => {
    const file = readFileSync(join(sampleFolder, "Theo_doi_kinh_te_ha_tang.xlsx"));
    expect(JSON.stringify(cellsOf(file))).toContain(PERSONAL_NUMBER);
    const told = await withPublished(home, (ask) =>
      ask(`select severity, cell, found from marts.fct_rejects where rule = 'personal_number'`),
    );
    expect(told).toEqual([{ severity: "warning", cell: "L55", found: "•••" }]);
    const holders: string[] = [];
    for (const folder of ["site", "site-public", "runs", "landed/remarks", "landed/rejects"])
      for await (const { name, text } of readAll(join(home, folder)))
        if (text.replaceAll(".", "").includes(PERSONAL_NUMBER.replaceAll(".", "")))
          holders.push(name);
    expect(holders).toEqual([]);
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

  it("reports a quarter that is over: flows summed, the rest recomputed, as the marts have it", async () => {
    const args = ["--home", home, "--period", "2026-Q3", "--number", "45"];
    const { code, stderr } = runCommand("report", args, { CHROMIUM: "/nowhere" });
    expect(code, stderr).toBe(0);
    const paper = join(home, "reports", "2026-Q3", "bao_cao_2026-Q3.xlsx");
    const sheet = read(readFileSync(paper)).Sheets["Bảng chỉ tiêu"] ?? {};
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, { range: 3, defval: null });
    const printed = new Map(rows.map((row) => [row["Mã chỉ tiêu"], row["Thực hiện"]]));
    const marts = await withPublished(home, (ask) =>
      ask(`select indicator_id, value from marts.fct_period_values
           where area_id = 'le_chan' and period_label = '2026-Q3'`),
    );
    expect(marts.length).toBeGreaterThan(25);
    for (const { indicator_id, value } of marts)
      expect(printed.get(indicator_id), String(indicator_id)).toBe(value);
    const sums = await withPublished(home, (ask) =>
      ask(`select indicator_id, sum(value) as total, count(*)::integer as months
           from marts.fct_observations inner join marts.dim_indicators using (indicator_id)
           where area_id = 'le_chan' and measure_type = 'flow'
           and period_end between '2026-07-01' and '2026-09-30' group by all`),
    );
    expect(sums.map(({ months }) => months).toSorted()).toEqual([1, 1, 3, 3, 3]);
    for (const { indicator_id, total } of sums) expect(printed.get(indicator_id)).toBe(total);
  }, 900_000);

  it("counts changes from that report once it has landed", async () => {
    expect(runCommand("ingest", ["--home", home, "--inbox", emptyInbox]).code).toBe(4);
    expect(runCommand("models", ["--home", home]).code).toBe(0);
    const changes = await withPublished(home, (ask) =>
      ask(`select since_kind, report_period, report_number, bool_or(is_status_changed) as turned,
             sum(n_revised)::integer as revised,
             count_if(is_new and period_end_after > since_date)::integer as newer
           from marts.fct_changes group by all`),
    );
    expect(changes).toEqual([
      {
        ...{ since_kind: "report", report_period: "2026-Q3", report_number: "45/BC-UBND" },
        ...{ turned: false, revised: 0, newer: 11 },
      },
    ]);
  }, 900_000);

  it("tells when warehouse and pages are of different make, and the next refresh makes them agree", () => {
    const apart = runCommand("status", ["--home", home]);
    expect(apart.code).toBe(4);
    expect(apart.stdout).toMatch(/^mismatch\tsite\t.*made of another warehouse/m);
    const refreshed = runCommand("refresh", ["--home", home, "--inbox", emptyInbox]);
    expect(refreshed.code, refreshed.stderr).toBe(0);
    expect(refreshed.stderr).not.toContain("nothing new");
    expect(refreshed.stderr, "models without a date gives what refresh gives").not.toContain(
      "building indicators",
    );
    const agreed = runCommand("status", ["--home", home]);
    expect(agreed.code).toBe(0);
    expect(agreed.stdout).not.toContain("mismatch");
    expect(runCommand("refresh", ["--home", home, "--inbox", emptyInbox]).stderr).toContain(
      "nothing new",
    );
  }, 900_000);

  it("leaves a closing report of every run", () => {
    const runs = globSync("runs/*T*", { cwd: home });
    const reports = runs.map((run) =>
      JSON.parse(readFileSync(join(home, run, "report.json"), "utf8")),
    );
    const commands = new Set(reports.map(({ command }) => command));
    expect([...commands].sort()).toEqual(["ingest", "models", "refresh", "report"]);
  });
});
