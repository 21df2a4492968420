import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const HEADER = "Họ và tên|Số thẻ BHYT|Tổ dân phố|Giá trị thẻ từ ngày|Giá trị thẻ đến ngày";
const GOOD = "Người Mẫu|GD4313191000001|Tổ 1|01/01/2026|31/12/2026";

function members(lines: readonly string[], lessons?: ReturnType<typeof lesson>) {
  return read(one(["Tháng 10/2026|", ...lines], { landed: [] }), lessons);
}

test("a rejected row holds back the count of its own area, told with the number of rows", () => {
  const { landed, told, messages } = members([
    HEADER,
    GOOD,
    "Người Thử|GD4313191000002|Tổ 2|01/01/2026|31/12/2026",
    "Người Sai|12345|Tổ 2|01/01/2026|31/12/2026",
  ]);
  expect(landed).toEqual(["A3 members le_chan_tdp_01 = 1"]);
  expect(told).toEqual(["error not_an_identifier B5", "warning incomplete_count A5"]);
  expect(messages[1]).toContain("1 rows were not taken");
});

test("a rejected row without an area holds back every count of the sheet", () => {
  const { landed, told } = members([HEADER, GOOD, "Người Sai|12345||01/01/2026|31/12/2026"]);
  expect(landed).toEqual([]);
  expect(told).toContain("warning incomplete_count A4");
});

test("a date of validity that can't be believed holds its area back; a repeated person does not", () => {
  const broken = "Người Sai|GD4313191000002|Tổ 1|01/01/2026|31/02/2026";
  expect(members([HEADER, GOOD, broken]).landed).toEqual([]);
  expect(members([HEADER, GOOD, GOOD]).landed).toEqual(["A3 members le_chan_tdp_01 = 1"]);
});

const UNREAD = "Họ và tên|Số thẻ BHYT|Tổ dân phố|Thẻ dùng tới";
const UNREAD_ROW = "Người Mẫu|GD4313191000001|Tổ 1|30/09/2026";

test("an unread column of dates may say what has expired: the stock waits for an answer", () => {
  const { landed, questions } = members([UNREAD, UNREAD_ROW]);
  expect(landed).toEqual([]);
  expect(questions).toEqual(["column Thẻ dùng tới: valid_to, birth, valid_from, not_needed"]);
  expect(members([UNREAD, UNREAD_ROW], lesson("Thẻ dùng tới", "not_needed")).landed).toEqual([
    "A3 members le_chan_tdp_01 = 1",
  ]);
});

test("an unread column of other things keeps nothing back", () => {
  const lines = ["Họ và tên|Số thẻ BHYT|Tổ dân phố|Cán bộ", "Người Mẫu|GD4313191000001|Tổ 1|A"];
  expect(members(lines).landed).toHaveLength(1);
});
