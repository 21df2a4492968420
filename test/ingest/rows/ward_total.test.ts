import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const HEADER = "STT|Tổ dân phố|Số người tham gia BHYT";

function table(lines: readonly string[], header = HEADER) {
  return one(["Tháng 10/2026|", header, ...lines], { landed: [] });
}

const rowsOf = (numbers: readonly number[]) => numbers.map((n, i) => `${i + 1}|Tổ ${n}|${n * 10}`);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test.each(["Tổng cộng", "Cộng", "TỔNG SỐ:"])(
  "%j over all neighbourhoods is the ward's",
  (label) => {
    const { landed, questions } = read(table([...rowsOf(range(1, 85)), `|${label}|36550`]));
    expect(landed.at(-1)).toBe("C88 insured le_chan = 36550 total");
    expect(questions).toEqual([]);
  },
);

test("a total over some of them is asked about once, and lands only when somebody says it is the ward's", () => {
  const lines = table([...rowsOf([21, 22, 40]), "|Cộng|830"]);
  const asked = read(lines);
  expect(asked.landed).toHaveLength(3);
  expect(asked.ignored).toContain("partial_total 1");
  expect(asked.questions).toEqual(["area Cộng: le_chan, not_needed"]);
  expect(read(lines, lesson("Cộng", "le_chan")).landed.at(-1)).toBe(
    "C6 insured le_chan = 830 total",
  );
  const refused = read(lines, lesson("Cộng", "not_needed"));
  expect([refused.landed.length, refused.questions]).toEqual([3, []]);
});

test.each(["Cộng 3 TDP", "Tổng 3 tổ dân phố", "Tổng số 20 tổ"])(
  "%j says that it is of a part: nobody's figure, and no question",
  (label) => {
    const { landed, ignored, told } = read(table([...rowsOf([1, 2, 3]), `|${label}|60`]));
    expect(landed).toHaveLength(3);
    expect([ignored.at(-2), told]).toEqual(["partial_total 1", []]);
  },
);

test.each(["Toàn phường", "Cộng phường Lê Chân", "Tổng cộng phường", "Tổng cộng 85 TDP"])(
  "%j is the ward's whatever the rows are",
  (label) => {
    const { landed } = read(table([...rowsOf([21, 22]), `|${label}|151000`]));
    expect(landed.at(-1)).toBe("C5 insured le_chan = 151000 total");
  },
);

test.each(["ĐẠI LÝ THU SỐ 3", "TỔ DÂN PHỐ PHỤ TRÁCH", "TDP 1 - 3", "Cụm số 2"])(
  "under %j a total is the part's",
  (line) => {
    const lines = ["Tháng 10/2026|", `${line}|`, HEADER, ...rowsOf([1, 2, 3]), "|Tổng cộng|60"];
    const { landed, ignored } = read(one(lines, { landed: [] }));
    expect(landed).toHaveLength(3);
    expect(ignored).toContain("partial_total 1");
  },
);

test.each(["Cộng khu 1", "Cộng cụm 2", "Cụm 3", "Các tổ còn lại", "Tổ 4 đến 9", "Cộng I"])(
  "%j is read past as a subtotal",
  (label) => {
    const { landed, ignored, told } = read(table([...rowsOf([1, 2]), `|${label}|30`]));
    expect([landed.length, told]).toEqual([2, []]);
    expect(ignored).toContain("subtotal 1");
  },
);

test("of a table of wards only the ward's own row is read", () => {
  const rows = ["1|Phường An Biên|70", "2|P. Lê Chân|153", "3|Phường Hải An|76", "|Tổng cộng|299"];
  const { landed, ignored, told } = read(table(rows, "STT|Đơn vị|Số người tham gia BHYT"));
  expect(landed).toEqual(["C4 insured le_chan = 153"]);
  expect(ignored).toEqual(["header 1", "other_ward 2", "partial_total 1", "title 1"]);
  expect(told).toEqual(["warning other_ward B3"]);
});

test("wards may be named without their word where the ward stands among them", () => {
  const rows = ["1|An Biên|70", "2|Lê Chân|153", "3|Gia Viên|76", "|Tổng cộng|299"];
  expect(read(table(rows, "STT|Đơn vị|Số người tham gia BHYT")).landed).toEqual([
    "C4 insured le_chan = 153",
  ]);
});

test("the total over groups of people is the ward's", () => {
  const rows = ["1|Hộ gia đình|70", "2|Học sinh|30", "|Tổng cộng|100"];
  const { landed } = read(table(rows, "STT|Nhóm đối tượng|Số người tham gia BHYT"));
  expect(landed.at(-1)).toBe("C5 insured le_chan = 100 total");
});

test("a table of another ward alone lands nothing", () => {
  const rows = ["1|Phường Hải An|22410"];
  const { landed, told } = read(table(rows, "STT|Đơn vị|Số người tham gia BHYT"));
  expect([landed, told]).toEqual([[], ["warning other_ward B3"]]);
});

test("neighbourhoods under another ward's heading are not the ward's, and neither is the total of both", () => {
  const rows = [
    "I|Phường Hải An|",
    "1|Tổ 1|5",
    "2|Tổ 2|6",
    "II|Phường Lê Chân|",
    "1|Tổ 1|7",
    "|Tổng cộng|18",
  ];
  const { landed, ignored } = read(table(rows));
  expect(landed).toEqual(["C7 insured le_chan_tdp_01 = 7"]);
  expect(ignored).toContain("other_ward 2");
});

test("the total of several wards by their word is not the ward's", () => {
  const rows = ["1|Phường Lê Chân|153", "2|Phường Hải An|76", "|Tổng cộng các phường|229"];
  expect(read(table(rows, "STT|Đơn vị|Số người tham gia BHYT")).landed).toHaveLength(1);
});
