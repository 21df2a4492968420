import { expect, test } from "vitest";
import { type Case, one, read } from "../sheet_case.ts";

const HEADER = "STT|Loại tội phạm|Số vụ xảy ra|Số vụ khám phá";
const TITLE = "KẾT QUẢ PHÒNG CHỐNG TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI|||";

/** A table of offences with these lines above and this name of its sheet. */
function offences(above: readonly string[], name = "S", header = HEADER): Case {
  const lines = ["CÔNG AN PHƯỜNG LÊ CHÂN|||", ...above.map((line) => `${line}|||`), header];
  return { sheets: [{ name, lines: [...lines, "1|Trộm cắp tài sản|7|6"] }], landed: [] };
}

const MONTH = [TITLE, "Tháng 8 năm 2026"];

test("a table whose lines and names say nothing more lands", () => {
  expect(read(offences(MONTH, "T8")).landed).toHaveLength(2);
});

test.each([
  ["Khu vực: phường Lê Chân và phường Hải An"],
  ["Địa bàn: Lê Chân, Kiến An"],
  ["Phạm vi: 4 phường"],
  ["Địa bàn: các phường trung tâm"],
  ["Khu vực: cả thành phố"],
  ["Đơn vị: Công an huyện An Dương"],
  ["Đơn vị báo cáo: Công an quận Lê Chân"],
  ["Địa bàn: phường Hàng Kênh (cũ)"],
  ["Địa bàn: Cụm thi đua số 3"],
  ["TRÊN ĐỊA BÀN TOÀN THÀNH PHỐ"],
])("%s: of more than the ward, or a part of it; it is asked", (line) => {
  const found = read(offences([...MONTH, line]));
  expect(found.landed).toEqual([]);
  expect(found.told).toEqual(["error another_ward null"]);
});

test.each([
  ["Địa bàn: phường Lê Chân, thành phố Hải Phòng"],
  ["(Về trật tự xã hội trên địa bàn, tính đến ngày báo cáo)"],
  ["Đơn vị: Công an phường Lê Chân"],
])("%s: the ward's own", (line) => {
  expect(read(offences([...MONTH, line])).landed).toHaveLength(2);
});

test.each([
  "Kiến An",
  "Kien An",
  "Hải An T8",
  "Thành phố",
  "Hải Phòng",
  "Toàn TP",
  "Quận",
  "Cụm 4",
])("a sheet called %s may be of another area", (name) => {
  expect(read(offences(MONTH, name)).told).toEqual(["error another_ward null"]);
});

test("a sheet called by the first letters of its form is of no other area", () => {
  expect(read(offences(MONTH, "TP")).landed).toHaveLength(2);
});

test("a line that tells with which days a table is compared is no doubt of it", () => {
  const line = "(So với cùng kỳ từ ngày 15/8/2025 đến ngày 14/9/2025)";
  expect(read(offences([...MONTH, line])).landed).toHaveLength(2);
});

test("rows of neighbourhoods are the ward's, whatever district their sender was of", () => {
  const lines = ["ỦY BAN NHÂN DÂN QUẬN LÊ CHÂN||", "Tháng 8/2026||"];
  const table = ["Tổ dân phố|Số hộ|Nhân khẩu thường trú", "Tổ 5|90|300"];
  expect(read(one([...lines, ...table], { landed: [] })).landed).toHaveLength(2);
});

test("a district's total is not the ward's that bears its name", () => {
  const lines = ["UBND QUẬN LÊ CHÂN||", "NGƯỜI THAM GIA BẢO HIỂM XÃ HỘI||", "Tháng 8/2026||"];
  const table = ["Địa bàn|BHXH bắt buộc|BHXH tự nguyện", "Lê Chân|41000|5200"];
  const found = read(one([...lines, ...table], { landed: [] }));
  expect([found.landed, found.told]).toEqual([[], ["error another_ward null"]]);
});

test.each([
  ...["LK", "Lũy kế", "luy ke", "Cùng kỳ", "SS", "Chênh lệch", "Kỳ trước", "Sai", "Số tạm"],
  ...["T8 bỏ", "T8 (cũ)", "Mẫu", "Đã hủy"],
])("a sheet called %s holds other figures, or none to be used", (name) => {
  const found = read(offences(MONTH, name));
  expect([found.landed, found.told]).toEqual([[], ["error title_in_doubt null"]]);
});

test.each([
  [["SO SÁNH TÌNH HÌNH TỘI PHẠM", "Tháng 8/2026 so với tháng 7/2026"]],
  [[...MONTH, "(Cùng kỳ năm ngoái)"]],
  [[...MONTH, "(Số liệu so sánh)"]],
  [[...MONTH, "Chênh lệch"]],
])("%j above plain headers: asked", (above) => {
  const found = read(offences(above));
  expect([found.landed, found.told]).toEqual([[], ["error title_in_doubt null"]]);
});

test("headers that tell the times apart explain a comparison", () => {
  const header = "STT|Loại tội phạm|Số vụ xảy ra|So cùng kỳ";
  const found = read(offences(["SO SÁNH TÌNH HÌNH TỘI PHẠM", "Tháng 8/2026"], "So sánh", header));
  expect(found.landed.length).toBeGreaterThan(0);
});

test("changes of people are no people who are there", () => {
  const lines = [
    "BIẾN ĐỘNG NHÂN KHẨU||",
    "Tháng 8/2026||",
    "Tổ dân phố|Số hộ|Nhân khẩu thường trú",
  ];
  const found = read(one([...lines, "Tổ 5|1|9"], { landed: [] }));
  expect([found.landed, found.told]).toEqual([[], ["error title_in_doubt null"]]);
});

test.each([
  [[TITLE, "Tháng 8 năm 2026", "(Theo số liệu tháng 7)"]],
  [[TITLE, "Hết tháng 8 năm 2026"]],
])("%j: the period is asked", (above) => {
  const found = read(offences(above));
  expect([found.landed, found.told]).toEqual([[], ["error period_in_doubt null"]]);
});

test("years side by side below a month are that month of each", () => {
  const above = ["CÔNG AN PHƯỜNG LÊ CHÂN|||||", "TÌNH HÌNH TỘI PHẠM|||||", "Tháng 8 năm 2026|||||"];
  const header = ["STT|Loại tội phạm|Năm 2025||Năm 2026|", "||Số vụ|Khám phá|Số vụ|Khám phá"];
  const found = read(one([...above, ...header, "1|Trộm cắp tài sản|4|3|7|6"], { landed: [] }));
  const days = found.observations.map(({ period_start, period_end, value }) =>
    [period_start, period_end, value].join(" "),
  );
  expect(days).toEqual([
    "2025-07-15 2025-08-14 4",
    "2025-07-15 2025-08-14 3",
    "2026-07-15 2026-08-14 7",
    "2026-07-15 2026-08-14 6",
  ]);
});

test("a stock beside its own running count is asked about", () => {
  const lines = ["TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG||||", "Quý II/2026||||"];
  const header = "STT|Dự án|Diện tích phải thu hồi (ha)|Số hộ đã bàn giao|Lũy kế số hộ đã bàn giao";
  const found = read(one([...lines, header, "1|Khu nhà ở số 7|2,5|4|21"], { landed: [] }));
  expect(found.landed.filter((text) => text.includes("households_handed_over"))).toEqual([]);
  expect(found.questions.some((text) => text.startsWith("column "))).toBe(true);
});
