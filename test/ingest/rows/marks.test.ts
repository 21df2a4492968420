import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

function offences(cells: string) {
  const header = "Loại tội phạm|Số vụ xảy ra|Số vụ khám phá|Tỷ lệ (%)";
  return read(one(["Tháng 10/2026|", header, `Trộm cắp|${cells}`], { landed: [] })).landed;
}

const theft = (cell: string, measure: string, value: number) =>
  `${cell} ${measure}/theft le_chan = ${value}`;

test("a dash is no phenomenon and a word for none is zero, but no rate is made of nothing", () => {
  expect(offences("-|KPS|-")).toEqual([theft("B3", "cases", 0), theft("C3", "cleared", 0)]);
  expect(offences("không|Không có|không")).toEqual([
    theft("B3", "cases", 0),
    theft("C3", "cleared", 0),
  ]);
});

test("an ellipsis is not yet collected and a cross does not apply: neither is zero", () => {
  expect(offences("5|…|x")).toEqual([theft("B3", "cases", 5)]);
  expect(offences("5|x|...")).toEqual([theft("B3", "cases", 5)]);
});

test("signers below the table are no row of it, though they fill what the form requires", () => {
  const table = ["Tháng 10/2026|", "STT|Tổ dân phố|Số người tham gia BHYT", "1|Tổ 1|5"];
  for (const line of [
    "|Người lập biểu|Thủ trưởng đơn vị",
    "|NGƯỜI BÁO CÁO|KT. GIÁM ĐỐC",
    "|Cán bộ phụ trách|CHỦ TỊCH UBND PHƯỜNG",
    "|Người thống kê|Tổ trưởng",
  ]) {
    const { landed, ignored, told } = read(
      one([...table, line, "|Nguyễn Thị Mẫu|"], { landed: [] }),
    );
    expect([line, landed.length, ignored, told]).toEqual([
      line,
      1,
      ["header 1", "signature 2", "title 1"],
      [],
    ]);
  }
});

test("a numbered row that names a post is a row", () => {
  const table = ["Tháng 10/2026|", "STT|Loại tội phạm|Số vụ xảy ra", "1|Kế toán|", "2|Trộm cắp|5"];
  const { landed, ignored } = read(one(table, { landed: [] }));
  expect(landed).toHaveLength(1);
  expect(ignored.join()).not.toContain("signature");
});
