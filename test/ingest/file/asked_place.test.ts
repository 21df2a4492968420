import { describe, expect, test } from "vitest";
import { readBook, readText } from "../read_outcome.ts";

const asked = (text: string) => shown(readText(text, "so lieu.csv"));
const shown = ({ rows }: ReturnType<typeof readText>) =>
  (rows.questions ?? []).map(({ kind, cell, samples }) => `${kind} ${cell}: ${samples}`);

describe("a question names its cell and shows what stands there", () => {
  test("of a table of no form: its first line, its first figures", () => {
    const lines = [
      "CÔNG AN PHƯỜNG,,",
      "TÌNH HÌNH CHÁY NỔ,,",
      "Tháng 10/2026,,",
      "STT,Nội dung,Số vụ",
      "1,Cháy,12",
      "2,Nổ,3",
    ];
    expect(asked(lines.join("\n"))).toEqual(["form A2: 12 · 3"]);
  });

  test("of a sheet of another ward: the line that says so", () => {
    const lines = [
      "ỦY BAN NHÂN DÂN,,",
      "PHƯỜNG HẢI AN,,",
      "TỔNG HỢP THAM GIA BẢO HIỂM Y TẾ,,",
      "Tháng 10/2026,,",
      "Khu vực,Dân số,Số người tham gia BHYT",
      "Toàn phường,1700,1600",
    ];
    expect(asked(lines.join("\n"))).toEqual(["area A2: 1700 · 1600"]);
  });

  test("of a period: the title", () => {
    const lines = [
      "TỔNG HỢP THAM GIA BẢO HIỂM Y TẾ,,",
      "Tháng 10,,",
      "Tổ dân phố,Dân số,Số người tham gia BHYT",
      "Tổ 1,1700,1600",
    ];
    expect(asked(lines.join("\n"))).toEqual(["period A1: 1700 · 1600"]);
  });

  test("of a column: what stands below its header", () => {
    const lines = [
      "TÌNH HÌNH TỘI PHẠM,,",
      "Tháng 10/2026,,",
      "Loại tội phạm,Số vụ xảy ra,Số xyz phá án",
      "Trộm cắp,4,2",
      "Giết người,0,1",
    ];
    expect(asked(lines.join("\n"))).toEqual(["column C3: 2 · 1"]);
  });

  test("of a row: its figures", () => {
    const lines = [
      "TÌNH HÌNH TỘI PHẠM,,",
      "Tháng 10/2026,,",
      "STT,Loại tội phạm,Số vụ xảy ra",
      "1,Mất cắp xe máy,7",
    ];
    expect(asked(lines.join("\n"))).toEqual(["category B4: 7"]);
  });
});

test("of a list of people nothing is shown, whatever its form", () => {
  const rows = [
    ["DANH SÁCH ĐOÀN VIÊN"],
    ["Tháng 10/2026"],
    ["STT", "Họ và tên", "Năm sinh", "Tổ dân phố", "Số tiền"],
    [1, "Nguyễn Văn An", 1990, "Tổ 1", 120000],
    [2, "Trần Thị Bình", 1991, "Tổ 2", 150000],
  ];
  const said = shown(readBook({ DS: rows }));
  expect(said).toEqual(["form A1: "]);
});
