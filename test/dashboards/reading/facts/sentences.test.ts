import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { internal, withEdition } from "../../../../dashboards/reading/editions/edition.ts";
import {
  latestPeriod,
  sentence,
  targetWords,
} from "../../../../dashboards/reading/facts/indicator_words.ts";
import { loadSite, type Site } from "../../../../dashboards/reading/facts/site.ts";
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
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95,3%, chậm 0,6 điểm so với lộ trình; cần thêm khoảng 1.100 người mỗi năm",
  );
  expect(sentence(view("HI_COVERAGE"), en)).toBe(
    "Health insurance coverage at 95.3%, 0.6 points behind the path; needs about 1,100 people more each year",
  );
  expect(sentence(view("HOUSING_UNITS"), vi)).toBe(
    "Căn nhà ở xã hội đạt 310 căn, nhanh hơn lộ trình 27 căn",
  );
  expect(sentence(view("DRUG_ADDICTS"), vi)).toBe(
    "Người nghiện ma túy có hồ sơ ở mức 442 người, đang tốt lên; chương trình không đặt con số cho chỉ tiêu này",
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
  const said = [{}, yearly, { ...undated, reason_code: "pass_mark_missing" }, undated].map(
    (facts) => {
      const { level, when } = targetWords(promised(facts), vi);
      return [level, when];
    },
  );
  expect(said).toEqual([
    ["> 98%", "đến 31/12/2030"],
    ["chưa có mức chuẩn", "hằng năm"],
    ["chưa có mức chuẩn", ""],
    ["tăng", "không đặt số"],
  ]);
  const due = { ...undated, target_due: "2027-12-31", reason_code: "pass_mark_missing" };
  expect(sentence(promised(due), vi)).toContain(
    "chưa có mức chuẩn cho hạn 31/12/2027 nên chưa so được với mục tiêu",
  );
  expect(sentence(promised(due), en)).toContain("the pass mark due 31 Dec 2027 is not yet set");
});

test("a yearly duty that adds up the months says that it speaks of the year so far", () => {
  const monthly = view("HI_COVERAGE");
  const progress = monthly.progress as NonNullable<typeof monthly.progress>;
  const yearly = { ...progress, target_cadence: "yearly", latest_value: 94.1 };
  expect(latestPeriod(monthly, vi)).toBe("tháng 10/2026");
  expect(latestPeriod({ ...monthly, progress: yearly }, vi)).toBe("từ đầu năm 2026");
  expect(sentence({ ...monthly, progress: { ...yearly, reason_code: "not_held" } }, vi)).toBe(
    "Tỷ lệ bao phủ bảo hiểm y tế từ đầu năm 2026 đạt 94,1%, còn thiếu 0,6 điểm so với mức trên 98% phải có mỗi năm",
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
