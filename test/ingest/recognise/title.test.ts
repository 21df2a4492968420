import { describe, expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { type Lessons, NO_LESSONS } from "../../../ingest/lessons.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { type FileFacts, readTitle } from "../../../ingest/recognise/title.ts";

const forms = await loadForms();
const areas = await loadAreas();

function title(
  form: string,
  above: string[],
  sheet = "Sheet1",
  below: string[] = [],
  told: Partial<FileFacts> = {},
) {
  const declared = forms.find(({ id }) => id === form);
  if (!declared) throw new Error(`no such form: ${form}`);
  const file = { file_name: "", received_on: null, lessons: NO_LESSONS, ...told };
  const { period, ...facts } = readTitle(above, below, sheet, { form: declared, areas }, file);
  return {
    ...facts,
    dates: period.ok ? `${period.value.start}..${period.value.end}` : period.rule,
  };
}

test("a police month runs from the 15th to the 14th, also across the year", () => {
  expect(title("police_crime", ["Tháng 10/2026"]).dates).toBe("2026-09-15..2026-10-14");
  expect(title("police_crime", ["Tháng 1 năm 2026"]).dates).toBe("2025-12-15..2026-01-14");
});

test("dates written out win over the window", () => {
  const lines = ["Tháng 10/2026", "(từ ngày 16/9/2026 đến ngày 15/10/2026)"];
  expect(title("police_crime", lines).dates).toBe("2026-09-16..2026-10-15");
});

test("a stock stands at the date of its title, or at the end of its month", () => {
  expect(title("health_insurance_summary", ["(Số liệu tính đến ngày 25/10/2026)"]).dates).toBe(
    "2026-10-25..2026-10-25",
  );
  expect(title("health_insurance_summary", ["Tháng 2/2028"]).dates).toBe("2028-02-29..2028-02-29");
});

test("the paper's date and the date of a decree are not the period", () => {
  const facts = title("health_insurance_summary", [
    "Hải Phòng, ngày 05 tháng 11 năm 2026",
    "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 02 tháng 3 năm 2024)",
    "TỔNG HỢP THAM GIA BHYT",
    "Tháng 10/2026",
    "ĐVT: nghìn người",
  ]);
  expect(facts).toEqual({
    title: "TỔNG HỢP THAM GIA BHYT",
    dates: "2026-10-31..2026-10-31",
    conflict: null,
    question: null,
    is_period_from_name: false,
    year: 2026,
    unit: { unit: "people", scale: 1000 },
    units: [{ unit: "people", scale: 1000 }],
    other_ward: null,
    wider_area: null,
    neighbourhood: null,
    document_date: "2026-11-05",
    is_sample: false,
  });
});

test("the paper's date may stand above the signatures", () => {
  const below = ["Hải Phòng, ngày 3 tháng 11 năm 2026", "KT. GIÁM ĐỐC"];
  expect(title("police_crime", ["Tháng 10/2026"], "T10", below).document_date).toBe("2026-11-03");
});

test("the name of a sheet completes a title that says only the year", () => {
  expect(title("police_crime", ["Năm 2026"], "T3").dates).toBe("2026-02-15..2026-03-14");
  expect(title("police_crime", ["Năm 2026"], "Tháng 01").dates).toBe("2025-12-15..2026-01-14");
  expect(title("police_crime", ["không rõ kỳ"], "T3").dates).toBe("period_without_year");
});

test("where sheet and title name different months it is asked, whatever the file's name says", () => {
  const lines = ["Tháng 10/2026"];
  expect(title("police_crime", lines, "T9").dates).toBe("period_in_doubt");
  const facts = title("police_crime", lines, "T9", [], { file_name: "toi pham T10.2026.xlsx" });
  expect(facts.dates).toBe("period_in_doubt");
});

test("the sample's mark is known with or without accents", () => {
  expect(title("police_crime", ["DỮ LIỆU MẪU - không phải số thật"]).is_sample).toBe(true);
  expect(title("police_crime", ["Du lieu mau"]).is_sample).toBe(true);
});

const october = "2026-10-31..2026-10-31";

describe("names as witnesses", () => {
  test.each<[form: string, lines: string[], sheet: string, file: string, dates: string]>([
    ["health_insurance_members", [], "CSV", "DSTHE_20260930.csv", "2026-09-30..2026-09-30"],
    ["health_insurance_members", [], "DS", "ds T10.2026.xlsx", october],
    ["health_insurance_members", [], "DS", "ds T10.xlsx", "period_without_year"],
    ["health_insurance_members", [], "DS", "ds 2026.xlsx", "period_in_doubt"],
    ["health_insurance_members", [], "DS", "ds 05.11.2026.xlsx", "period_in_doubt"],
    ["health_insurance_members", [], "DS", "ke hoach T10.2026.xlsx", "period_in_doubt"],
    ["health_insurance_members", [], "DS", "ds.xlsx", "not_a_period"],
    ["police_callup", [], "DS", "tuyen quan 2026.xlsx", "2026-01-01..2026-12-31"],
    [
      "health_insurance_summary",
      ["Tháng 10/2026"],
      "Sheet1",
      "BHYT T9.2026.xlsx",
      "period_in_doubt",
    ],
    ["health_insurance_summary", ["Tháng 10/2026"], "Sheet1", "BHYT T10.xlsx", october],
    [
      "health_insurance_summary",
      ["Tháng 10/2026"],
      "Sheet1",
      "BHYT T10.2025.xlsx",
      "period_in_doubt",
    ],
    ["health_insurance_summary", ["Tháng 10/2026"], "T10", "BHYT T9.2026.xlsx", october],
    ["health_insurance_summary", ["Tháng 10/2026"], "T9", "BHYT T9.xlsx", "period_in_doubt"],
    ["health_insurance_summary", ["Tháng 10/2026"], "BH", "gui 05.11.2026.xlsx", october],
    ["health_insurance_summary", ["Tháng 10/2026"], "BH", "BHYT 30.9.2026.xlsx", "period_in_doubt"],
    [
      "health_insurance_summary",
      ["Tháng 8/2026"],
      "T8",
      "BHYT quy 3.2026.xlsx",
      "2026-08-31..2026-08-31",
    ],
    [
      "health_insurance_summary",
      ["Tháng 10/2026"],
      "BH",
      "BHYT quy 3.2026.xlsx",
      "period_in_doubt",
    ],
    ["health_insurance_summary", ["Tháng 10"], "Sheet1", "BHYT T10.2026.xlsx", october],
    ["health_insurance_summary", ["Tháng 10"], "Sheet1", "BHYT T9.2026.xlsx", "period_in_doubt"],
    ["health_insurance_summary", ["Tháng 10"], "T10.2026", "BHYT.xlsx", october],
    ["health_insurance_summary", ["Tháng 10"], "Sheet1", "BHYT T10.xlsx", "period_without_year"],
    [
      "police_crime",
      ["Kỳ từ 15/9 đến 14/10"],
      "Sheet1",
      "antt 2026.xlsx",
      "2026-09-15..2026-10-14",
    ],
    ["police_crime", ["Kỳ từ 15/9 đến 14/10"], "Sheet1", "antt.xlsx", "period_in_doubt"],
    ["police_crime", ["Năm 2026"], "Sheet1", "toi pham T10.xlsx", "period_in_doubt"],
    ["health_insurance_summary", ["BÁO CÁO HÀNG THÁNG NĂM 2026"], "T10", "BHYT.xlsx", october],
    [
      "health_insurance_summary",
      ["BÁO CÁO HÀNG THÁNG NĂM 2026"],
      "BH",
      "BHYT.xlsx",
      "period_in_doubt",
    ],
    [
      "health_insurance_summary",
      ["Kế hoạch quý IV/2026"],
      "BH",
      "BHYT T10.2026.xlsx",
      "period_in_doubt",
    ],
    ["health_insurance_summary", ["GIAI ĐOẠN 2026-2030"], "BH", "BHYT.xlsx", "period_in_doubt"],
  ])("%s %j in %s of %s", (form, lines, sheet, file_name, dates) => {
    expect(title(form, lines, sheet, [], { file_name }).dates).toBe(dates);
  });

  test("a period of the file's name alone is told", () => {
    const file_name = "ds T10.2026.xlsx";
    expect(title("police_crime", [], "S", [], { file_name }).is_period_from_name).toBe(true);
    expect(
      title("police_crime", ["Tháng 10/2026"], "S", [], { file_name }).is_period_from_name,
    ).toBe(false);
  });
});

describe("the day of the paper", () => {
  const paper = "Hải Phòng, ngày 05 tháng 11 năm 2026";

  test.each<[form: string, lines: string[], dates: string]>([
    ["health_insurance_summary", ["Số liệu BHYT tháng 10", "Ngày 05/11/2026"], october],
    ["health_insurance_summary", ["Tháng 10", paper], october],
    ["health_insurance_summary", ["Tháng 12", "Ngày 05/01/2027"], "2026-12-31..2026-12-31"],
    ["health_insurance_summary", ["Tháng 3", paper], "period_in_doubt"],
    ["health_insurance_summary", ["DANH SÁCH", paper], "not_a_period"],
    ["health_insurance_summary", ["Tháng 12/2026", paper], "period_in_doubt"],
    ["health_insurance_summary", ["Năm 2026", paper], "period_in_doubt"],
    ["police_crime", ["Tháng 11/2026", paper], "period_in_doubt"],
    ["health_insurance_d03", ["Tháng 11/2026", paper], "2026-11-01..2026-11-30"],
    ["police_callup", ["KẾT QUẢ TUYỂN QUÂN NĂM 2026", paper], "2026-01-01..2026-12-31"],
    ["police_callup", ["TUYỂN QUÂN NĂM 2027", paper], "period_in_doubt"],
    ["police_crime", ["Tính đến ngày 31/10/2026"], "period_in_doubt"],
    ["police_crime", ["Tính đến ngày 14/10/2026"], "2026-09-15..2026-10-14"],
    ["police_crime", ["Từ ngày 12/10/2026 đến ngày 18/10/2026"], "period_in_doubt"],
    ["police_crime", ["Từ 15/12/2025 đến 14/10/2026"], "2025-12-15..2026-10-14"],
  ])("%s %j", (form, lines, dates) => {
    expect(title(form, lines).dates).toBe(dates);
  });

  test.each([
    ["bao cao T11.xlsx", october],
    ["bao cao T9.xlsx", "period_in_doubt"],
  ])("the month of sending in %s does not contradict", (file_name, dates) => {
    const lines = ["Tháng 10/2026", paper];
    expect(title("health_insurance_summary", lines, "S", [], { file_name }).dates).toBe(dates);
  });

  test("nothing is later than the day on which its file came in", () => {
    const told = { received_on: "2026-11-02" };
    expect(title("police_population", ["Tháng 11/2026"], "S", [], told).dates).toBe(
      "period_in_doubt",
    );
    expect(title("police_population", ["Tháng 10/2026"], "S", [], told).dates).toBe(october);
  });
});

test("a doubt is asked with what can be chosen, and the answer holds", () => {
  const lines = ["HỘ KHẨU", "(thời điểm 0 giờ ngày 01/11/2026)"];
  const { question } = title("police_population", lines);
  expect(question).toMatchObject({
    kind: "period",
    form: "police_population",
    text: "HỘ KHẨU ⏎ (thời điểm 0 giờ ngày 01/11/2026)",
    candidates: [{ id: "31/10/2026" }, { id: "01/11/2026" }],
  });
  const lessons: Lessons = {
    answer: ({ kind, text }) =>
      kind === "period" && text === question?.text ? "31/10/2026" : null,
  };
  const told = title("police_population", lines, "S", [], { lessons });
  expect(told).toMatchObject({ dates: october, question: null });
});

test("what can be chosen is what an answer is read from", () => {
  const lines = ["Quý III và 9 tháng năm 2026, Tháng 9/2026"];
  const ids = title("police_crime", lines).question?.candidates.map(({ id }) => id);
  expect(ids).toEqual(["Quý III/2026", "9 tháng năm 2026", "Tháng 9/2026"]);
  for (const id of ids ?? [])
    expect(title("police_crime", lines, "S", [], { lessons: { answer: () => id } }).question).toBe(
      null,
    );
});

describe("areas of the lines", () => {
  const ward = areas.ward_keys.find((key) => key.startsWith("phuong ")) ?? "";

  test.each<[lines: string[], other: string | null]>([
    [["BHXH CƠ SỞ HẢI AN", "TỔNG HỢP THAM GIA BHXH PHƯỜNG HẢI AN"], "PHƯỜNG HẢI AN"],
    [["BHXH P. Hải An", "Tháng 10/2026"], "P. Hải An"],
    [["Danh sách hộ của xã An Hưng năm 2026"], "xã An Hưng"],
    [["CÔNG AN PHƯỜNG HỒNG BÀNG", "TÌNH HÌNH TỘI PHẠM"], "PHƯỜNG HỒNG BÀNG"],
    [["CÔNG AN PHƯỜNG", "BẢO HIỂM XÃ HỘI", "NHÀ Ở XÃ HỘI", "TRẬT TỰ XÃ HỘI"], null],
    [["Danh sách phường, xã", "Toàn phường", "phường thực hiện"], null],
    [["PHƯỜNG KHÔNG MA TÚY", "PHƯỜNG VĂN MINH ĐÔ THỊ"], null],
    [["Thành phố Hải Phòng", "Tháng 10/2026"], null],
    [[`UBND ${ward}`, "PHƯỜNG HẢI AN"], "PHƯỜNG HẢI AN"],
    [[ward, "So với phường Hải An"], null],
    [["Địa chỉ: 12 Lê Lai, phường Hải An", "Tháng 10/2026"], null],
    [["Phường An Biên (cũ)"], null],
    [["PHƯỜNG AN BIÊN"], "PHƯỜNG AN BIÊN"],
    [["BẢO HIỂM XÃ HỘI PHƯỜNG HẢI AN THÁNG 10/2026"], "PHƯỜNG HẢI AN"],
    [["CONG AN PHUONG HAI AN"], "PHUONG HAI AN"],
  ])("%j names another ward: %s", (lines, other) => {
    expect(title("police_crime", lines).other_ward).toBe(other);
  });

  test.each<[lines: string[], neighbourhood: string | null]>([
    [["CƯ TRÚ TẠI TỔ DÂN PHỐ SỐ 45, PHƯỜNG"], "TỔ DÂN PHỐ SỐ 45"],
    [["Tổ dân phố: 12"], "Tổ dân phố: 12"],
    [["TDP 7", "Tổ dân phố số 7"], "Tổ dân phố số 7"],
    [["Tổ dân phố số 1, 2, 3, 4"], null],
    [["TDP 1-4"], null],
    [["TDP 1", "TDP 2"], null],
    [["THEO TỔ DÂN PHỐ"], null],
  ])("%j names the neighbourhood %s", (lines, neighbourhood) => {
    expect(title("police_crime", lines).neighbourhood).toBe(neighbourhood);
  });
});
