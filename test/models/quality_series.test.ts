import { beforeAll, expect, it } from "vitest";
import { column, file, type Rows, type Sheet } from "./land.ts";
import { type Built, build } from "./warehouse.ts";

const months = Array.from({ length: 12 }, (_, index) => ({
  name: `T${index + 1}`,
  end: new Date(Date.UTC(2025, index + 1, 0)).toISOString().slice(0, 10),
}));

/** Households of twelve months: a usual wave, April a hundred times too high, December as November. */
const households = [500, 503, 501, 50_400, 502, 505, 503, 506, 504, 507, 505, 505];
const stock = (index: number): Sheet => ({
  form: "police_population",
  file_hash: months[index]?.name ?? "",
  frequency: "month",
  period_start: months[index]?.end ?? "",
  period_end: months[index]?.end ?? "",
});
const figures = (index: number) => {
  const other = index === 11 ? 10 : index;
  return [
    ...column(stock(index), "households", "C", [["le_chan_tdp_01", households[index] ?? 0]]),
    ...column(stock(index), "registered_population", "D", [["le_chan_tdp_01", 1700 + other]]),
    ...column(stock(index), "temporary_residents", "E", [["le_chan_tdp_01", 100 + other]]),
    ...column(stock(index), "male", "F", [["le_chan_tdp_01", 850 + other]]),
    ...column(stock(index), "female", "G", [["le_chan_tdp_01", 850]]),
    ...column(stock(index), "temporarily_absent", "H", [["le_chan_tdp_01", 30 + other]]),
  ];
};
const sinceJanuary = (file_hash: string, end: string, value: number) =>
  column(
    {
      form: "police_crime",
      file_hash,
      frequency: "month",
      period_start: "2024-12-15",
      period_end: end,
      kind: "flow_ytd",
      category: "social_order",
    },
    "cases",
    "C",
    [["le_chan", value]],
  );
const drugs: Sheet = {
  form: "police_drugs",
  file_hash: "ma túy",
  frequency: "quarter",
  period_start: "2025-09-15",
  period_end: "2025-12-14",
};
const drugFigures = ["on_file", "outside", "compulsory_treatment", "other_centres"]
  .concat(["in_custody", "users", "hotspots"])
  .flatMap((measure, index) =>
    column(drugs, measure, String.fromCharCode(67 + index), [["le_chan_tdp_01", 0]]),
  );
const rows: Rows = {
  files: [
    ...months.map(({ name, end }) => file(name, "police_population", `${end} 08:00:00`)),
    file("5 tháng", "police_crime", "2025-05-20 08:00:00"),
    file("6 tháng", "police_crime", "2025-06-20 08:00:00"),
    file("ma túy", "police_drugs", "2025-12-20 08:00:00"),
  ],
  observations: [
    ...months.flatMap((_, index) => figures(index)),
    ...sinceJanuary("5 tháng", "2025-05-14", 140),
    ...sinceJanuary("6 tháng", "2025-06-14", 131),
    ...drugFigures,
  ],
};

let built: Built;
beforeAll(async () => {
  built = await build(rows);
});

it("a share of neighbourhoods says of how many it speaks", async () => {
  const [told] = await built.query(
    "select message_en from marts.fct_quality where rule_id = 'areas_not_assessed'",
  );
  expect(told?.["message_en"]).toContain("only 1 of 85 neighbourhoods could be assessed");
});

it("what does not follow from the periods before is told with its cells, and nothing else", async () => {
  const found = await built.query(
    `select rule_id, area_id, period_end, file_name, message_en from marts.fct_quality
     where rule_id in ('jump', 'cumulative_fell', 'same_as_last_period') order by rule_id`,
  );
  expect(found.map(({ message_en: _, ...rest }) => rest)).toEqual([
    {
      rule_id: "cumulative_fell",
      area_id: "le_chan",
      period_end: "2025-06-14",
      file_name: "6 tháng",
    },
    { rule_id: "jump", area_id: "le_chan_tdp_01", period_end: "2025-04-30", file_name: "T4" },
    { rule_id: "same_as_last_period", area_id: null, period_end: "2025-12-31", file_name: "T12" },
  ]);
  const [fell, jump, same] = found.map(({ message_en }) => String(message_en));
  expect(fell).toContain("at Sheet1!C9 against the period to 2025-05-14 at 5 tháng Sheet1!C9");
  expect(jump).toContain("at Sheet1!C9 against the period to 2025-03-31 at T3 Sheet1!C9");
  expect(same).toContain("all 6 figures are those of the period to 2025-11-30");
  const fed = await built.query(
    "select count(*) as n from marts.fct_observations where indicator_id = 'CRIME_OFFENCES'",
  );
  expect(fed).toEqual([{ n: "0" }]);
});
