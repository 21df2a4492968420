import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const landed = (lines: readonly string[]) =>
  read(one(lines, { landed: [] })).landed.map((line) => line.split(" ").slice(0, 2).join(" "));

test("a row of words below a header is its second level, merged or not", () => {
  const lines = [
    "Ngày 30/9/2026|",
    "Tổ dân phố|Tạm trú||Thường trú|",
    "|Hộ|Khẩu|Hộ|Khẩu",
    "Tổ 3|9|20|300|990",
  ];
  expect(landed(lines)).toEqual(["E4 registered_population", "C4 temporary_residents"]);
});

test("words where a figure is not there yet are no header", () => {
  const lines = [
    "Ngày 30/9/2026|",
    "Tổ dân phố|Nhân khẩu thường trú",
    "Tổ 2|chưa báo cáo",
    "Tổ 3|990",
  ];
  expect(landed(lines)).toEqual(["B4 registered_population"]);
});

test("of a stock what came together is read, of a flow what happened in the period", () => {
  const stock = [
    "Tháng 9/2026|",
    "Tổ dân phố|Trong kỳ|Lũy kế",
    "|Số thẻ BHYT|Số thẻ BHYT",
    "Tổ 3|4|900",
  ];
  expect(landed(stock)).toEqual(["C4 insured"]);
  const flow = [
    "Tháng 9/2026|",
    "Loại tội phạm|Lũy kế|Trong tháng",
    "|Số vụ xảy ra|Số vụ xảy ra",
    "Cướp tài sản|9|2",
  ];
  expect(landed(flow)).toEqual(["C4 cases/robbery"]);
});

test.each([
  "Số người đăng ký tham gia BHYT",
  "Học sinh, sinh viên có thẻ BHYT",
  "Số người đề nghị cấp thẻ BHYT",
  "Lượt người có thẻ BHYT",
  "Số người ko có thẻ BHYT",
  "Số người có thẻ BHYT (16-59)",
  "Số người từng tham gia BHYT",
  "Số vụ tham gia BHYT",
])("another group, act or unit is another column: %s", (header) => {
  expect(landed(["Tháng 9/2026|", `Tổ dân phố|Dân số|${header}`, "Tổ 3|990|900"])).toEqual([]);
});
