import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const TITLE = ["Tháng 10/2026|", "Tổ dân phố|Dân số|Số người tham gia BHYT"];
const ROWS = ["Tổ 1|1900|1805", "~Tổ 2~|~2000~|~1880~", "Tổ 3|1000|900"];
const HELD = "dòng bị gạch ngang: Tổ 2";

const table = (rows = ROWS, lessons = lesson("", "")) =>
  read(one([...TITLE, ...rows], { landed: [] }), lessons);
const rowsOf = ({ landed }: { landed: string[] }) => [
  ...new Set(landed.map((line) => line.split(" ")[0]?.slice(1))),
];

test("a struck row is held and asked about; the others land", () => {
  const { told, questions, ...rest } = table();
  expect(rowsOf(rest)).toEqual(["3", "5"]);
  expect(told).toEqual(["error row_held A4"]);
  expect(questions).toEqual([`choice ${HELD}: confirm, not_needed`]);
});

test("answered it lands, or is not needed", () => {
  expect(rowsOf(table(ROWS, lesson(HELD, "confirm")))).toEqual(["3", "4", "5"]);
  const { ignored, questions, ...rest } = table(ROWS, lesson(HELD, "not_needed"));
  expect([rowsOf(rest), questions]).toEqual([["3", "5"], []]);
  expect(ignored).toContain("not_needed 1");
});

test("one struck figure or key holds its row; a struck ordinal or title none", () => {
  expect(rowsOf(table(["Tổ 1|~1900~|1805", "Tổ 3|1000|900"]))).toEqual(["4"]);
  expect(rowsOf(table(["~Tổ 1~|1900|1805", "Tổ 3|1000|900"]))).toEqual(["4"]);
  const lines = [
    "~Tháng 9/2026~|",
    "Tháng 10/2026|",
    "STT|Tổ dân phố|Dân số|Số người tham gia BHYT",
    "~1~|Tổ 1|1900|",
  ];
  const { landed, periods } = read(one(lines, { landed: [] }));
  expect([landed, periods]).toEqual([
    ["C4 population le_chan_tdp_01 = 1900"],
    ["2026-10-31..2026-10-31"],
  ]);
});

test("a sum waits for what becomes of its struck part", () => {
  const rows = [...ROWS, "Tổng cộng|2900|2705"];
  expect(rowsOf(table(rows))).toEqual(["3", "5"]);
  expect(rowsOf(table(rows, lesson(HELD, "not_needed")))).toEqual(["3", "5", "6"]);
});

const PEOPLE = "Họ và tên|Số thẻ BHYT|Tổ dân phố|Giá trị thẻ từ ngày|Giá trị thẻ đến ngày";
const person = (name: string, last: number) =>
  `${name}|GD431319100000${last}|Tổ 1|01/01/2026|31/12/2026`;

test("a struck person is not counted without an answer", () => {
  const lines = ["Tháng 10/2026|", PEOPLE, person("Người Mẫu", 1), person("~Người Thử~", 2)];
  const { landed, questions } = read(one(lines, { landed: [] }));
  expect([landed, questions]).toEqual([[], ["choice dòng bị gạch ngang: confirm, not_needed"]]);
  const counted = (answer: string) =>
    read(one(lines, { landed: [] }), lesson("dòng bị gạch ngang", answer)).landed;
  expect(counted("not_needed")).toEqual(["A3 members le_chan_tdp_01 = 1"]);
  expect(counted("confirm")).toEqual(["A3 members le_chan_tdp_01 = 2"]);
});
