import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { ingest } from "../../../ingest/main.ts";
import { loadProgramme } from "../../../ingest/programme/programme.ts";
import {
  adding,
  type Change,
  folderWith,
  freshFolder,
  setting,
  shipped,
  toldOf,
} from "./decisions.ts";

const last = (id: string) => shipped(id).length + 1;
const target = {
  indicator_id: "HI_COVERAGE",
  due_date: "2028-12-31",
  cadence: "by_date",
  operator: "ge",
  target_value: "97",
  valid_from: "2026-01-01",
};
const ward = {
  area_id: "an_bien",
  name: "Phường An Biên mới",
  name_en: "An Biên Ward",
  level: "ward",
  sort_order: "4",
  valid_from: "2025-07-01",
};

test.each<[string, string, Change, string[]]>([
  [
    "a whole number",
    "areas",
    setting("le_chan", "sort_order", "3,5"),
    [
      `areas.csv · dòng 4 · sort_order: cần số nguyên, thấy "3,5" · expected a whole number, found "3,5"`,
    ],
  ],
  [
    "a number",
    "targets",
    setting("HI_COVERAGE", "target_value", "trên 98%"),
    [
      `targets.csv · dòng 4 · target_value: cần một số, ví dụ 98,5, thấy "trên 98%" · expected a number such as 98,5, found "trên 98%"`,
    ],
  ],
  [
    "a day",
    "targets",
    setting("HI_COVERAGE", "due_date", "31/02/2030"),
    [
      `targets.csv · dòng 4 · due_date: cần một ngày, ví dụ 31/12/2026 hoặc 2026-12-31, thấy "31/02/2030" · expected a day such as 31/12/2026 or 2026-12-31, found "31/02/2030"`,
    ],
  ],
  [
    "a day and not a year alone",
    "targets",
    setting("HI_COVERAGE", "due_date", "2030"),
    [
      `targets.csv · dòng 4 · due_date: cần một ngày, ví dụ 31/12/2026 hoặc 2026-12-31, thấy "2030" · expected a day such as 31/12/2026 or 2026-12-31, found "2030"`,
    ],
  ],
  [
    "one of few words, the nearest named",
    "targets",
    setting("HI_COVERAGE", "cadence", "by_dat"),
    [
      `targets.csv · dòng 4 · cadence: cần một trong: by_date, yearly (gần nhất: by_date), thấy "by_dat" · expected one of: by_date, yearly (the nearest is by_date), found "by_dat"`,
    ],
  ],
  [
    "what is required",
    "sections",
    setting("2.1.1", "title_vi", ""),
    [
      "sections.csv · dòng 2 · title_vi: cần tên, thấy ô trống · expected name in Vietnamese, found nothing",
    ],
  ],
  [
    "a code of another file, the nearest named",
    "indicators",
    setting("HI_COVERAGE", "agency_id", "social_insurance_ofice"),
    [
      `indicators.csv · dòng 10 · agency_id: cần một mã đã có (gần nhất: social_insurance_office) trong agencies, thấy "social_insurance_ofice" · expected a code that is there (the nearest is social_insurance_office) in agencies, found "social_insurance_ofice"`,
    ],
  ],
  [
    "a key of its own",
    "targets",
    adding({ ...target, due_date: "31/12/2030" }),
    [
      `targets.csv · dòng ${last("targets")} · indicator_id: cần indicator_id + due_date + valid_from khác với dòng 4, thấy "HI_COVERAGE · 2030-12-31 · 2026-01-01" · expected indicator_id + due_date + valid_from other than in row 4, found "HI_COVERAGE · 2030-12-31 · 2026-01-01"`,
    ],
  ],
  [
    "an end after the beginning",
    "targets",
    adding({ ...target, valid_to: "2026-01-01" }),
    [
      `targets.csv · dòng ${last("targets")} · valid_to: cần ngày sau valid_from, thấy "2026-01-01" · expected a date after valid_from, found "2026-01-01"`,
    ],
  ],
  [
    "days of an area in order",
    "areas",
    setting("old_11395", "valid_to", "2024-12-31"),
    [
      `area_crosswalk.csv · dòng 10 · valid_to: cần ngày như ở areas: 2024-12-31, thấy "2025-06-30" · expected the date that areas has: 2024-12-31, found "2025-06-30"`,
      `areas.csv · dòng 90 · valid_to: cần ngày không trước valid_from, thấy "2024-12-31" · expected a date not before valid_from, found "2024-12-31"`,
    ],
  ],
  [
    "a ward in force",
    "areas",
    setting("le_chan", "valid_to", "2027-06-30"),
    [
      `programme.csv · dòng 2 · ward_id: cần một địa bàn cấp ward không có ngày cuối, thấy "le_chan" · expected an area of level ward without a last day, found "le_chan"`,
    ],
  ],
  [
    "a code of one area at a time",
    "areas",
    adding({ ...ward, code: "11383" }),
    [
      `areas.csv · dòng ${last("areas")} · code: cần mã chỉ một địa bàn trong một ngày; le_chan cũng có mã này, thấy "11383" · expected a code that means one area at a time; le_chan has it too, found "11383"`,
    ],
  ],
  [
    "a name of one area at a time",
    "areas",
    adding({ ...ward, area_id: "le_chan_moi", name: "Phường Lê Chân" }),
    [
      `area_aliases.csv · dòng 2 · alias: cần cách viết chỉ một địa bàn trong một ngày; đây cũng là le_chan_moi, thấy "lê chân" · expected a spelling that means one area at a time; it is le_chan_moi too, found "lê chân"`,
      `areas.csv · dòng ${last("areas")} · name: cần tên chỉ một địa bàn trong một ngày; "phuong le chan" cũng là le_chan, thấy "Phường Lê Chân" · expected a name that means one area at a time; "phuong le chan" is le_chan too, found "Phường Lê Chân"`,
    ],
  ],
  [
    "a spelling of one area at a time",
    "area_aliases",
    adding({
      alias: "P. Vĩnh Niệm",
      area_id: "old_11371",
      valid_from: "2025-01-01",
      valid_to: "2025-12-31",
    }),
    [
      `area_aliases.csv · dòng ${last("area_aliases")} · alias: cần cách viết chỉ một địa bàn trong một ngày; đây cũng là old_11407, thấy "P. Vĩnh Niệm" · expected a spelling that means one area at a time; it is old_11407 too, found "P. Vĩnh Niệm"`,
    ],
  ],
  [
    "weights that sum to 1",
    "area_crosswalk",
    setting("old_11371", "weight", "0.4"),
    [
      `area_crosswalk.csv · dòng 13 · weight: cần các weight của old_11371 cộng lại bằng 1; đang là 0.9, thấy "0.4" · expected weights of old_11371 that sum to 1; they sum to 0.9, found "0.4"`,
    ],
  ],
  [
    "weights between their bounds",
    "area_crosswalk",
    setting("old_11371", "weight_low", "0.6"),
    [
      `area_crosswalk.csv · dòng 13 · weight: cần 0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1, thấy "0.5" · expected 0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1, found "0.5"`,
    ],
  ],
  [
    "a whole ward with weight 1",
    "area_crosswalk",
    setting("old_11371", "basis", "whole"),
    [
      `area_crosswalk.csv · dòng 13 · weight: cần 1 khi basis là whole, thấy "0.5" · expected 1 where basis is whole, found "0.5"`,
    ],
  ],
  [
    "an area that begins when the former one ended",
    "area_crosswalk",
    setting("old_11395_2024", "target_area_id", "le_chan"),
    [
      `area_crosswalk.csv · dòng 2 · target_area_id: cần địa bàn bắt đầu ngày 2025-01-01, ngay sau ngày cuối của địa bàn cũ, thấy "le_chan" · expected an area that begins on 2025-01-01, the day after the former one ended, found "le_chan"`,
    ],
  ],
  [
    "another area",
    "area_crosswalk",
    setting("old_11395_2024", "target_area_id", "old_11395_2024"),
    [
      `area_crosswalk.csv · dòng 2 · target_area_id: cần địa bàn khác với source_area_id, thấy "old_11395_2024" · expected another area than source_area_id, found "old_11395_2024"`,
      `area_crosswalk.csv · dòng 2 · target_area_id: cần địa bàn bắt đầu ngày 2025-01-01, ngay sau ngày cuối của địa bàn cũ, thấy "old_11395_2024" · expected an area that begins on 2025-01-01, the day after the former one ended, found "old_11395_2024"`,
    ],
  ],
  [
    "the day from which records count",
    "indicators",
    setting("HOUSING_UNITS", "counted_since", ""),
    [
      "indicators.csv · dòng 20 · counted_since: cần ngày, khi kind là cumulative_since, thấy ô trống · expected a date where kind is cumulative_since, found nothing",
    ],
  ],
  [
    "bounds in order",
    "indicators",
    setting("GOV_STANDARD", "lower_bound", "100"),
    [
      `indicators.csv · dòng 2 · upper_bound: cần số lớn hơn lower_bound, thấy "100" · expected a number above lower_bound, found "100"`,
    ],
  ],
  [
    "a unit in small letters",
    "indicators",
    setting("GOV_STANDARD", "unit", "Điểm"),
    [
      `indicators.csv · dòng 2 · unit: cần chữ thường tiếng Anh, nối bằng _: percent, people, square_metres, thấy "Điểm" · expected small letters, joined by _: percent, people, square_metres, found "Điểm"`,
    ],
  ],
  [
    "one programme, its years in order",
    "programme",
    (rows) =>
      setting("le_chan", "last_year", "2025")([...rows, rows[1] ?? []].map((cells) => [...cells])),
    [
      `programme.csv · dòng 2 · last_year: cần năm không trước first_year, thấy "2025" · expected a year not before first_year, found "2025"`,
      `programme.csv · dòng 3 · ward_id: cần ward_id khác với dòng 2, thấy "le_chan" · expected ward_id other than in row 2, found "le_chan"`,
      `programme.csv · dòng 3 · ward_id: cần chỉ một dòng trong tệp này, thấy "le_chan" · expected one row only in this file, found "le_chan"`,
    ],
  ],
  [
    "the population that is the denominator",
    "denominator_lenses",
    setting("registered", "measures", "temporary_residents"),
    [
      `indicators.csv · dòng 10 · denominator_lens: cần dân số có đúng mẫu số của chỉ tiêu; registered là police_population · temporary_residents, thấy "registered" · expected the population that is the indicator's denominator; registered is police_population · temporary_residents, found "registered"`,
    ],
  ],
  [
    "a file by enough of its hash",
    "corrections",
    adding({
      correction_id: "c1",
      file_hash: "ab12",
      form: "police_crime",
      measure: "cases",
      area_id: "le_chan",
      period_end: "31/10/2026",
      expected_value: "5",
      corrected_value: "6",
      reason: "x",
      author: "x",
      decided_on: "01/11/2026",
    }),
    [
      `corrections.csv · dòng 2 · file_hash: cần ít nhất 8 ký tự đầu của mã băm SHA-256 của tệp, hoặc tên tệp, thấy "ab12" · expected the first 8 or more characters of the file's SHA-256, or the file's name, found "ab12"`,
    ],
  ],
  [
    "a sheet of a file, a column of a form",
    "lessons",
    adding({
      lesson_id: "l1",
      kind: "columns",
      column_id: "cases",
      text: "Số vụ",
      sheet: "T10",
      answer: "cases",
      author: "x",
      decided_on: "01/11/2026",
    }),
    [
      `lessons.csv · dòng 2 · kind: cần một trong: form, column, period, area, unit, category, choice, value (gần nhất: column), thấy "columns" · expected one of: form, column, period, area, unit, category, choice, value (the nearest is column), found "columns"`,
      `lessons.csv · dòng 2 · sheet: cần trang tính chỉ khi có tệp, thấy "T10" · expected a sheet only where a file is named, found "T10"`,
      `lessons.csv · dòng 2 · column_id: cần cột chỉ khi có biểu, thấy "cases" · expected a column only where a form is named, found "cases"`,
    ],
  ],
  [
    "a column once",
    "agencies",
    (rows) => rows.map((cells, index) => [...cells, index === 0 ? "Agency ID" : "x"]),
    ["agencies.csv · dòng 1 · Agency ID: cột này có hai lần · the column is there twice"],
  ],
  [
    "a column that is required",
    "agencies",
    (rows) => rows.map((cells) => cells.slice(0, -1)),
    [
      "agencies.csv · dòng 1 · short_vi: thiếu cột này (tên viết tắt) · the column is missing (short name in Vietnamese)",
    ],
  ],
  [
    "a name of a column with values",
    "agencies",
    (rows) => rows.map((cells, index) => [...cells, index === 3 ? "?" : ""]),
    [
      "agencies.csv · dòng 1 · E: cột có dữ liệu nhưng không có tên · a column with values and no name",
    ],
  ],
])("needs %s", async (_, id, change, expected) => {
  const told = await toldOf(folderWith({ [id]: change }));
  expect(told).toEqual(expected.map((line) => `error ${line}`));
});

test("everything wrong is told at once, in every file", async () => {
  const folder = folderWith({
    targets: (rows) =>
      setting("SI_COVERAGE", "due_date", "?")(setting("HI_COVERAGE", "operator", "more")(rows)),
    agencies: setting("ward_police", "name_en", ""),
    breaks: adding({
      indicator_id: "HI_COVERGE",
      area_id: "*",
      break_date: "1/1/2027",
      kind: "definition",
    }),
  });
  const failed = await loadProgramme(folder).catch((error: Error) => error.message);
  expect(String(failed).split("\n")).toEqual([
    "Chương trình có 4 lỗi, chưa đọc tệp nào · the programme has errors, no file was read: 4",
    expect.stringMatching(/^agencies\.csv · dòng 10 · name_en: cần tên tiếng Anh, thấy ô trống/),
    expect.stringMatching(/^breaks\.csv · dòng 4 · indicator_id: .*gần nhất: HI_COVERAGE/),
    expect.stringMatching(/^targets\.csv · dòng 4 · operator: .*found "more"$/),
    expect.stringMatching(/^targets\.csv · dòng 5 · due_date: .*found "\?"$/),
  ]);
});

test("what nobody knows is read past with the nearest name", async () => {
  const folder = folderWith({
    agencies: (rows) => rows.map((cells, index) => [...cells, index === 0 ? "name_fr" : "x"]),
  });
  writeFileSync(join(folder, "target.csv"), "a,b\n");
  writeFileSync(join(folder, "README.md"), "");
  expect(await toldOf(folder)).toEqual([
    expect.stringMatching(
      /^warning agencies\.csv · dòng 1 · name_fr: không rõ cột này, đã bỏ qua; cột gần nhất: name_/,
    ),
    "warning target.csv: không rõ tệp này, đã bỏ qua; tên gần nhất: targets.csv · unknown file, read past; the nearest is targets.csv",
  ]);
});

test("a file both as CSV and as a sheet is an error, and so is one that is missing", async () => {
  const folder = folderWith();
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(shipped("targets")), "targets");
  writeFileSync(
    join(folder, "so.xlsx"),
    Buffer.from(write(book, { type: "array", bookType: "xlsx" })),
  );
  rmSync(join(folder, "sections.csv"));
  const told = (await toldOf(folder)).filter((line) => !line.includes("section_id"));
  expect(told).toEqual([
    `error sections.csv: thiếu tệp này (Các mục của chương trình) trong ${folder} · the file is missing (Sections of the programme)`,
    "error targets.csv: targets có hai lần: ở đây và ở so.xlsx!targets; bỏ bớt một · targets is there twice: here and in so.xlsx!targets; take one away",
  ]);
});

test("a form that nobody knows is asked about: it may be a list of the models' own", async () => {
  const folder = folderWith({
    indicators: setting("HI_COVERAGE", "numerator_form", "health_insurance_sumary"),
  });
  expect(await toldOf(folder)).toEqual([
    'warning indicators.csv · dòng 10 · numerator_form: nên là mã một biểu đã biết (gần nhất: health_insurance_summary), thấy "health_insurance_sumary" · rather a known form (the nearest is health_insurance_summary), found "health_insurance_sumary"',
  ]);
});

test("a quotation mark that is never closed is told: it would swallow rows", async () => {
  const folder = folderWith();
  writeFileSync(join(folder, "breaks.csv"), 'indicator_id,area_id\n"*,le_chan\n*,vn\n');
  expect(await toldOf(folder)).toEqual([
    expect.stringMatching(
      /^error breaks\.csv: .*dấu ngoặc kép không đóng.* · .*a quotation mark never closed/,
    ),
  ]);
});

test("a text that a spreadsheet made a date of is asked for again", async () => {
  const folder = folderWith();
  rmSync(join(folder, "sections.csv"));
  const sheet = utils.aoa_to_sheet(shipped("sections"));
  sheet["A2"] = { t: "n", v: 36893, z: "dd/mm/yyyy" };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "sections");
  writeFileSync(
    join(folder, "so.xlsx"),
    Buffer.from(write(book, { type: "array", bookType: "xlsx" })),
  );
  expect((await toldOf(folder)).at(-1)).toMatch(
    /^error so\.xlsx!sections · dòng 2 · section_id: cần chữ; bảng tính đã đổi ô này thành ngày/,
  );
});

test("an ingest with a broken programme reads and writes nothing", async () => {
  const home = freshFolder();
  const inbox = join(home, "inbox");
  mkdirSync(inbox);
  const programme = folderWith({ targets: setting("HI_COVERAGE", "operator", "more") });
  const run = ingest({ inbox: [inbox], home, programme, keyPath: join(home, "person.key") });
  await expect(run).rejects.toThrow("the programme has errors, no file was read: 1");
  expect(existsSync(join(home, "landed"))).toBe(false);
});
