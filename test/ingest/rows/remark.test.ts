import { expect, test } from "vitest";
import { outcomeLines, readBook, readText } from "../read_outcome.ts";

const HEADER =
  "Mã chỉ tiêu;Kỳ;Giá trị;Yêu cầu giải trình;Ngày yêu cầu;Hạn giải trình;Giải trình;Ngày giải trình";

/** What rows of the tracking form come to. */
function tracked(...rows: string[]) {
  return outcomeLines(readText(["THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG", HEADER, ...rows].join("\n")));
}

test("a row may hold figures, words, or both; with neither it is read past", () => {
  const { rows, remarks, observations } = tracked(
    "ENV_WASTE;2026-10;99;;;;Do xe hỏng;05/11/2026",
    "SI_COVERAGE;2026-10;;Vì sao?;;;;",
    "HI_COVERAGE;2026-10;95;;;;;",
    "INNO_ONLINE;2026-10;;;;;;",
  );
  expect(rows).toBe("6 = 3 + 0 + 3");
  expect(observations).toHaveLength(2);
  expect(remarks).toHaveLength(2);
});

test("words that look like a signature or a note neither end the table nor are lost", () => {
  const { rows, remarks } = tracked(
    "ENV_WASTE;2026-10;;;;;Trưởng phòng xác nhận;ngày 05 tháng 11 năm 2026",
    "SI_COVERAGE;2026-10;;;;;Chủ tịch;05/11/2026",
    "Ghi chú: phần bổ sung;;;;;;;",
    "HI_COVERAGE;2026-10;;;;;Giám đốc đi vắng;",
    ";;;;;;Hải Phòng, ngày 06 tháng 11 năm 2026;",
    ";;;;;;CHÁNH VĂN PHÒNG;",
  );
  expect(rows).toBe("8 = 3 + 0 + 5");
  expect(remarks?.map((line) => line.split(": ")[1])).toEqual([
    "Trưởng phòng xác nhận",
    "Chủ tịch",
    "Giám đốc đi vắng",
  ]);
});

test("a table without the columns of explanations is read as before", () => {
  const old = outcomeLines(
    readText("Mã chỉ tiêu;Kỳ;Giá trị;Ghi chú\nENV_WASTE;2026-10;99;Do xe hỏng\n"),
  );
  expect(old).toMatchObject({ status: "landed", edition: null, rows: "2 = 1 + 0 + 1" });
  expect(old.remarks).toBeUndefined();
  expect(old.rejects).toEqual([]);
});

test("numbers of persons are masked in words and in what is told of a bad date", () => {
  const outcome = readText(
    [HEADER, "ENV_WASTE;2026-10;99;Hỏi bà 031090000123;0912345678;;Gọi 0912 345 678;"].join("\n"),
  );
  const told = JSON.stringify(outcome.rows);
  expect(told).not.toMatch(/0\d{2}[\s.]?\d{3}/);
  expect(outcomeLines(outcome).remarks?.map((line) => line.split(": ")[1])).toEqual([
    "Hỏi bà •••",
    "Gọi •••",
  ]);
  expect(outcomeLines(outcome).rejects).toEqual([
    "error not_a_date E2 •••",
    "warning personal_number D2 •••",
    "warning personal_number G2 •••",
  ]);
  expect(outcome.file.warnings).toBe(2);
});

test("cells of a workbook: real dates, lines, numbers, faults", () => {
  const at = new Date("2026-11-05T00:00:00Z");
  const fault = { t: "e", v: 0x2a, w: "#N/A" };
  const { remarks, rejects } = outcomeLines(
    readBook({
      A: [
        HEADER.split(";"),
        ["ENV_WASTE", "2026-10", 99, "1.  Vì sao?\r\n\r\n2. Bao giờ xong?", at],
        ["SI_COVERAGE", "2026-10", 48, 912345678],
        ["HI_COVERAGE", "2026-10", 95, fault],
      ],
    }),
  );
  expect(remarks).toEqual([
    "D2 request/ENV_WASTE le_chan month 2026-10-01..2026-10-31 written 2026-11-05 due null: 1. Vì sao?\n2. Bao giờ xong?",
    "D3 request/SI_COVERAGE le_chan month 2026-10-01..2026-10-31 written null due null: •••",
  ]);
  expect(rejects).toEqual(["warning personal_number D3 •••", "error error_cell D4 #N/A"]);
});

test("a date needs the words it belongs to, and is one day", () => {
  const { rows, remarks, rejects } = tracked(
    "ENV_WASTE;2026-10;99;;02/11/2026;;Do xe hỏng;11/2026",
    "SI_COVERAGE;2026-10;;;;06/11/2026;;",
  );
  expect(rows).toBe("4 = 1 + 1 + 2");
  expect(remarks).toHaveLength(1);
  expect(rejects).toEqual([
    "error remark_missing D3 null",
    "error not_a_day H3 11/2026",
    "error remark_missing D4 null",
  ]);
});
