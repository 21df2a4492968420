import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { column, file, type Rows } from "./land.ts";
import { type Built, build, dbt, query } from "./warehouse.ts";

/** The ward's offences and how many were cleared by police month of 2026; May was never sent. */
const police: [month: number, cases: number, cleared: number][] = [
  [1, 10, 5],
  [2, 20, 20],
  [3, 10, 10],
  [4, 8, 8],
  [6, 7, 7],
  [7, 6, 3],
  [8, 5, 5],
  [9, 4, 4],
  [10, 3, 3],
];
const insured: [end: string, people: number][] = [
  ["2026-07-31", 550],
  ["2026-08-31", 555],
];
const visitors: [quarter: number, people: number][] = [
  [1, 100],
  [2, 200],
  [3, 50],
];

let built: Built;
beforeAll(async () => {
  built = await build(figures);
  expect(built.code, built.output).toBe(0);
});

describe("values of whole periods, by hand", () => {
  it("flows add up; what is missing is told and not guessed", async () => {
    expect(await valuesOf("CRIME_OFFENCES")).toEqual({
      "2026": [73, "9/12", false],
      "2026-H1": [55, "5/6", false],
      "2026-H2": [18, "4/6", false],
      "2026-Q1": [40, "3/3", true],
      "2026-Q2": [15, "2/3", false],
      "2026-Q3": [15, "3/3", true],
      "2026-Q4": [3, "1/3", false],
    });
    expect(await valuesOf("HERITAGE_VISITORS")).toEqual({
      "2026": [350, "3/4", false],
      "2026-H1": [300, "2/2", true],
      "2026-H2": [50, "1/2", false],
      "2026-Q1": [100, "1/1", true],
      "2026-Q2": [200, "1/1", true],
      "2026-Q3": [50, "1/1", true],
    });
  });

  it("ratios come from the sums of their parts: 35 of 40, where the mean of the months is 83.3", async () => {
    const cleared = await valuesOf("CRIME_CLEARED");
    expect(cleared["2026-Q1"]).toEqual([87.5, "3/3", true]);
    expect(cleared["2026-Q3"]).toEqual([80, "3/3", true]);
    expect(cleared["2026"]?.[0]).toBeCloseTo((100 * 65) / 73, 10);
  });

  it("stocks take the last, and are whole only where the last month is there", async () => {
    const coverage = await valuesOf("HI_COVERAGE");
    expect(coverage["2026-Q3"]).toEqual([(100 * 555) / 610, "2/3", false]);
    const [quarter] = await built.query(
      `select method, period_start, period_end, numerator, denominator
       from marts.fct_period_values where area_id = 'le_chan'
       and indicator_id = 'HI_COVERAGE' and period_label = '2026-Q3'`,
    );
    expect(quarter).toEqual({
      method: "last",
      period_start: "2026-08-31",
      period_end: "2026-08-31",
      numerator: 555,
      denominator: 610,
    });
  });

  it("police months keep their days and count where they end", async () => {
    const [year] = await built.query(
      `select period_start, period_end from marts.fct_period_values
       where indicator_id = 'CRIME_OFFENCES' and period_label = '2026'`,
    );
    expect(year).toEqual({ period_start: "2025-12-15", period_end: "2026-10-14" });
  });
});

describe("what changed since the report of the third quarter", () => {
  it("tells newer figures, another status and figures of the past that are others now", async () => {
    expect(await changeOf(built.query, "CRIME_OFFENCES")).toEqual({
      ...{ since_kind: "report", since_date: "2026-09-30", report_period: "2026-Q3" },
      ...{ report_number: "45/BC-UBND", report_date: null, report_known_by: "2026-10-10" },
      ...{ period_end_before: "2026-09-14", value_before: 5, status_before: "on_track" },
      ...{ period_end_after: "2026-10-14", value_after: 3, status_after: "no_target" },
      ...{ is_new: true, is_status_changed: true, n_revised: 2, last_revised: "2026-09-14" },
    });
  });

  it("says nothing of what stands as it was told", async () => {
    expect(await changeOf(built.query, "HERITAGE_VISITORS")).toMatchObject({
      ...{ value_before: 50, value_after: 50, is_new: false, is_status_changed: false },
      n_revised: 0,
    });
  });

  it("keeps what the report told", async () => {
    expect(
      await built.query(
        `select report_id, period_label, latest_value, status from marts.fct_reported_figures
         where indicator_id = 'CRIME_OFFENCES'`,
      ),
    ).toEqual([{ report_id: 1, period_label: "2026-Q3", latest_value: 5, status: "on_track" }]);
  });
});

describe("the same figures looked back at from the end of September", () => {
  let ask: Built["query"];
  beforeAll(() => {
    const { folder } = built;
    const chosen = [
      "--select",
      "+fct_observations",
      "+fct_progress",
      "+fct_period_values",
      "+fct_changes",
      "--resource-type",
      "model",
    ];
    const standpoint = { folder, as_of: "2026-09-30", known_by: "2026-11-24" };
    const { code, output } = dbt(["build", ...chosen], standpoint);
    expect(code, output).toBe(0);
    ask = (sql) => query(join(folder, "w.duckdb"), sql);
  });

  it("leave out what is of October, but not what came in October about September", async () => {
    const [offences] = await ask(
      `select max(period_end) as newest, count(*)::integer as n from marts.fct_observations
       where indicator_id = 'CRIME_OFFENCES'`,
    );
    expect(offences).toEqual({ newest: "2026-09-14", n: 8 });
    const [quarter] = await ask(
      `select value from marts.fct_period_values
       where indicator_id = 'CRIME_OFFENCES' and period_label = '2026-Q3'`,
    );
    expect(quarter).toEqual({ value: 15 });
    const [last] = await ask(
      "select count(*)::integer as n from marts.fct_period_values where period_label = '2026-Q4'",
    );
    expect(last).toEqual({ n: 0 });
  });

  it("count changes from the quarter before, as the report being made is none yet", async () => {
    expect(await changeOf(ask, "CRIME_OFFENCES")).toMatchObject({
      ...{ since_kind: "quarter_end", since_date: "2026-06-30", report_period: null },
      ...{ period_end_before: "2026-06-14", value_before: 7, status_before: null },
      ...{ period_end_after: "2026-09-14", value_after: 4, is_new: true },
      ...{ is_status_changed: false, n_revised: 1, last_revised: "2026-06-14" },
    });
  });

  it("are judged at that day, with the figure of the year that ran", async () => {
    const rows = await ask(
      `select indicator_id, as_of, latest_period_end, latest_value from marts.fct_progress
       where area_id = 'le_chan' and indicator_id in ('CRIME_OFFENCES', 'DEFENCE_CALLUP')
       order by indicator_id`,
    );
    const as_of = "2026-09-30";
    const shared = { as_of, latest_period_end: "2026-09-14", latest_value: 4 };
    expect(rows).toEqual([
      { indicator_id: "CRIME_OFFENCES", ...shared },
      {
        ...shared,
        indicator_id: "DEFENCE_CALLUP",
        latest_period_end: "2026-12-31",
        latest_value: 96,
      },
    ]);
  });
});

async function changeOf(ask: Built["query"], indicator: string) {
  const [row] = await ask(
    `select * exclude (indicator_id, area_id) from marts.fct_changes
     where indicator_id = '${indicator}'`,
  );
  return row;
}

/** Value, figures there and expected, and whether it is whole, by label. */
async function valuesOf(indicator: string) {
  const rows = await built.query(
    `select period_label, value, n_periods || '/' || n_expected as n, is_complete
     from marts.fct_period_values
     where indicator_id = '${indicator}' and area_id = 'le_chan' order by period_label`,
  );
  return Object.fromEntries(
    rows.map((row) => [row["period_label"], [row["value"], row["n"], row["is_complete"]]]),
  ) as Record<string, [number, string, boolean]>;
}

const two = (number: number) => String(number).padStart(2, "0");
const monthBefore = (month: number) => (month === 1 ? "2025-12" : `2026-${two(month - 1)}`);

const crime = police.flatMap(([month, cases, cleared]) => {
  const sheet = {
    ...{ form: "police_crime", file_hash: `toi_pham_${month}`, frequency: "month", kind: "flow" },
    ...{ category: "social_order", period_start: `${monthBefore(month)}-15` },
    period_end: `2026-${two(month)}-14`,
  };
  return [
    ...column(sheet, "cases", "C", [["le_chan", cases]]),
    ...column(sheet, "cleared", "D", [["le_chan", cleared]]),
  ];
});

const insurance = insured.flatMap(([end, people]) => {
  const sheet = {
    ...{ form: "health_insurance_summary", file_hash: `bhyt_${end}`, frequency: "month" },
    ...{ period_start: end, period_end: end },
  };
  return [
    ...column(sheet, "insured", "D", [["le_chan", people]]),
    ...column(sheet, "population", "C", [["le_chan", 610]]),
  ];
});

const heritage = visitors.flatMap(([quarter, people]) =>
  column(
    {
      ...{ form: "programme_tracking", file_hash: `theo_doi_${quarter}`, frequency: "quarter" },
      ...{ category: "HERITAGE_VISITORS", period_start: `2026-${two(3 * quarter - 2)}-01` },
      period_end: `2026-${two(3 * quarter)}-${quarter === 1 ? 31 : 30}`,
    },
    "value",
    "F",
    [["le_chan", people]],
  ),
);

const callup = {
  ...{ form: "police_callup", file_hash: "giao_quan", frequency: "year", kind: "flow" },
  ...{ period_start: "2026-01-01", period_end: "2026-12-31" },
};

/** What the office had sent of June before it sent another figure in October. */
const replaced = column(
  {
    ...{ form: "police_crime", file_hash: "toi_pham_6_cu", frequency: "month", kind: "flow" },
    ...{ category: "social_order", period_start: "2026-05-15", period_end: "2026-06-14" },
  },
  "cases",
  "C",
  [["le_chan", 9]],
);

const report = {
  ...{ sequence: 1, period_label: "2026-Q3", period_start: "2026-07-01", period_end: "2026-09-30" },
  ...{ as_of: "2026-09-30", known_by: "2026-10-10", report_number: "45/BC-UBND" },
  ...{ is_sample: false, area_id: "le_chan" },
};
const told = (
  indicator_id: string,
  frequency: string,
  latest_period_end: string,
  value: number,
) => ({
  ...{ ...report, indicator_id, frequency, latest_period_end, latest_value: value },
});
const rested = (period_start: string, period_end: string, value: number) => ({
  ...{ sequence: 1, indicator_id: "CRIME_OFFENCES", area_id: "le_chan", frequency: "month" },
  ...{ period_start, period_end, value },
});

const figures: Rows = {
  report_figures: [
    { ...told("CRIME_OFFENCES", "month", "2026-09-14", 5), status: "on_track" },
    { ...told("HERITAGE_VISITORS", "quarter", "2026-09-30", 50), status: "no_target" },
  ],
  report_observations: [
    rested("2026-07-15", "2026-08-14", 5),
    rested("2026-08-15", "2026-09-14", 5),
    // a month that nobody has any more
    rested("2026-04-15", "2026-05-14", 2),
  ],
  files: [
    ...police.map(([month]) => file(`toi_pham_${month}`, "police_crime", "2026-10-18 00:00:00")),
    file("toi_pham_6_cu", "police_crime", "2026-06-18 00:00:00"),
    file("giao_quan", "police_callup", "2026-11-20 00:00:00"),
    ...insured.map(([end]) =>
      file(`bhyt_${end}`, "health_insurance_summary", "2026-09-05 00:00:00"),
    ),
    ...visitors.map(([quarter]) =>
      file(`theo_doi_${quarter}`, "programme_tracking", "2026-10-05 00:00:00"),
    ),
  ],
  observations: [
    ...[...replaced, ...crime, ...insurance, ...heritage],
    ...column(callup, "handed_over", "D", [["le_chan", 96]]),
    ...column(callup, "quota", "C", [["le_chan", 100]]),
  ],
};
