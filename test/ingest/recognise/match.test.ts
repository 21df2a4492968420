import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { type Recognition, recognise } from "../../../ingest/recognise/recognition.ts";
import { sheetOf } from "../grid.ts";

const forms = catalogue(await loadForms(), await loadAreas());

function formOf(recognition: Recognition): string {
  return recognition.kind === "form" ? recognition.match.form.id : recognition.kind;
}

test("a form is recognised by its header wherever the header stands", () => {
  const sheet = sheetOf([
    "CÔNG AN PHƯỜNG",
    "",
    "Tháng 10/2026",
    "STT|Loại tội phạm|Số vụ xảy ra|Số vụ khám phá",
    "1|Trộm cắp tài sản|5|3",
  ]);
  const recognition = recognise(sheet, "x.xlsx", forms);
  expect(formOf(recognition)).toBe("police_crime");
  if (recognition.kind !== "form") return;
  expect(recognition.match.header.top).toBe(3);
  expect(recognition.match.header.bottom).toBe(3);
  expect([...recognition.match.columns].sort()).toEqual([
    ["cases", 2],
    ["category", 1],
    ["cleared", 3],
    ["ordinal", 0],
  ]);
});

test("columns are found by their words, not their places, blind to accents, case and glosses", () => {
  const sheet = sheetOf([
    "TONG HOP",
    "Tham gia BHYT (người)|Ghi chú|DÂN SỐ - Population|Tổ dân phố",
    "1846||1904|Tổ 1",
  ]);
  const recognition = recognise(sheet, "x.xlsx", forms);
  expect(formOf(recognition)).toBe("health_insurance_summary");
  if (recognition.kind !== "form") return;
  expect(Object.fromEntries(recognition.match.columns)).toEqual({
    insured: 0,
    note: 1,
    population: 2,
    area: 3,
  });
});

test("levels of a merged header tell columns of one word apart", () => {
  const sheet = sheetOf(
    [
      "Tên dự án|Tổng số căn|Trong đó||Đủ điều kiện mở bán||Đã ký hợp đồng|",
      "||bán|cho thuê|căn|ngày|mua|thuê",
      "Dự án Mẫu|10|6|4|0||1|2",
    ],
    "Dự án",
    [
      { top: 0, left: 2, bottom: 0, right: 3 },
      { top: 0, left: 4, bottom: 0, right: 5 },
      { top: 0, left: 6, bottom: 0, right: 7 },
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 1 },
    ],
  );
  const recognition = recognise(sheet, "x.xlsx", forms);
  expect(formOf(recognition)).toBe("housing_projects");
  if (recognition.kind !== "form") return;
  expect(Object.fromEntries(recognition.match.columns)).toEqual({
    project_name: 0,
    total_units: 1,
    sale_units: 2,
    rent_units: 3,
    qualified_units: 4,
    qualified_on: 5,
    contracted_sale_units: 6,
    contracted_rent_units: 7,
  });
});

test("two columns of one header are told apart by their order", () => {
  const sheet = sheetOf(["Loại tội phạm|Số vụ xảy ra|Tỷ lệ (%)|Tỷ lệ %", "Trộm cắp|1|2|3"]);
  const recognition = recognise(sheet, "x.xlsx", forms);
  if (recognition.kind !== "form") throw new Error("not recognised");
  expect(recognition.match.columns.get("clearance_rate")).toBe(2);
  expect(recognition.match.columns.get("change_percent")).toBe(3);
});

test("an edition is taken when its headers fit better", () => {
  const header = "Tên dự án|Diện tích phải thu hồi (m2)|Diện tích đã thu hồi (m2)";
  const recognition = recognise(sheetOf([header, "Dự án Mẫu|100|50"]), "x.xlsx", forms);
  if (recognition.kind !== "form") throw new Error("not recognised");
  expect(recognition.match.edition).toBe("square_metres");
  expect(recognition.match.form.measures["land_to_clear"]).toEqual({
    unit: "hectares",
    kind: "stock",
    minimum: 0,
    scale: 0.0001,
  });
});

test("a header that lacks a column names the nearest form and what is missing", () => {
  const sheet = sheetOf(["Tổ dân phố|Số hộ|Tạm trú|Nam|Nữ", "1|2|3|4|5"]);
  expect(recognise(sheet, "x.xlsx", forms)).toMatchObject({
    kind: "unknown",
    nearest: "police_population",
    missing: ["Nhân khẩu thường trú"],
    share: 1 / 2,
    figures: 4,
  });
});

test("a sheet without any known header is near to nothing", () => {
  const sheet = sheetOf(["Món ăn|Giá", "Bún cá|40000"]);
  expect(recognise(sheet, "x.xlsx", forms)).toEqual({
    kind: "unknown",
    nearest: null,
    missing: [],
    share: 0,
    figures: 0,
    questions: [],
  });
});

test("two forms that fit alike are not guessed between; a title decides", async () => {
  const [form] = (await loadForms()).filter(({ id }) => id === "police_callup");
  if (!form) throw new Error("no such form");
  const match = { title_words: ["khám sức khỏe"], file_words: [] };
  const twins = catalogue([form, { ...form, id: "militia_training", match }], forms.areas);
  const header = ["Tổ dân phố|Chỉ tiêu|Giao quân", "1|2|2"];
  expect(recognise(sheetOf(header), "x.xlsx", twins)).toMatchObject({
    kind: "ambiguous",
    forms: ["militia_training", "police_callup"],
  });
  const titled = sheetOf(["KẾT QUẢ KHÁM SỨC KHỎE", ...header]);
  expect(formOf(recognise(titled, "x.xlsx", twins))).toBe("militia_training");
});
