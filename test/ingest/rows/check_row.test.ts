import { expect, test } from "vitest";
import type { Form, FormCheck } from "../../../ingest/form.ts";
import { loadForms } from "../../../ingest/forms.ts";
import { checkRow } from "../../../ingest/rows/check_row.ts";

const [any] = await loadForms();
const place = (id: string) => ({ form: "f", file: "a.csv", sheet: "S", cell: id });

function broken(check: FormCheck<string>, values: Record<string, number>): string[] {
  const form = { ...any, columns: {}, checks: [check] } as unknown as Form;
  const problems = checkRow(form, new Map(Object.entries(values)), place);
  return problems.map(({ rule, cell, found, expected, severity }) => {
    expect(severity).toBe("warning");
    return `${rule} ${cell} ${found}: ${expected}`;
  });
}

test("a sum that does not add up is told at its total", () => {
  const check = { rule: "sum", total: "all", parts: ["a", "b"] } as const;
  expect(broken(check, { all: 1067.2, a: 1000, b: 76.2 })).toEqual([
    "sum_differs all 1067.2: all = a + b = 1076.2",
  ]);
  expect(broken(check, { all: 912, a: 539, b: 373 })).toEqual([]);
});

test("a sum with a part missing is not judged", () => {
  const check = { rule: "sum", total: "all", parts: ["a", "b"] } as const;
  expect(broken(check, { all: 5, a: 1 })).toEqual([]);
});

test("a part may not be more than its limit", () => {
  const check = { rule: "at_most", measure: "done", limit: "all" } as const;
  expect(broken(check, { done: 7, all: 6 })).toEqual([
    "limit_exceeded done 7: done không quá all = 6",
  ]);
  expect(broken(check, { done: 6, all: 6 })).toEqual([]);
});

test("parts counted elsewhere too are at most the whole", () => {
  const check = { rule: "subset", of: "all", parts: ["a", "b"] } as const;
  expect(broken(check, { all: 7, a: 5, b: 3 })).toEqual([
    "subset_exceeds all 5: a + b (trong đó) không quá all = 7",
  ]);
  expect(broken(check, { all: 9, a: 5, b: 3 })).toEqual([]);
});

test("a ratio may be rounded, not wrong", () => {
  const check = { rule: "ratio", ratio: "r", numerator: "n", denominator: "d" } as const;
  expect(broken(check, { r: 77.78, n: 7, d: 9 })).toEqual([]);
  expect(broken(check, { r: 77, n: 7, d: 9 })).toEqual(["ratio_differs r 77: r = n ÷ d = 77.78%"]);
  expect(broken(check, { r: 77, n: 7, d: 0 })).toEqual([]);
});
