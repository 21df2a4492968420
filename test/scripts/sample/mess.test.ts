import { expect, it } from "vitest";
import { PERSONAL_NUMBER, sampleExpectations } from "../../../scripts/sample/mess.ts";
import { spoil } from "../../../scripts/sample/spoil.ts";
import { toTcvn3 } from "../../../scripts/sample/tcvn3.ts";
import { sampleTruth } from "../../../scripts/sample/truth.ts";
import { makeWorld } from "../../../scripts/sample/world.ts";
import { cellAt, committed } from "./workbook.ts";

const expected = sampleExpectations();

it("puts every declared bad cell where it says", () => {
  expect(expected.bad_cells).toHaveLength(9);
  for (const { file, sheet, cell, found } of expected.bad_cells) {
    expect(cellAt(committed(file, sheet), cell), `${file} ${sheet}!${cell}`).toBe(found);
  }
});

it("spoils no cell that an indicator needs but those declared lost", () => {
  const september = committed("BHYT_tong_hop_2024.xlsx", "T9");
  expect(september[45]?.slice(0, 2)).toEqual([34, "Tổ dân phố số 34"]);
  const truth = sampleTruth();
  for (const lost of expected.lost) {
    expect(truth.find((t) => isSame(t, lost))).toBeDefined();
  }
  const application = committed("NOXH_2026_quy_1.xlsx", "Hồ sơ")[28];
  expect(application?.[4]).toBe("Đang giải quyết");
  const decided = committed("NOXH_2026_quy_2.xlsx", "Hồ sơ");
  expect(decided.find((row) => row[1] === application?.[1])?.[2]).toBe("14/03/2026");
});

it("prints one total a hundred too high and all others right", () => {
  const [may, june] = ["T5", "T6"].map((sheet) => {
    const rows = committed("BHYT_tong_hop_2023.xlsx", sheet);
    const parts = rows.filter((row) => String(row[1]).startsWith("Tổ dân phố số "));
    const whole = rows.find((row) => row[1] === "Tổng cộng");
    return Number(whole?.[3]) - parts.reduce((sum, row) => sum + Number(row[3]), 0);
  });
  expect([may, june]).toEqual([100, 0]);
});

it("corrects in a second edition what the first got wrong, and dates it later", () => {
  const first = committed("BHYT_2026_thang_05.xlsx", "BHYT");
  const second = committed("BHYT_2026_thang_05_lan_2.xlsx", "BHYT");
  expect(first[2]?.[4]).toBe("Hải Phòng, ngày 05 tháng 06 năm 2026");
  expect(second[2]?.[4]).toBe("Hải Phòng, ngày 18 tháng 06 năm 2026");
  expect(second[7]?.[0]).toBe("(Lần 2, thay báo cáo đã gửi)");
  const difference = insured(first).map((count, i) => count - (insured(second)[i] ?? 0));
  const wrong = difference.flatMap((by, i) => (by === 0 ? [] : [[i + 1, by]]));
  expect(wrong).toEqual([
    [20, 36],
    [64, -58],
  ]);
});

it("writes numbers as text where declared: dots between thousands, commas before decimals", () => {
  const rows = committed("BHYT_2026_thang_03.xlsx", "BHYT");
  const whole = rows.find((row) => row[1] === "Tổng cộng");
  expect(whole?.[2]).toMatch(/^\d{3}\.\d{3}$/);
  expect(whole?.[4]).toMatch(/^\d{2},\d{1,2}$/);
});

it("counts social insurance of 2024 in thousands, with the unit above", () => {
  const rows = committed("BHXH_tong_hop_2024.xlsx", "Năm 2024");
  expect(rows[8]).toContain("ĐVT: nghìn người");
  expect(rows[12]?.slice(1, 2)).toEqual(["Tháng 01/2024"]);
  expect(Number(rows[12]?.[6])).toBeGreaterThan(82);
  expect(Number(rows[12]?.[6])).toBeLessThan(84);
});

it("writes TCVN3 as published examples do", () => {
  expect(
    toTcvn3("Họ và tên; Số thẻ; Giá trị thẻ từ ngày; Người lập biểu; Tổng cộng; Ghi chú"),
  ).toBe("Hä vµ tªn; Sè thÎ; Gi¸ trÞ thÎ tõ ngµy; Ng\u00adêi lËp biÓu; Tæng céng; Ghi chó");
  expect(toTcvn3("ỦY BAN")).toBe("ñy ban");
  expect(committed("BHYT_2026_thang_02.xlsx", "BHYT")[9]?.[1]).toBe("Tæ d©n phè");
});

it("writes the number of a person into one explanation, which its truth masks", () => {
  const told = makeWorld().explanations.flatMap(({ reply }) =>
    reply?.includes("•••") ? reply : [],
  );
  expect(told).toHaveLength(1);
  const rows = committed("Theo_doi_kinh_te_ha_tang.xlsx", "Theo dõi");
  const written = rows.flat().filter((cell) => String(cell).includes(PERSONAL_NUMBER));
  expect(written).toEqual([told[0]?.replace("•••", PERSONAL_NUMBER)]);
});

it("asks in a file of its own and is answered in the units' files, two templates side by side", () => {
  const headed = (file: string) =>
    committed(file, "Theo dõi").some((row) => row.includes("Yêu cầu giải trình"));
  expect(headed("Theo_doi_yeu_cau_giai_trinh.xlsx")).toBe(true);
  expect(headed("Theo_doi_tram_y_te.xlsx")).toBe(true);
  expect(headed("Theo_doi_mttq.xlsx")).toBe(false);
});

it("refuses to spoil a cell that is not there", () => {
  const draft = { name: "CA_nhan_khau_2025.xlsx", sheets: [] };
  expect(() => spoil(draft)).toThrow(
    "no body or entry cell to spoil: CA_nhan_khau_2025.xlsx T6!C31",
  );
});

interface Key {
  indicator_id: string;
  area_id: string;
  period: string;
}

function isSame(a: Key, b: Key): boolean {
  return a.indicator_id === b.indicator_id && a.area_id === b.area_id && a.period === b.period;
}

function insured(rows: unknown[][]): number[] {
  return rows
    .filter((row) => String(row[1]).startsWith("Tổ dân phố số "))
    .map((row) => Number(row[3]));
}
