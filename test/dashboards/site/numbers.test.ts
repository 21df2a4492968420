import { expect, test } from "vitest";
import type { IndicatorView } from "../../../dashboards/reading/facts/view.ts";
import { numbersTable } from "../../../dashboards/site/pages/numbers.ts";
import { en, vi } from "../texts.ts";

const period = { is_estimated: false, series_frequency: "month" };
const year = {
  ...{ ...period, frequency: "year", period_label: "2026", period_end: "2026-10-14" },
  ...{ value: 243, previous_year_value: 230, numerator: null, denominator: null, method: "sum" },
  ...{ n_periods: 10, n_expected: 12, is_complete: false },
};
const half = {
  ...{ ...year, frequency: "half", period_label: "2026-H1", period_end: "2026-06-14" },
  ...{ value: 148, previous_year_value: null, n_periods: 6, n_expected: 6, is_complete: true },
};

test("what adds up is shown for whole periods too, and how much of a running one is there", () => {
  const words = wordsOf([half, year]);
  expect(words.vi).toContain("Cả quý, nửa năm, năm Kỳ Giá trị So cùng kỳ Ghi chú");
  expect(words.vi).toContain("Năm 2026 243 +13 vụ (+5,7%) 10/12 tháng");
  expect(words.vi).toContain("6 tháng đầu năm 2026 148");
  expect(words.en).toContain("2026 243 +13 cases (+5.7%) 10 of 12 months");
  expect(words.en).toContain("First half of 2026 148");
});

test("a stock's whole periods would only repeat its last figures", () => {
  expect(wordsOf([{ ...year, method: "last" }]).vi).not.toContain("Cả quý");
});

function wordsOf(periodValues: object[]) {
  const view = {
    indicator: { decimals: 0, unit: "cases", unit_vi: "vụ", unit_en: "cases" },
    progress: null,
    path: [],
    observations: [{ frequency: "month", period_end: "2026-10-14", value: 23, numerator: null }],
    ...{ hidden: [], projections: [], comparisons: [], periodValues },
  } as unknown as IndicatorView;
  const [first, second] = [vi, en].map((text) =>
    numbersTable(view, text)
      ?.markup.replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  );
  return { vi: first, en: second };
}
