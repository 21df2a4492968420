import { describe, expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const TITLE = ["CÔNG AN PHƯỜNG LÊ CHÂN|", "TÌNH HÌNH TỘI PHẠM|", "Tháng 10 năm 2026|"];
const HEADER = "STT|Loại tội phạm|Số vụ xảy ra|Số vụ khám phá";
const THEFT = ["C5 cases/theft le_chan = 12", "D5 cleared/theft le_chan = 10"];
const table = (...lines: string[]) => one([...TITLE, ...lines], { landed: [] });

describe("a heading makes the rows below it other figures", () => {
  test.each([
    "II|Cộng dồn từ đầu năm",
    "II|Cùng kỳ năm ngoái",
    "II|Địa bàn phường Đông Khê",
    "II|Năm 2024",
    "II|Tăng, giảm so với tháng 9",
    "II|Số đối tượng",
  ])("%s", (heading) => {
    const { landed, questions } = read(
      table(HEADER, "I|Trong tháng", "1|Trộm cắp tài sản|12|10", heading, "1|Cướp tài sản|3|1"),
    );
    expect(landed).toEqual(["C6 cases/theft le_chan = 12", "D6 cleared/theft le_chan = 10"]);
    expect(questions).toEqual([`choice ${heading.slice(3)}: confirm, not_needed`]);
  });
});

describe("a column that nobody reads says of its rows where, of when or of what they are", () => {
  test.each([
    ["Phường", "Đông Khê"],
    ["Loại số", "Ước thực hiện"],
    ["Phạm vi số", "Lũy kế"],
    ["Rà soát", "số sai, đúng là 5"],
    ["Độ tuổi", "Từ 14 đến dưới 18"],
  ])("%s: %s", (header, text) => {
    const { landed, questions } = read(
      table(`${HEADER}|${header}`, "1|Trộm cắp tài sản|12|10", `2|Cướp tài sản|3|1|${text}`),
    );
    expect(landed).toEqual(THEFT);
    expect(questions).toContain(`choice ${text}: confirm, not_needed`);
  });

  test("what stands there otherwise lets them land, and so does an answer", () => {
    const lines = [`${HEADER}|Cán bộ theo dõi`, "1|Trộm cắp tài sản|12|10|Vũ Công Sơn"];
    expect(read(table(...lines)).landed).toEqual(THEFT);
    const doubtful = table(`${HEADER}|Phạm vi số`, "1|Trộm cắp tài sản|12|10|Lũy kế");
    expect(read(doubtful, lesson("Lũy kế", "confirm")).landed).toEqual(THEFT);
  });
});

describe("a remark on a row, however short", () => {
  test.each(["xem lại", "lk", "theo quý II", "9 tháng", "số của TP", "đúng là 21"])(
    "%s holds the row back",
    (remark) => {
      const { landed } = read(
        table(`${HEADER}|Ghi chú`, "1|Trộm cắp tài sản|12|10", `2|Cướp tài sản|3|1|${remark}`),
      );
      expect(landed).toEqual(THEFT);
    },
  );

  test.each(["tăng 2 so với tháng 9", "chủ yếu qua mạng", "do đối tượng nơi khác"])(
    "%s does not",
    (remark) => {
      const lines = [`${HEADER}|Ghi chú`, `1|Trộm cắp tài sản|12|10|${remark}`];
      expect(read(table(...lines)).landed).toEqual(THEFT);
    },
  );

  test("of another neighbourhood than the row's holds it back", () => {
    const lines = [
      "TỔNG HỢP THAM GIA BHYT|",
      "Tháng 10/2026|",
      "Tổ dân phố|Dân số|Số người tham gia BHYT|Ghi chú",
    ];
    const { landed } = read(
      one([...lines, "Tổ 1|1900|1805", "Tổ 2|2000|1880|gồm cả tổ 3"], { landed: [] }),
    );
    expect(landed).toEqual([
      "B4 population le_chan_tdp_01 = 1900",
      "C4 insured le_chan_tdp_01 = 1805",
    ]);
  });
});

test("a second table below a line of comparison is not believed", () => {
  const { landed } = read(
    table(HEADER, "1|Trộm cắp tài sản|12|10", "|Phường Đông Khê", HEADER, "1|Cướp tài sản|3|1"),
  );
  expect(landed).toEqual(THEFT);
});
