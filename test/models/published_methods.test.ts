import { readFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { beforeAll, expect, it } from "vitest";
import { buildGolden, type Entry } from "./golden/build.ts";

/** A series that published methods were worked out for by hand, one year into the five of the programme. */
type Vector = Pick<Entry, "direction" | "bounds" | "kind" | "targets" | "series"> & {
  vector: string;
};

/** What a method says of it: the arithmetic by hand, its results to sixteen digits, empty where there is none. */
interface Published {
  vector: string;
  method: string;
  arithmetic: string;
  score: string;
  scaled_score: string;
  result: string;
}

const vectors = tableOf<Vector>("vectors");
const published = tableOf<Published>("published");

const rows = new Map<string, Record<string, unknown>>();
const rowOf = (vector: string, method: string) => rows.get(`V_${vector} ${method}`);

beforeAll(async () => {
  const built = await buildGolden(vectors.map(entryOf), "2027-01-05");
  expect(built.output.slice(-1500)).toContain("Completed successfully");
  const found = await built.query(
    `select * from marts.fct_progress_published_methods
     where indicator_id like 'V\\_%' escape '\\' and area_id = 'le_chan'`,
  );
  for (const row of found) rows.set(`${row["indicator_id"]} ${row["method"]}`, row);
}, 900_000);

it.each(published)("$vector by $method: $arithmetic", (hand) => {
  const row = rowOf(hand.vector, hand.method);
  expect(row?.["result"]).toBe(hand.result);
  expect(difference(row?.["score"], hand.score)).toBeLessThan(1e-9);
  expect(difference(row?.["scaled_score"], hand.scaled_score)).toBeLessThan(1e-9);
});

it("every method was worked out by hand, in at least three cases", () => {
  const counts = published.map(({ method }) => method).sort();
  expect([...new Set(counts)]).toEqual([
    "fingertips_trend",
    "growth_rate_ratio",
    "un_escap_anticipated_progress",
    "un_escap_current_status",
    "un_statistics_division",
  ]);
  for (const method of counts)
    expect(counts.filter((other) => other === method).length).toBeGreaterThan(2);
});

it("every disagreement and every method that cannot be calculated says why in both languages", () => {
  const odd = [...rows.values()].filter(
    (row) => row["is_in_agreement"] !== true || row["result"] === "cannot_be_calculated",
  );
  expect(odd.length).toBeGreaterThan(20);
  expect(odd.filter((row) => !row["reason_vi"] || !row["reason_en"])).toEqual([]);
  const whyOf = (vector: string) => rowOf(vector, "growth_rate_ratio")?.["reason_en"];
  expect(whyOf("HOMES_1")).toMatch(/^The method gives a result, but we cannot judge/);
  expect(whyOf("FROM_ZERO")).toMatch(/^A growth rate from a number near zero/);
  expect(rowOf("HALFWAY", "growth_rate_ratio")?.["is_in_agreement"]).toBe(true);
  expect(whyOf("SPOTS_STAY")).toMatch(/^The method replaces zero by 0.001/);
});

function tableOf<Row>(name: string): Row[] {
  const text = readFileSync(join(import.meta.dirname, "golden", `${name}.csv`), "utf8");
  const { data, errors } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${name}.csv: ${errors[0].message} in row ${errors[0].row}`);
  return data;
}

function entryOf({ vector, ...values }: Vector): Entry {
  const fixed = {
    target_type: "level_by_date",
    decimals: 1,
    annual: "last",
    as_of: "2027-01-05",
    breaks: "",
  };
  return { ...fixed, ...values, case: vector, indicator_id: `V_${vector}`, files: ["vectors"] };
}

/** How far a number is from what was worked out, relative to its size; infinite where only one is missing. */
function difference(found: unknown, hand: string): number {
  if (hand === "") return found === null ? 0 : Infinity;
  if (found === null || found === undefined) return Infinity;
  return Math.abs(Number(found) - Number(hand)) / Math.max(1, Math.abs(Number(hand)));
}
