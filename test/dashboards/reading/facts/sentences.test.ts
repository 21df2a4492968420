import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { internal, withEdition } from "../../../../dashboards/reading/editions/edition.ts";
import { latestPeriod, targetWords } from "../../../../dashboards/reading/facts/indicator_words.ts";
import { loadSite, type Site } from "../../../../dashboards/reading/facts/site.ts";
import { sentence } from "../../../../dashboards/reading/facts/standing_words.ts";
import type { IndicatorView } from "../../../../dashboards/reading/facts/view.ts";
import { reasonCodes } from "../../../../dashboards/reading/text/reason_facts.ts";
import { headline } from "../../../../dashboards/site/pages/overview.ts";
import { writeWarehouse } from "../../fixture.ts";
import { en, vi } from "../../texts.ts";

const folder = mkdtempSync(join(tmpdir(), "sentences-"));
let site: Site;

beforeAll(async () => {
  const path = join(folder, "warehouse.duckdb");
  await writeWarehouse(path);
  const now = new Date("2026-11-24T00:00:00Z");
  site = await withEdition(path, internal, (edition) => loadSite(edition, now));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the reason is a sentence with its numbers, in both languages", () => {
  expect(sentence(view("HI_COVERAGE"), vi)).toBe(
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,3%, chậm 0,6 điểm so với lộ trình, chưa chắc kịp: khả năng 34%; cần thêm khoảng 1.100 người mỗi năm",
  );
  expect(sentence(view("HI_COVERAGE"), en)).toBe(
    "Health insurance coverage at 95.3%, 0.6 points behind the path and not certain to make it: a chance of 34%; needs about 1,100 people more each year",
  );
  expect(sentence(view("HOUSING_UNITS"), vi)).toBe(
    "Căn nhà ở xã hội đạt 310 căn, nhanh hơn lộ trình 27 căn",
  );
  expect(sentence(view("DRUG_ADDICTS"), vi)).toBe(
    "Người nghiện ma túy có hồ sơ ở mức 442 người, đang giảm, đúng hướng; chương trình không giao chỉ tiêu cụ thể",
  );
  expect(sentence(view("HERITAGE_EVENTS"), vi)).toBe("Buổi diễn ca trù, chưa có số liệu");
});

test("a difference too small for the decimals shown is not written as zero", () => {
  const close = { ...view("HI_COVERAGE") };
  close.progress = { ...(close.progress as NonNullable<typeof close.progress>), gap: -0.04 };
  expect(sentence(close, vi)).toContain("chậm 0,04 điểm");
});

test.each([...reasonCodes])(
  "a standard without its pass mark says so, with its date, when %s",
  (code) => {
    const standard = promised({ target_due: "2027-12-31", target_value: null, reason_code: code });
    expect(targetWords(standard, vi)).toEqual({
      ...{ level: "chưa có mức chuẩn", when: "hạn 31/12/2027", is_number: false },
    });
    expect(targetWords(standard, en)).toMatchObject({
      ...{ level: "pass mark not yet set", when: "due 31 Dec 2027" },
    });
  },
);

test("the place of a target says what is promised: a number, a standard, or a direction", () => {
  const undated = { target_due: null, target_cadence: null, target_value: null };
  const yearly = { ...undated, target_cadence: "yearly" };
  const said = [{}, yearly, undated].map((facts) => {
    const { level, when } = targetWords(promised(facts), vi);
    return [level, when];
  });
  expect(said).toEqual([
    ["> 98%", "đến 31/12/2030"],
    ["chưa có mức chuẩn", "hằng năm"],
    ["tăng", "không giao chỉ tiêu"],
  ]);
  const due = {
    ...{ target_value: null, target_cadence: "by_date", target_due: "2027-12-31" },
    reason_code: "unclear_no_target",
  };
  expect(sentence(promised(due), vi)).toContain(
    "chưa có mức chuẩn cho hạn 31/12/2027 nên chưa so được",
  );
  expect(sentence(promised(due), en)).toContain("the pass mark due 31 Dec 2027 is not yet set");
});

test("a yearly duty that adds up the months says that it speaks of the year so far", () => {
  const monthly = view("HI_COVERAGE");
  const progress = monthly.progress as NonNullable<typeof monthly.progress>;
  const yearly = {
    ...{ ...progress, target_cadence: "yearly", latest_value: 94.1, target_due: "2026-12-31" },
    ...{ duty_kind: "hold", n_broken: 2, broken_period_end: "2026-03-31", broken_value: 93.5 },
  };
  expect(latestPeriod(monthly, vi)).toBe("tháng 10/2026");
  expect(latestPeriod({ ...monthly, progress: yearly }, vi)).toBe("từ đầu năm 2026");
  const broken = { ...yearly, reason_code: "broken_this_year" };
  expect(sentence({ ...monthly, progress: broken }, vi)).toBe(
    "Tỷ lệ bao phủ bảo hiểm y tế từ đầu năm 2026 đạt 94,1%, năm 2026 không giữ được mức trên 98%: tháng 3/2026 là 93,5% (2 kỳ không đạt)",
  );
});

test("a sentence counts what a quota lacks, names missing periods, and carries its caution", () => {
  const quota = {
    ...{
      target_cadence: "yearly",
      duty_kind: "quota_up",
      target_value: 100,
      target_operator: "eq",
    },
    ...{ target_due: "2026-12-31", needed_count: 7569, reason_code: "quota_likely" },
  };
  expect(sentence(promised(quota), vi)).toContain("còn 7.569/161.051 người, hạn 31/12/2026");
  const missing = "2026-02-28,2026-03-31";
  const incomplete = { ...quota, reason_code: "year_incomplete", missing_period_ends: missing };
  expect(sentence(promised(incomplete), vi)).toContain("thiếu số của tháng 2/2026, tháng 3/2026");
  expect(sentence(promised({ caution: "jump" }), vi)).toMatch(
    /; cần kiểm tra: số liệu nhảy bất thường$/,
  );
  const partial = { caution: "ward_total_incomplete", n_areas_reported: 60, n_areas: 85 };
  expect(sentence(promised(partial), en)).toMatch(
    /to be checked: the form's own total, with figures of 60\/85 /,
  );
});

test("what was met when due is told with what it is now", () => {
  const met = {
    ...{ reason_code: "met_when_due", target_due: "2026-06-30", latest_value: 95.3 },
    ...{ value_at_due: 98.4, is_met_at_due: true },
  };
  expect(sentence(promised(met), vi)).toBe(
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,3%, đến hạn 30/06/2026 là 98,4%, đạt mục tiêu trên 98%; sau đó không còn giữ được",
  );
});

test.each(reasonCodes)("%s can be said in both languages", (reason_code) => {
  const base = view("HI_COVERAGE");
  const progress = { ...(base.progress as NonNullable<typeof base.progress>), reason_code };
  const said = [vi, en].map((text) => sentence({ ...base, progress }, text));
  expect(said[0]).not.toBe(said[1]);
  for (const words of said) expect(words).not.toMatch(/undefined|null|NaN/);
});

test("an unknown reason stops the build rather than leaving a hole", () => {
  const base = view("HI_COVERAGE");
  const progress = { ...(base.progress as NonNullable<typeof base.progress>), reason_code: "moon" };
  expect(() => sentence({ ...base, progress }, vi)).toThrow("unknown reason code: moon");
});

test("the headline counts and names the worst", () => {
  expect(headline(site.indicators, vi)).toBe(
    "Một chỉ tiêu chậm lộ trình, một có nguy cơ; đáng lo nhất là tỷ lệ tham gia bảo hiểm xã hội và tỷ lệ bao phủ bảo hiểm y tế",
  );
  expect(headline([view("HI_COVERAGE")], vi)).toBe(
    "Không chỉ tiêu nào chậm lộ trình; một có nguy cơ: tỷ lệ bao phủ bảo hiểm y tế",
  );
  expect(headline([view("HOUSING_UNITS")], en)).toBe(
    "All 1 indicators that can be assessed are achieved or on track",
  );
  expect(headline([view("DRUG_ADDICTS")], vi)).toBe("Chưa đánh giá được chỉ tiêu nào");
});

/** Health insurance coverage with other facts of its progress. */
function promised(facts: Partial<NonNullable<IndicatorView["progress"]>>): IndicatorView {
  const base = view("HI_COVERAGE");
  return {
    ...base,
    progress: { ...(base.progress as NonNullable<typeof base.progress>), ...facts },
  };
}

function view(id: string): IndicatorView {
  const found = site.indicators.find(({ indicator }) => indicator.indicator_id === id);
  if (!found) throw new Error(`no such indicator: ${id}`);
  return found;
}
