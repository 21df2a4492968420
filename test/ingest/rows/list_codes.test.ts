import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const HEADER = "Họ và tên|Số thẻ BHYT|Số CCCD|Giới tính|Tổ dân phố";

function sexes(rows: readonly (readonly [code: string, citizen: string])[]) {
  const lines = rows.map(([code, citizen], index) => {
    return `Người Mẫu|GD431319100000${index}|${citizen}|${code}|Tổ 1`;
  });
  const { records, told } = read(one(["Tháng 10/2026|", HEADER, ...lines], { landed: [] }));
  return { sexes: records.map((each) => each["sex"]), told };
}

test("what 1 and 2 stand for is decided by the citizen numbers of the column", () => {
  const numbered = [
    ["1", "031180000001"],
    ["2", "031080000002"],
    ["1", ""],
    ["2", ""],
  ] as const;
  expect(sexes(numbered)).toEqual({ sexes: ["female", "male", "female", "male"], told: [] });
  const other = [
    ["1", "031080000001"],
    ["2", ""],
  ] as const;
  expect(sexes(other)).toEqual({ sexes: ["male", "female"], told: [] });
});

test("without any number 0/1 is as official lists have it, and 1/2 stays open without an error", () => {
  expect(
    sexes([
      ["0", ""],
      ["1", ""],
    ]).sexes,
  ).toEqual(["female", "male"]);
  expect(
    sexes([
      ["1", ""],
      ["2", ""],
    ]),
  ).toEqual({ sexes: [null, null], told: [] });
});

test("a convention of 0 and 1 gives way to what the numbers say", () => {
  expect(
    sexes([
      ["0", "031080000001"],
      ["1", "031180000002"],
      ["0", ""],
    ]).sexes,
  ).toEqual(["male", "female", "male"]);
});

const CHANGES = "Họ và tên|Mã số BHXH|Tổ dân phố|Phương án";

function changes(codes: readonly string[], lessons?: ReturnType<typeof lesson>) {
  const lines = codes.map((code, index) => `Người Mẫu|319000000${index}|Tổ ${index + 1}|${code}`);
  return read(one(["Tháng 10/2026|", CHANGES, ...lines], { landed: [] }), lessons);
}

test.each([
  ["TM", "joined"],
  ["TD", "joined"],
  ["tc", "joined"],
  ["ON - Đi làm lại", "joined"],
  ["GH", "left"],
  ["GD (chuyển đơn vị)", "left"],
  ["GC", "left"],
])("change %j is %s", (code, measure) => {
  expect(changes([code]).landed).toEqual([`A3 ${measure} le_chan_tdp_01 = 1`]);
});

test("an unknown code is shown and asked about once; its area is not counted until it is known", () => {
  const asked = changes(["TM", "KL", "KL"]);
  expect(asked.landed).toEqual(["A3 joined le_chan_tdp_01 = 1"]);
  expect(asked.questions).toEqual(["choice KL: new, return, adjust, leave, not_needed"]);
  expect(asked.messages[0]).toContain('found "KL"');
  const answered = changes(["TM", "KL", "KL"], lesson("KL", "leave"));
  expect(answered.landed).toHaveLength(3);
  expect(answered.told).toEqual([]);
});

test("what could be a name is not shown as a code", () => {
  const { messages, questions } = changes(["Trần Thị Mẫu"]);
  expect(messages.join()).not.toContain("Mẫu");
  expect(questions).toEqual([]);
});
