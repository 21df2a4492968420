import { expect, test } from "vitest";
import { outcomeLines, readBook, readText } from "./read_outcome.ts";

function observations(text: string): string[] {
  return outcomeLines(readText(text)).observations;
}

function rejects(text: string): string[] {
  return outcomeLines(readText(text)).rejects;
}

const CRIME = "TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\n";
const HOUSEHOLDS = "Tháng 10/2026\nTổ dân phố,Số hộ,Nhân khẩu thường trú,Tạm trú\n";

test("the whole column decides how its numbers are written", () => {
  const header = `${CRIME}Loại tội phạm,Số vụ xảy ra\n`;
  const comma = observations(`${header}Trộm cắp,"1,234"\nĐánh bạc,"12,345,678"\n`);
  expect(comma[0]).toContain("= 1234 cases");
  const dot = observations(`${header}Trộm cắp,1.234\nĐánh bạc,12.345.678\n`);
  expect(dot[0]).toContain("= 1234 cases");
});

test("the title's unit scales measures of that unit only, and not a cell that names its own", () => {
  const text = `Tháng 10/2026\nĐVT: nghìn người\nTổ dân phố,Dân số,Số người tham gia BHYT,Tỷ lệ bao phủ\n1,"1,9","1,8","94,7"\n2,"1,9 nghìn","1,8","94,7"\n`;
  expect(observations(text)).toEqual([
    "B4 population le_chan_tdp_01 month 2026-10-31..2026-10-31 = 1900 people stock",
    "C4 insured le_chan_tdp_01 month 2026-10-31..2026-10-31 = 1800 people stock",
    "D4 coverage le_chan_tdp_01 month 2026-10-31..2026-10-31 = 94.7 percent ratio",
    "B5 population le_chan_tdp_02 month 2026-10-31..2026-10-31 = 1900 people stock",
    "C5 insured le_chan_tdp_02 month 2026-10-31..2026-10-31 = 1800 people stock",
    "D5 coverage le_chan_tdp_02 month 2026-10-31..2026-10-31 = 94.7 percent ratio",
  ]);
});

test("a dash and a blank mean what the form says", () => {
  const crime = `${CRIME}Loại tội phạm,Số vụ xảy ra,Số vụ khám phá\nTrộm cắp,-,\n`;
  expect(observations(crime)).toEqual([
    "B4 cases/theft le_chan month 2026-09-15..2026-10-14 = 0 cases flow",
  ]);
  expect(rejects(crime)).toEqual([]);
  expect(rejects(`${HOUSEHOLDS}1,5,6,7\n2,,6,7\n3,,6,7\n`)).toEqual([
    "warning missing_value B4 null",
  ]);
});

test("a percentage is no count, a fraction is a percentage only where one is wanted", () => {
  const header = `${CRIME}Loại tội phạm,Số vụ xảy ra,Tỷ lệ khám phá (%)\n`;
  expect(rejects(`${header}Trộm cắp,50%,50%\n`)).toEqual(["error unexpected_percent B4 50%"]);
  expect(rejects(`${header}Trộm cắp,3/4,50%\n`)).toEqual(["error unexpected_fraction B4 3/4"]);
  expect(observations(`${header}Trộm cắp,4,3/4\n`)[1]).toContain("= 75 percent ratio");
  expect(rejects(`${header}Trộm cắp,4,3/0\n`)).toEqual(["error out_of_bounds C4 3/0"]);
});

test("bounds hold after scaling", () => {
  expect(rejects(`${HOUSEHOLDS}1,-5,6,7\n`)).toEqual(["error out_of_bounds B3 -5"]);
});

test("a row whose key is bad is rejected whole, one whose figures are all bad too", () => {
  const outcome = outcomeLines(readText(`${HOUSEHOLDS},5,6,7\n2,a,b,c\n3,5,6,7\n`));
  expect(outcome.rows).toBe("5 = 1 + 2 + 2");
  expect(outcome.observations).toHaveLength(3);
});

test("an area no one knows keeps its text and lands without an id", () => {
  expect(observations(`${HOUSEHOLDS}Xóm Mới,5,6,7\n`)[0]).toBe(
    'B3 households "Xóm Mới" month 2026-10-31..2026-10-31 = 5 households stock',
  );
});

test("the ward's own row among neighbourhoods is their total", () => {
  expect(observations(`${HOUSEHOLDS}Phường Lê Chân,5,6,7\n1,5,6,7\n`)[0]).toBe(
    "B3 households le_chan month 2026-10-31..2026-10-31 = 5 households stock total",
  );
});

test("a total that stands above a row of the same area does not repeat it", () => {
  expect(rejects(`${HOUSEHOLDS}Tổng cộng,10,12,14\n1,5,6,7\n2,5,6,7\n`)).toEqual([]);
});

test("figures since January are told from figures of the month", () => {
  const text = "TÌNH HÌNH TỘI PHẠM\n9 tháng năm 2026\nLoại tội phạm,Số vụ xảy ra\nTrộm cắp,50\n";
  expect(observations(text)).toEqual([
    "B4 cases/theft le_chan month 2025-12-15..2026-09-14 = 50 cases flow_ytd",
  ]);
});

test("an unknown column with figures is named beside its nearest header", () => {
  const text = `${CRIME}Loại tội phạm,Số vụ xảy ra,Số phương tiện\nTrộm cắp,5,3\n`;
  const { rows } = readText(text);
  expect(rows.rejects?.map(({ message_en }) => message_en)).toEqual([
    'police_crime · a.csv · CSV!C3: expected a header of the form (nearest: So cùng kỳ (+/−)), found "Số phương tiện". The column was not read; correct its header if its figures are wanted.',
  ]);
});

test("a sheet's title and rows may speak with either Hòa or Hoà, composed or not", () => {
  const text = `${CRIME}Loại tội phạm,Số vụ xảy ra\nTrộm cắp,5\n`.normalize("NFD");
  expect(observations(text)).toHaveLength(1);
});

test("a look-up sheet is no matter; a hidden or half recognised sheet of figures is told", () => {
  const crime = [["Tháng 10/2026"], ["Loại tội phạm", "Số vụ xảy ra"], ["Trộm cắp", 5]];
  const half = [
    ["Loại tội phạm", "Số đối tượng"],
    ["Trộm cắp", 5],
  ];
  const lookup = [
    ["Mã", "Tên"],
    ["01", "Trộm cắp"],
  ];
  const outcome = readBook({ T10: crime, T9: crime, "T8 cũ": half, "Danh mục": lookup }, ["T9"]);
  expect(outcome.file).toMatchObject({
    rows_read: 10,
    rows_landed: 1,
    rows_ignored: 9,
    warnings: 2,
  });
  expect(outcome.rows.sheets?.map(({ ignored_by_rule }) => ignored_by_rule)).toEqual([
    '{"header":1,"title":1}',
    '{"hidden_sheet":3}',
    '{"lookup_sheet":2}',
    '{"lookup_sheet":2}',
  ]);
  expect(outcome.rows.rejects?.map(({ rule, sheet }) => `${rule} ${sheet}`)).toEqual([
    "hidden_form T9",
    "unread_sheet T8 cũ",
  ]);
});

test("a row that nobody has filled in is read past, though its form takes blanks for zero", () => {
  const text = `Năm 2027\nTổ dân phố,Chỉ tiêu,Phát lệnh,Giao quân\n1,2,,2\n2,,,\n`;
  expect(observations(text)).toHaveLength(3);
  expect(observations(text)[1]).toContain("ordered le_chan_tdp_01 year 2027-01-01..2027-12-31 = 0");
  expect(outcomeLines(readText(text)).sheets[0]).toContain('"no_values":1');
});

test.each(["x", "…", "chưa có"])("beside %s alone a blank is no zero", (text) => {
  const table = `Năm 2027\nTổ dân phố,Chỉ tiêu,Phát lệnh,Giao quân\n1,2,,2\n2,,,${text}\n`;
  expect(observations(table)).toHaveLength(3);
});
