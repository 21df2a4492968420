import { describe, expect, test } from "vitest";
import { couldGive, withoutPlaceholders } from "../../../ingest/read/formula_result.ts";

test.each<[string, string | number, boolean]>([
  ["SUM(A1:A3)", "", false],
  ["C5/D5", "", false],
  ["ROUND(A1*2,0)", " ", false],
  ["SUM(A1:A3)", 0, true],
  ['IF(A1="","",A1)', "", true],
  ["VLOOKUP(A1,B:C,2)", "", true],
  ["A1", "", true],
  ['"Cộng "&A1', 0, false],
  ["CONCATENATE(A1,B1)", 0, false],
  ['IF(A1&B1="x",1,0)', 0, true],
  ["A1&B1=C1", 0, true],
  ['"Cộng "&A1', "Cộng 5", true],
])("%s can give %j: %s", (formula, result, could) => {
  expect(couldGive(formula, result)).toBe(could);
});

describe("a workbook that asks to be computed", () => {
  const formula = (number: number) => ({
    ...{ type: "number" as const, text: String(number), number, is_formula: true },
  });
  const sheet = (...row: ReturnType<typeof formula>[]) => [
    { name: "T10", is_hidden: false, rows: [row], merges: [] },
  ];

  test("and holds only 0 was never computed", () => {
    const [told] = withoutPlaceholders(sheet(formula(0), formula(0)));
    expect(told?.rows).toEqual([Array(2).fill({ type: "error", text: "", is_formula: true })]);
  });

  test("and holds other results is believed", () => {
    const computed = sheet(formula(0), formula(7));
    expect(withoutPlaceholders(computed)).toBe(computed);
  });
});
