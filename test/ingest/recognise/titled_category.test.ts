import { describe, expect, it } from "vitest";
import { one, read } from "../sheet_case.ts";

const TABLE = [
  "STT|Tổ dân phố|Số vụ xảy ra|Số vụ khám phá",
  "1|TDP 2|1|0",
  "2|TDP 4|2|1",
  "|Cộng 2 tổ trọng điểm|3|1",
];

/** The categories that land of crimes by neighbourhood below a title. */
function categoriesOf(...title: string[]): string[] {
  const { observations } = read(one([...title, "Tháng 10/2026", ...TABLE], { landed: [] }));
  return observations.map(({ measure, category, area_id, value }) =>
    [measure, category, area_id, value].join(" "),
  );
}

function all(category: string): string[] {
  return [
    `cases ${category} le_chan_tdp_02 1`,
    `cleared ${category} le_chan_tdp_02 0`,
    `cases ${category} le_chan_tdp_04 2`,
    `cleared ${category} le_chan_tdp_04 1`,
  ];
}

describe("crimes by neighbourhood", () => {
  it("are of the kind that the title names", () => {
    const social = all("social_order");
    expect(categoriesOf("TÌNH HÌNH TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI THEO TỔ DÂN PHỐ")).toEqual(social);
    expect(categoriesOf("SỐ VỤ PHẠM PHÁP HÌNH SỰ CÁC TỔ DÂN PHỐ")).toEqual(social);
    expect(categoriesOf("Tinh hinh toi pham ve TTXH tren dia ban phuong")).toEqual(social);
    expect(categoriesOf("TÌNH HÌNH TRỘM CẮP TÀI SẢN TẠI CÁC TỔ DÂN PHỐ")).toEqual(all("theft"));
    expect(categoriesOf("BÁO CÁO TÌNH HÌNH TỘI PHẠM", "2. Cướp giật")).toEqual(all("snatching"));
  });

  it.each([
    ["of no kind", ["TÌNH HÌNH TỘI PHẠM THEO TỔ DÂN PHỐ"]],
    ["of another", ["TÌNH HÌNH TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI", "1. Ma túy theo tổ dân phố"]],
    ["of two", ["TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI VÀ VI PHẠM HÀNH CHÍNH"]],
    ["of two lines", ["TÌNH HÌNH TRỘM CẮP", "TÌNH HÌNH PHẠM PHÁP HÌNH SỰ"]],
    ["of some", ["TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI DO NGƯỜI CHƯA THÀNH NIÊN"]],
    ["of a plan", ["KẾ HOẠCH GIẢM TỘI PHẠM VỀ TRẬT TỰ XÃ HỘI"]],
  ])("land nothing below a title %s", (_, title) => {
    expect(categoriesOf(...title)).toEqual([]);
  });
});
