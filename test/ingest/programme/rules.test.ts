import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programmeFolder } from "../../../ingest/programme/programme.ts";
import { adding, type Change, folderWith, setting, shipped, toldOf } from "./decisions.ts";

const onlyHeader: Change = (rows) => rows.slice(0, 1);
const last = (id: string) => shipped(id).length + 1;
const target = {
  indicator_id: "HI_COVERAGE",
  due_date: "2030-12-31",
  cadence: "by_date",
  operator: "gt",
  target_value: "97",
  valid_from: "2027-01-01",
};

test("the shipped programme has nothing to tell", async () => {
  expect(await toldOf(programmeFolder)).toEqual([]);
});

test.each([
  ["programme", "Chương trình hành động", "The action programme"],
  ["areas", "Địa bàn", "Areas"],
  ["sections", "Các mục của chương trình", "Sections of the programme"],
  ["indicators", "Chỉ tiêu", "Indicators"],
  ["agencies", "Cơ quan, đơn vị", "Agencies"],
])("%s needs a row, and only that is told", async (id, title_vi, title_en) => {
  expect(await toldOf(folderWith({ [id]: onlyHeader }))).toEqual([
    `error ${id}.csv: chưa có dòng nào (${title_vi}); thêm ít nhất một dòng dưới dòng tên cột · no row at all (${title_en}); add at least one below the names of the columns`,
  ]);
});

test("no target at all is a warning", async () => {
  expect(await toldOf(folderWith({ targets: onlyHeader }))).toEqual([
    "warning targets.csv: chưa có dòng nào (Mục tiêu và mốc); thêm ít nhất một dòng dưới dòng tên cột · no row at all (Targets and milestones); add at least one below the names of the columns",
  ]);
});

test.each([
  ["indicators", "GOV_STANDARD", "decimals", "7", "số từ 0 đến 6", "a number from 0 to 6"],
  ["indicators", "GOV_STANDARD", "decimals", "-1", "số từ 0 đến 6", "a number from 0 to 6"],
  ["indicators", "GOV_STANDARD", "decimals", "1,5", "số nguyên", "a whole number"],
  ["indicators", "GOV_STANDARD", "scale", "0", "số lớn hơn 0", "a number above 0"],
  ["indicators", "GOV_STANDARD", "scale", "-100", "số lớn hơn 0", "a number above 0"],
  ["indicators", "GOV_STANDARD", "max_age_days", "-1", "số từ 0 trở lên", "a number not below 0"],
  [
    "indicators",
    "GOV_STANDARD",
    "sort_order",
    "99999999999",
    "số nguyên không quá 2147483647",
    "a whole number up to 2147483647",
  ],
  ["sections", "2.1.1", "sort_order", "1,5", "số nguyên", "a whole number"],
  [
    "programme",
    "le_chan",
    "last_year",
    "20300",
    "số từ 1990 đến 2100",
    "a number from 1990 to 2100",
  ],
  [
    "programme",
    "le_chan",
    "first_shown_year",
    "23",
    "số từ 1990 đến 2100",
    "a number from 1990 to 2100",
  ],
])("%s of %s: %s is not %s", async (id, key, column, value, vi, en) => {
  expect(await toldOf(folderWith({ [id]: setting(key, column, value) }))).toEqual([
    `error ${id}.csv · dòng 2 · ${column}: cần ${vi}, thấy "${value}" · expected ${en}, found "${value}"`,
  ]);
});

test("a weight is not above 1", async () => {
  const told = await toldOf(
    folderWith({ area_crosswalk: setting("old_11371", "weight_high", "1,5") }),
  );
  expect(told).toEqual([
    'error area_crosswalk.csv · dòng 13 · weight: cần 0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1, thấy "0.5" · expected 0 ≤ weight_low ≤ weight ≤ weight_high ≤ 1, found "0.5"',
  ]);
});

test.each<[string, Change, string[]]>([
  [
    "of which only one version is in force on a day",
    adding(target),
    [
      `error targets.csv · dòng 4 · valid_to: cần 2027-01-01, bằng valid_from của bản mới ở dòng ${last("targets")}: từ ngày ấy cả hai dòng cùng có hiệu lực, thấy ô trống · expected 2027-01-01, the valid_from of the new version in row ${last("targets")}: from that day both rows are in force, found nothing`,
    ],
  ],
  [
    "whose old version ends a day too late",
    (rows) => adding(target)(setting("HI_COVERAGE", "valid_to", "2027-01-02")(rows)),
    [
      `error targets.csv · dòng 4 · valid_to: cần 2027-01-01, bằng valid_from của bản mới ở dòng ${last("targets")}: từ ngày ấy cả hai dòng cùng có hiệu lực, thấy "2027-01-02" · expected 2027-01-01, the valid_from of the new version in row ${last("targets")}: from that day both rows are in force, found "2027-01-02"`,
    ],
  ],
  [
    "whose old version ends as the new one begins",
    (rows) => adding(target)(setting("HI_COVERAGE", "valid_to", "2027-01-01")(rows)),
    [],
  ],
  ["with a milestone before it", adding({ ...target, due_date: "2028-12-31" }), []],
  [
    "above what can be",
    setting("HI_COVERAGE", "target_value", "985"),
    [
      'error targets.csv · dòng 4 · target_value: cần số không quá upper_bound của HI_COVERAGE: 100, thấy "985" · expected a number not above the upper_bound of HI_COVERAGE: 100, found "985"',
    ],
  ],
  [
    "below what can be",
    setting("HI_COVERAGE", "target_value", "-1"),
    [
      'error targets.csv · dòng 4 · target_value: cần số từ lower_bound của HI_COVERAGE trở lên: 0, thấy "-1" · expected a number not below the lower_bound of HI_COVERAGE: 0, found "-1"',
    ],
  ],
  [
    "at most, of what should rise",
    setting("HI_COVERAGE", "operator", "le"),
    [
      'warning targets.csv · dòng 4 · operator: nên là ge, gt hoặc eq: chiều tốt của HI_COVERAGE là up, thấy "le" · rather ge, gt or eq: the good direction of HI_COVERAGE is up, found "le"',
    ],
  ],
  [
    "at least, of what should fall",
    setting("CRIME_SERIOUS", "operator", "ge"),
    [
      'warning targets.csv · dòng 15 · operator: nên là le hoặc eq: chiều tốt của CRIME_SERIOUS là down, thấy "ge" · rather le or eq: the good direction of CRIME_SERIOUS is down, found "ge"',
    ],
  ],
  [
    "due before it is in force",
    setting("HI_COVERAGE", "due_date", "2025-12-31"),
    [
      'error targets.csv · dòng 4 · due_date: cần ngày không trước valid_from, thấy "2025-12-31" · expected a date not before valid_from, found "2025-12-31"',
    ],
  ],
])("a target %s", async (_, change, expected) => {
  expect(await toldOf(folderWith({ targets: change }))).toEqual(expected);
});

test("areas do not contain each other in a circle", async () => {
  expect(await toldOf(folderWith({ areas: setting("vn", "parent_area_id", "le_chan") }))).toEqual([
    'error areas.csv · dòng 2 · parent_area_id: cần địa bàn chứa nó, không vòng tròn: vn → le_chan → hai_phong → vn, thấy "le_chan" · expected the area that contains it, in no circle: vn → le_chan → hai_phong → vn, found "le_chan"',
  ]);
  expect(await toldOf(folderWith({ areas: setting("vn", "parent_area_id", "vn") }))).toEqual([
    'error areas.csv · dòng 2 · parent_area_id: cần địa bàn chứa nó, không vòng tròn: vn → vn, thấy "vn" · expected the area that contains it, in no circle: vn → vn, found "vn"',
  ]);
});

test.each([
  [
    "rows with quoted texts after it",
    'a,1,"Mục một\nb,2,Mục hai\nc,3,"Mục ba, bốn"\nd,4,Mục năm\n',
    2,
  ],
  ["nothing after it", 'a,1,Mục một\nb,2,"Mục hai\nc,3,Mục ba\n', 3],
])("a quotation mark never closed is told alone, with %s", async (_, rows, row) => {
  const folder = folderWith();
  writeFileSync(join(folder, "sections.csv"), `section_id,sort_order,title_vi\n${rows}`);
  expect(await toldOf(folder)).toEqual([
    `error sections.csv: dấu ngoặc kép mở ở dòng ${row}: dấu ngoặc kép không đóng, nên các dòng sau bị nuốt vào một ô; đóng hoặc xóa dấu ấy · the quotation mark that begins in row ${row}: a quotation mark never closed swallows the rows after it; close it or take it away`,
  ]);
});

test.each(["programme", "areas", "sections", "indicators", "agencies"])(
  "what only follows from a missing or empty file of %s is not told",
  async (id) => {
    const folder = folderWith();
    const path = join(folder, `${id}.csv`);
    writeFileSync(path, "");
    expect(await toldOf(folder)).toEqual([
      expect.stringContaining(`error ${id}.csv: chưa có dòng nào`),
    ]);
    rmSync(path);
    expect(await toldOf(folder)).toEqual([
      expect.stringContaining(`error ${id}.csv: thiếu tệp này`),
    ]);
  },
);

test("a reference to a file that need not be there is still told", async () => {
  const folder = folderWith();
  rmSync(join(folder, "denominator_lenses.csv"));
  const told = await toldOf(folder);
  expect(told).not.toEqual([]);
  expect(told).toEqual(told.filter((line) => line.includes("in denominator_lenses")));
});
