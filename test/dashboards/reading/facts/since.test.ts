import { expect, test } from "vitest";
import type { IndicatorView } from "../../../../dashboards/reading/facts/view.ts";
import { changesWords } from "../../../../dashboards/site/pages/changes.ts";
import { en, vi } from "../../texts.ts";

const quarterEnd = {
  ...{ since_kind: "quarter_end", since_date: "2026-09-30", report_period: null },
  ...{ report_number: null, report_date: null, report_known_by: null, n_revised: 0 },
  ...{ period_end_before: "2026-09-30", value_before: 60, status_before: null },
  ...{ period_end_after: "2026-10-31", value_after: 58, status_after: "at_risk" },
  ...{ is_new: true, is_status_changed: false },
};
const report = {
  ...{ ...quarterEnd, since_kind: "report", report_period: "2026-10", status_before: "on_track" },
  report_known_by: "2026-11-06",
};

test("without a report it counts from the end of the quarter before, and tells who crossed the path", () => {
  expect(words([quarterEnd])).toEqual({
    since: "Từ cuối quý III/2026 (chưa có báo cáo nào được lập)",
    statuses: null,
    others: [
      "1 chỉ tiêu có số mới: 1 xấu đi.",
      "Tụt xuống dưới lộ trình: a.",
      "Không số nào của kỳ trước bị sửa.",
    ],
  });
});

test("a report without number and date is named by its period and the day of its figures", () => {
  const { since, statuses } = words([report]) ?? {};
  expect(since).toBe("Từ báo cáo tháng 10/2026 (chưa có số, số liệu đến 06/11/2026)");
  expect(statuses).toBe("Không chỉ tiêu nào đổi đánh giá.");
  expect(words([report], en)?.since).toBe(
    "Since the report of Oct 2026 (not numbered yet, figures to 6 Nov 2026)",
  );
});

test("a turn to the worse is told first; revised figures are not new ones", () => {
  const better = { ...report, status_before: "off_track", is_status_changed: true };
  const worse = { ...report, is_status_changed: true };
  const revised = { ...report, is_new: false, n_revised: 2 };
  expect(words([better, worse, revised])).toMatchObject({
    statuses:
      "2 chỉ tiêu đổi đánh giá: b từ đúng lộ trình sang có nguy cơ; a từ chậm sang có nguy cơ.",
    others: ["2 chỉ tiêu có số mới: 2 xấu đi.", "Số kỳ trước được sửa ở 1 chỉ tiêu: c."],
  });
});

test("the public edition, which does not get what reports told, compares the figures it shows", () => {
  const hidden = { ...report, value_before: null, n_revised: null };
  expect(words([hidden])?.others).toEqual(["1 chỉ tiêu có số mới: 1 tốt lên."]);
});

test("nothing is said before anything is known", () => {
  const unknown = { ...report, period_end_before: null, value_before: null };
  expect(words([{ ...unknown, period_end_after: null, value_after: null }])).toBeNull();
});

/** Indicators A, B, C … with these changes, on a path at 59 and with 55 and 57 as shown figures. */
function words(changes: object[], text = vi) {
  const views = changes.map((change, index) => ({
    indicator: { decimals: 0, direction: "up", title_vi: "ABC"[index], title_en: "ABC"[index] },
    progress: { target_cadence: "by_date", latest_value: 57 },
    path: [
      { path_date: "2026-01-01", planned_value: 59 },
      { path_date: "2027-01-01", planned_value: 59 },
    ],
    observations: [
      { period_end: "2026-09-30", value: 55 },
      { period_end: "2026-10-31", value: 57 },
    ],
    change,
    hidden: [],
  }));
  return changesWords(views as unknown as IndicatorView[], text);
}
