import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../../../dashboards/main.ts";
import { contractFor } from "../../../../dashboards/reading/contract/contracts.ts";
import { marts } from "../../../../dashboards/reading/contract/marts.generated.ts";
import type { MartRow } from "../../../../dashboards/reading/contract/marts.ts";
import { hasShownNeighbourhoods } from "../../../../dashboards/reading/editions/neighbourhood_states.ts";
import { releaseRules } from "../../../../dashboards/reading/editions/release_rules.ts";
import { root } from "../../../../lib/store/home.ts";
import { writeWarehouse } from "../../fixture.ts";

describe("what nobody has decided on", () => {
  test.each(["__proto__", "fct_people"])("a mart named %s is an error", (mart) => {
    expect(() => contractFor(mart, ["indicator_id"])).toThrow(
      `models/models/marts/${mart}.yml: chưa ai quyết định`,
    );
    expect(() => contractFor(mart, ["indicator_id"])).toThrow(
      new RegExp(`then npm run contract: marts\\.${mart}$`),
    );
  });

  test.each(["head_name", "constructor"])("a column %s is an error that names it", (column) => {
    expect(() => contractFor("dim_agencies", ["agency_id", column])).toThrow(
      new RegExp(`dim_agencies\\.yml: .* marts\\.dim_agencies\\.${column}$`),
    );
  });
});

describe("a public edition of a warehouse with something new in it", () => {
  const folder = mkdtempSync(join(tmpdir(), "policies-"));
  const out = join(folder, "site");
  const memory = { before: join(folder, "memory.json"), after: join(folder, "memory.json") };
  const build = (warehouse: string) =>
    buildSite({
      warehouse: join(folder, warehouse),
      out,
      now: new Date("2026-11-23T19:14:00Z"),
      memory: { ...memory, key: new Uint8Array(32) },
    });
  beforeAll(async () => {
    for (const name of ["known", "mart", "column"]) await writeWarehouse(join(folder, name));
    await run(join(folder, "mart"), "create table marts.fct_people as select 'An' as full_name");
    await run(join(folder, "column"), "alter table marts.dim_areas add column head_name varchar");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["mart", "marts.fct_people"],
    ["column", "marts.dim_areas.head_name"],
  ])("is not built for a new %s, and the last one stands", async (warehouse, offender) => {
    await build("known");
    const before = readFileSync(join(out, "data", "catalog.json"), "utf8");
    await expect(build(warehouse)).rejects.toThrow(offender);
    expect(readFileSync(join(out, "data", "catalog.json"), "utf8")).toBe(before);
    expect(existsSync(`${out}.building`)).toBe(false);
  });
});

describe("a hidden figure in a whole table", () => {
  const place = {
    ...{ indicator_id: "CRIME_SERIOUS", area_id: "le_chan", frequency: "month" },
    ...{ period_start: "2026-09-15", period_end: "2026-10-14", is_sample: false },
  };
  const row = {
    ...place,
    ...{ value: 3, numerator: 3, denominator: 40, value_low: 2.5, value_high: 3.5 },
    ...{ assumed_share: 0.333, received_at: "2026-11-05T00:00:00Z", maturity: "final" },
  };

  test("keeps its place and nothing else", () => {
    const hidden = [row as unknown as MartRow<"observations">];
    const areas = { ward: "le_chan", neighbourhoods: new Set<string>() };
    const nothing = { registry: [], shown: [], withheld: new Set<string>() };
    const decided = { ...nothing, areas, hidden };
    const rest = Object.keys(row).filter((name) => !(name in place));
    expect(releaseRules(decided, true)(marts.observations)(row)).toEqual({
      ...place,
      ...Object.fromEntries(rest.map((name) => [name, null])),
    });
    expect(releaseRules(decided, false)(marts.observations)(row)).toBeNull();
  });
});

describe("results of an indicator with a hidden figure of the ward", () => {
  const areas = { ward: "le_chan", neighbourhoods: new Set<string>() };
  const own = { indicator_id: "CRIME_SERIOUS", area_id: "le_chan", frequency: "month" };
  const registry = [{ ...own, section_id: "2.1.10" }] as unknown as MartRow<"indicators">[];
  const august = { ...own, period_start: "2026-08-01", period_end: "2026-08-31", value: 41 };
  const decided = {
    ...{ registry, areas, hidden: [], withheld: new Set(["CRIME_SERIOUS"]) },
    shown: [august] as unknown as MartRow<"observations">[],
  };
  const judged = { ...own, status: "off_track", gap: 3, latest_value: 40 };

  test("are a status and a target, and the newest value as far as it is published", () => {
    const rule = releaseRules(decided, false)(marts.progress);
    const told = { ...own, status: "off_track", gap: null };
    const shown = { ...judged, latest_period_end: "2026-08-31" };
    expect(rule(shown)).toEqual({ ...told, latest_period_end: "2026-08-31", latest_value: 41 });
    const hidden = { ...judged, latest_period_end: "2026-09-30" };
    expect(rule(hidden)).toEqual({ ...told, latest_period_end: "2026-09-30", latest_value: null });
  });

  test("are not there where no column may be told", () => {
    const row = { ...own, slope_per_year: 0.7 };
    expect(releaseRules(decided, false)(marts.trends)(row)).toBeNull();
    const open = { ...decided, withheld: new Set<string>() };
    expect(releaseRules(open, false)(marts.trends)(row)).toEqual(row);
  });
});

describe("by neighbourhood", () => {
  const seeds = Papa.parse<Record<string, string>>(
    readFileSync(join(root, "data", "programme", "indicators.csv"), "utf8"),
    { header: true, skipEmptyLines: true },
  ).data;

  test("no indicator that counts what the police report is shown", () => {
    const police = seeds.filter((row) =>
      [row["numerator_form"], row["denominator_form"]].some((form) =>
        /^police_(crime|drugs|callup)$/.test(form ?? ""),
      ),
    );
    expect(police.length).toBeGreaterThan(8);
    expect(police.filter((row) => hasShownNeighbourhoods(sourcesOf(row)))).toEqual([]);
  });

  test("one that counts them is withheld whoever answers for it; coverage of residents is shown", () => {
    const office = { agency_id: "health_station", section_id: "2.1.6" };
    const crime = { numerator_id: "police_crime:cases:serious", denominator_id: "X:denominator" };
    expect(hasShownNeighbourhoods({ ...office, ...crime })).toBe(false);
    const coverage = seeds.find((row) => row["indicator_id"] === "HI_COVERAGE") ?? {};
    expect(hasShownNeighbourhoods(sourcesOf(coverage))).toBe(true);
  });
});

function sourcesOf(row: Record<string, string>) {
  return {
    agency_id: row["agency_id"] ?? null,
    section_id: row["section_id"] ?? "",
    numerator_id: `${row["numerator_form"]}:${row["numerator_measures"]}:`,
    denominator_id: `${row["denominator_form"]}:${row["denominator_measures"]}:`,
  };
}

async function run(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}
