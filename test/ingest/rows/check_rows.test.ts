import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const HEADER = "Tổ dân phố|Nhân khẩu thường trú|Tạm trú";

function told(lines: string[]): string[] {
  return read(one(["Tháng 10/2026|", ...lines], { landed: [] })).told;
}

test("a stated total that its rows do not make is told at its cell, with theirs", () => {
  const lines = ["Tháng 10/2026|", HEADER, "Tổ 1|10|1", "Tổ 2|20|2", "Tổng cộng|31|3"];
  const { told, messages } = read(one(lines, { landed: [] }));
  expect(told).toEqual(["warning total_differs B5"]);
  expect(messages[0]).toContain(
    'expected Nhân khẩu thường trú to be the sum of its rows (B3:B4) = 30, found "31"',
  );
});

test("a total is not asked for where a row or a cell was not believed", () => {
  expect(told([HEADER, "Tổ 1|10|1", "Tổ 2|hai|2", "Tổng cộng|31|3"])).toEqual([
    "error not_a_number B4",
  ]);
  expect(told([HEADER, "Tổ 1|10|1", "|20|2", "Tổng cộng|31|9"])).toEqual(["error missing_key A4"]);
});

test("groups with figures of their own make the total, not their rows again", () => {
  const header = "STT|Nhóm đối tượng|Số người tham gia BHYT";
  const rows = ["I|Người lao động|7", "1|Doanh nghiệp|4", "2|Hành chính|3", "II|Hộ gia đình|5"];
  expect(told([header, ...rows, "|Tổng cộng|12"])).toEqual([]);
  expect(told([header, ...rows, "|Tổng cộng|19"])).toEqual(["warning total_differs C7"]);
});

test("percentages never add up; figures in thousands may be rounded", () => {
  const header = "Tổ dân phố|Dân số|Số người tham gia BHYT|Tỷ lệ bao phủ (%)";
  const rows = ["Tổ 1|1,2|1,1|91,7", "Tổ 2|1,3|1,2|92,3", "Tổng cộng|2,6|2,3|88,5"];
  expect(told(["ĐVT: nghìn người|", header, ...rows])).toEqual([]);
  expect(
    told(["ĐVT: nghìn người|", header, ...rows.slice(0, 2), "Tổng cộng|3,6|2,3|63,9"]),
  ).toEqual(["warning total_differs B6"]);
});

test("kinds of offences are the whole when all are there, and never more than it", () => {
  const header = "Loại tội phạm|Số vụ xảy ra";
  const all = [
    "Giết người|1",
    "Cướp tài sản|1",
    "Cướp giật tài sản|1",
    "Trộm cắp tài sản|1",
    "Lừa đảo|1",
    "Cố ý gây thương tích|1",
    "Đánh bạc|1",
    "Cưỡng đoạt tài sản|1",
    "Tội phạm khác|1",
  ];
  expect(told([header, "Tội phạm về trật tự xã hội|9", ...all])).toEqual([]);
  expect(told([header, "Tội phạm về trật tự xã hội|10", ...all])).toEqual([
    "warning total_differs B3",
  ]);
  expect(told([header, "Tội phạm về trật tự xã hội|10", "Trộm cắp|4"])).toEqual([]);
  expect(told([header, "Tội phạm về trật tự xã hội|3", "Trộm cắp|4"])).toEqual([
    "warning parts_exceed B3",
  ]);
  expect(told([header, "Tội phạm về trật tự xã hội|3", "Trong đó: nghiêm trọng|4"])).toEqual([
    "warning parts_exceed B3",
  ]);
});

test("the published identity of addicts on file, 912 = 539 + 160 + 78 + 135", () => {
  const header =
    "Tổ dân phố|Người nghiện có hồ sơ|Ngoài xã hội|Cai nghiện bắt buộc|Cơ sở khác|Giam giữ|Người sử dụng trái phép";
  const quarter = (row: string) => read(one(["Quý III/2026|", header, row], { landed: [] })).told;
  expect(quarter("Toàn phường|912|539|160|78|135|0")).toEqual([]);
  expect(quarter("Toàn phường|912|539|160|78|134|0")).toEqual(["warning sum_differs B3"]);
});

test("no more people are insured than there are", () => {
  expect(told(["Tổ dân phố|Dân số|Số người tham gia BHYT", "Tổ 1|100|101"])).toEqual([
    "warning limit_exceeded C3",
  ]);
});
