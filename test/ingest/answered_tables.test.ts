import { describe, expect, test } from "vitest";
import type { Asked, Lessons } from "../../ingest/lessons.ts";
import { one, read } from "./sheet_case.ts";

/** Answers by kind and words. */
function answering(answers: Readonly<Record<string, string>>): Lessons {
  return { answer: ({ kind, text }: Asked) => answers[`${kind} ${text}`] ?? null };
}

function outcome(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const { landed, told, questions } = read(one(lines, { landed: [] }), answering(answers));
  return { landed, told, questions };
}

describe("a table that is all of one category", () => {
  const TITLE = "TÌNH HÌNH TỘI PHẠM THEO TỔ DÂN PHỐ";
  const lines = [`${TITLE}|`, "Tháng 10/2026|", "Tổ dân phố|Số vụ xảy ra", "Tổ 1|3", "Tổ 2|4"];
  const heading = `${TITLE} ⏎ Tháng 10/2026`;

  test("is asked which", () => {
    const { landed, questions } = outcome(lines);
    expect(landed).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toContain(`category ${heading}: social_order`);
  });

  test("lands as answered, the sum of its rows not", () => {
    const { landed, questions } = outcome([...lines, "Cộng|7"], {
      [`category ${heading}`]: "social_order",
    });
    expect(landed).toEqual([
      "B4 cases/social_order le_chan_tdp_01 = 3",
      "B5 cases/social_order le_chan_tdp_02 = 4",
    ]);
    expect(questions).toEqual([]);
  });

  test("is not asked again when it is not needed", () => {
    const { landed, questions } = outcome(lines, { [`category ${heading}`]: "not_needed" });
    expect(landed).toEqual([]);
    expect(questions.filter((each) => each.startsWith("category"))).toEqual([]);
  });
});

describe("a figure with words in its cell", () => {
  const text = "1 (chưa tính 01 vụ chuyển Công an thành phố)";
  const lines = ["TÌNH HÌNH TỘI PHẠM|", "Tháng 10/2026|", "Loại tội phạm|Số vụ xảy ra"];

  test("is asked, its own number first", () => {
    const { landed, told, questions } = outcome([...lines, `Trộm cắp|${text}`, "Giết người|0"]);
    expect(landed).toEqual(["B5 cases/murder le_chan = 0"]);
    expect(told).toContain("error not_a_number B4");
    expect(questions).toEqual([`value ${text}: 1, not_needed`]);
  });

  test("lands as answered", () => {
    const { landed, questions } = outcome([...lines, `Trộm cắp|${text}`], {
      [`value ${text}`]: "1",
    });
    expect(landed).toEqual(["B4 cases/theft le_chan = 1"]);
    expect(questions).toEqual([]);
  });
});

test("a header that says all of a column's words and more is asked", () => {
  const lines = [
    "Tháng 10/2026|",
    "Tổ dân phố|Nhân khẩu thường trú|Số trẻ em từ 0 đến 14 tuổi tạm trú",
  ];
  const { questions } = outcome([...lines, "Tổ 1|900|120"]);
  expect(questions).toHaveLength(1);
  expect(questions[0]).toContain(
    "column Số trẻ em từ 0 đến 14 tuổi tạm trú: temporary_residents, aged_0_14",
  );
});

test("a form that people have named lands with some of its figures", () => {
  const lines = ["BÁO CÁO GIỚI TÍNH|", "Tháng 10/2026|", "Tổ dân phố|Nam|Nữ", "Tổ 1|4|5"];
  const heading = "BÁO CÁO GIỚI TÍNH ⏎ Tháng 10/2026";
  expect(outcome(lines).landed).toEqual([]);
  const { landed } = outcome(lines, { [`form ${heading}`]: "police_population" });
  expect(landed).toEqual([
    "B4 male le_chan_tdp_01 = 4 subset",
    "C4 female le_chan_tdp_01 = 5 subset",
  ]);
});
