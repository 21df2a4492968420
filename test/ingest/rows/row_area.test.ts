import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const HEADER = "STT|Tổ dân phố|Số người tham gia BHYT";

function table(lines: readonly string[], header = HEADER) {
  return one(["Tháng 10/2026|", header, ...lines], { landed: [] });
}

test("an unknown area is asked about once for all of its rows, and the answer places them", () => {
  const header = "Tổ dân phố|Nhóm đối tượng|Số người tham gia BHYT";
  const lines = table(["TDP An Biên 1|Học sinh|5", "TDP An Biên 1|Hộ gia đình|7"], header);
  const asked = read(lines);
  expect(asked.observations.map(({ area_id }) => area_id)).toEqual([null, null]);
  expect(asked.questions).toEqual([
    "area TDP An Biên 1: le_chan_tdp_01, le_chan_tdp_02, le_chan_tdp_03, another_ward, not_needed",
  ]);
  const answered = read(lines, lesson("TDP An Biên 1", "le_chan_tdp_61"));
  expect(answered.observations.map(({ area_id }) => area_id)).toEqual([
    "le_chan_tdp_61",
    "le_chan_tdp_61",
  ]);
  expect(answered.questions).toEqual([]);
});

test.each([
  ["another_ward", "other_ward 1"],
  ["not_needed", "not_needed 1"],
])("an area answered as %s is read past", (answer, ignored) => {
  const outcome = read(table(["1|Xóm Chợ|5", "2|Tổ 2|7"]), lesson("Xóm Chợ", answer));
  expect(outcome.landed).toEqual(["C4 insured le_chan_tdp_02 = 7"]);
  expect(outcome.ignored).toContain(ignored);
});

test.each([
  "Tổ 12 (cũ)",
  "Tổ 12 - Dư Hàng Kênh",
  "TDP 7 + TDP 8",
  "TDP 7 (TDP 8)",
  "TDP 12 - P. Hải An",
])("%j lands on no neighbourhood", (text) => {
  expect(read(table([`1|${text}|5`])).observations.map(({ area_id }) => area_id)).toEqual([null]);
});

test("people of another ward are no people of the list", () => {
  const lines = [
    "Tháng 10/2026|",
    "Họ và tên|Số thẻ BHYT|Tổ dân phố",
    "Người Mẫu|GD4313191000001|Tổ 1",
    "Người Thử|GD4313191000002|Phường Hải An",
    "Người Lạ|GD4313191000003|Tô Văn An",
  ];
  const { landed, ignored, messages, questions, records } = read(one(lines, { landed: [] }));
  expect(records).toHaveLength(2);
  expect(landed[0]).toContain("members le_chan_tdp_01");
  expect(ignored).toContain("other_ward 1");
  expect([messages.join(" ").includes("Tô Văn An"), questions]).toEqual([false, []]);
});

const CRIME = "STT|TDP|Loại tội phạm|Số vụ xảy ra";
const merged = [
  { top: 2, left: 1, bottom: 3, right: 1 },
  { top: 4, left: 1, bottom: 5, right: 1 },
];

test("a form without areas takes the column of neighbourhoods that its sheet has", () => {
  const rows = ["1|TDP 1|Trộm cắp|3", "||Lừa đảo|2", "2|TDP 2|Trộm cắp|1", "||Lừa đảo|0"];
  const lines = ["Tháng 10/2026|", CRIME, ...rows];
  const landed = [
    "D3 cases/theft le_chan_tdp_01 = 3",
    "D4 cases/fraud le_chan_tdp_01 = 2",
    "D5 cases/theft le_chan_tdp_02 = 1",
    "D6 cases/fraud le_chan_tdp_02 = 0",
  ];
  expect(read(one(lines, { landed }, merged))).toMatchObject({ landed, told: [] });
  expect(read(one(lines, { landed }))).toMatchObject({ landed, told: [] });
});

test("areas are not filled down where the blocks are not alike", () => {
  const rows = ["1|TDP 1|Trộm cắp|3", "||Lừa đảo|2", "2|TDP 2|Trộm cắp|1"];
  const { landed, told } = read(one(["Tháng 10/2026|", CRIME, ...rows], { landed: [] }));
  expect(landed).toHaveLength(2);
  expect(told).toEqual(["error missing_key B4"]);
});

test("a column of areas under an unknown header is found by what stands in it", () => {
  const lines = [
    "Tháng 10/2026|",
    "Họ và tên|Số thẻ BHYT|Cụm sinh hoạt",
    "Người Mẫu|GD4313191000001|TDP 1",
    "Người Thử|GD4313191000002|TDP 2 (khu A)",
  ];
  expect(read(one(lines, { landed: [] })).landed).toEqual([
    "A3 members le_chan_tdp_01 = 1",
    "A4 members le_chan_tdp_02 = 1",
  ]);
});

test("an area merged over the people of a list is the area of each", () => {
  const lines = [
    "Tháng 10/2026|",
    "Tổ dân phố|Họ và tên|Số thẻ BHYT",
    "Tổ 70|Người Mẫu|GD4313191000001",
    "|Người Thử|GD4313191000002",
    "Tổ 71|Người Lạ|GD4313191000003",
  ];
  const span = [{ top: 2, left: 0, bottom: 3, right: 0 }];
  expect(read(one(lines, { landed: [] }, span)).landed).toEqual([
    "A3 members le_chan_tdp_70 = 2",
    "A5 members le_chan_tdp_71 = 1",
  ]);
});
