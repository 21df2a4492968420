import { describe, expect, test } from "vitest";
import { type Case, one, read } from "../sheet_case.ts";

const HEALTH = "BẢO HIỂM Y TẾ PHƯỜNG LÊ CHÂN|";
const POPULATION = "HỘ KHẨU, NHÂN KHẨU PHƯỜNG LÊ CHÂN|";
const CRIME = "TÌNH HÌNH TỘI PHẠM PHƯỜNG LÊ CHÂN|";
const MONTH = "Tháng 10/2026|";

const turned: Record<string, Case> = {
  "months across below their year": one(
    [
      HEALTH,
      "TT|Nội dung|ĐVT|Năm 2026|",
      "|||T1|T2",
      "1|Dân số|người|160|170",
      "2|Số người tham gia BHYT|người|150|155",
      "3|Độ bao phủ|%|93,75|91,18",
    ],
    {
      landed: [
        "D4 population le_chan = 160",
        "D5 insured le_chan = 150",
        "D6 coverage le_chan = 93.75",
        "E4 population le_chan = 170",
        "E5 insured le_chan = 155",
        "E6 coverage le_chan = 91.18",
      ],
      ignored: ["header 2", "title 1"],
      told: [],
    },
    [{ top: 1, left: 3, bottom: 1, right: 4 }],
  ),
  "neighbourhoods across": one(
    [
      "TUYỂN QUÂN NĂM 2026|",
      "TT|Nội dung|TDP 20|TDP 21",
      "1|Chỉ tiêu|1|2",
      "2|Khám tuyển|3|5",
      "3|Giao quân|1|2",
    ],
    {
      landed: [
        "C3 quota le_chan_tdp_20 = 1",
        "C4 examined le_chan_tdp_20 = 3",
        "C5 handed_over le_chan_tdp_20 = 1",
        "D3 quota le_chan_tdp_21 = 2",
        "D4 examined le_chan_tdp_21 = 5",
        "D5 handed_over le_chan_tdp_21 = 2",
      ],
      ignored: ["header 1", "title 1"],
      told: [],
    },
  ),
  "numbers of neighbourhoods below one header": one(
    ["TUYỂN QUÂN NĂM 2026|", "Nội dung|Tổ dân phố|", "|1|2", "Chỉ tiêu|4|5", "Giao quân|6|7"],
    {
      landed: [
        "B4 quota le_chan_tdp_01 = 4",
        "B5 handed_over le_chan_tdp_01 = 6",
        "C4 quota le_chan_tdp_02 = 5",
        "C5 handed_over le_chan_tdp_02 = 7",
      ],
      told: [],
    },
    [{ top: 1, left: 1, bottom: 1, right: 2 }],
  ),
  "label, value and unit without a header": one(
    [
      `${POPULATION}|`,
      "Tính đến ngày 30/9/2026||",
      "",
      "1. Tổng số hộ|47|hộ",
      "2. Nhân khẩu thường trú|160|khẩu",
      "3. Nhân khẩu tạm trú|12|khẩu",
    ],
    {
      landed: [
        "B4 households le_chan = 47",
        "B5 registered_population le_chan = 160",
        "B6 temporary_residents le_chan = 12",
      ],
      ignored: ["title 2"],
      told: [],
    },
  ),
  "groups with their parts below them": one(
    [
      CRIME,
      MONTH,
      "",
      "Trộm cắp tài sản|",
      "- Số vụ xảy ra|25|vụ",
      "- Số vụ khám phá|21|vụ",
      "Cướp tài sản: số vụ xảy ra|3|vụ",
    ],
    {
      landed: [
        "B5 cases/theft le_chan = 25",
        "B6 cleared/theft le_chan = 21",
        "B7 cases/robbery le_chan = 3",
      ],
      ignored: ["group 1", "title 2"],
    },
  ),
};

const planned: Record<string, Case> = {
  "plan, done and the ratio to it": one(
    [
      HEALTH,
      "Đến 31/10/2026|",
      "STT|Chỉ tiêu|ĐVT|Kế hoạch|Thực hiện|Tỷ lệ (%)",
      "1|Dân số|người|165|160|97",
      "2|Số người tham gia BHYT|người|160|150|94",
    ],
    {
      landed: ["E4 population le_chan = 160", "E5 insured le_chan = 150"],
      ignored: ["header 1", "title 2"],
      told: ["warning column_read_past D3"],
    },
  ),
  "the header of what was done says when": one(
    [
      HEALTH,
      "STT|Chỉ tiêu|ĐVT|KH năm 2026|Thực hiện đến 31/10/2026|% so KH",
      "1|Dân số|người|165|160|97",
      "2|Số người tham gia BHYT|người|160|150|94",
    ],
    {
      landed: ["E3 population le_chan = 160", "E4 insured le_chan = 150"],
      told: ["warning column_read_past D2"],
    },
  ),
  "what was done last year is of last year": one(
    [
      "BẢO HIỂM XÃ HỘI THÁNG 10/2026|",
      "Nội dung|Thực hiện 2025|Kế hoạch 2026|Thực hiện 10 tháng 2026|So sánh",
      "BHXH bắt buộc|5|9|7|+2",
      "BHXH tự nguyện|6|9|8|+2",
    ],
    {
      landed: [
        "B3 compulsory le_chan = 5",
        "B4 voluntary le_chan = 6",
        "D3 compulsory le_chan = 7",
        "D4 voluntary le_chan = 8",
      ],
      told: ["warning column_read_past C2"],
    },
  ),
  "months and their sum": one(
    [
      "BẢO HIỂM XÃ HỘI NĂM 2026|",
      "Nội dung|Tháng 1|Tháng 2|Cộng",
      "BHXH bắt buộc|5|6|11",
      "BHXH tự nguyện|7|8|15",
    ],
    {
      landed: [
        "B3 compulsory le_chan = 5",
        "B4 voluntary le_chan = 7",
        "C3 compulsory le_chan = 6",
        "C4 voluntary le_chan = 8",
      ],
      told: ["warning column_read_past D2"],
    },
  ),
  "this month beside the sum of the months": one(
    [
      HEALTH,
      MONTH,
      "Chỉ tiêu|Kế hoạch năm|Thực hiện tháng 10|Lũy kế 10 tháng|% so KH",
      "Dân số|165|160|161|97",
      "Số người tham gia BHYT|160|150|151|94",
    ],
    {
      landed: ["C4 population le_chan = 160", "C5 insured le_chan = 150"],
      told: ["warning column_read_past B3"],
    },
  ),
};

const across: Record<string, Case> = {
  "months over the same measures": one(
    [
      CRIME,
      "STT|Loại tội phạm|Tháng 10/2026|Tháng 10/2026|Tháng 9/2026|Tháng 9/2026",
      "||Xảy ra|Khám phá|Xảy ra|Khám phá",
      "1|Trộm cắp tài sản|5|4|3|2",
      "2|Cướp tài sản|1|1|0|0",
    ],
    {
      landed: [
        "C4 cases/theft le_chan = 5",
        "D4 cleared/theft le_chan = 4",
        "C5 cases/robbery le_chan = 1",
        "D5 cleared/robbery le_chan = 1",
        "E4 cases/theft le_chan = 3",
        "F4 cleared/theft le_chan = 2",
        "E5 cases/robbery le_chan = 0",
        "F5 cleared/robbery le_chan = 0",
      ],
      ignored: ["header 2", "title 1"],
      told: [],
    },
  ),
  "this period beside the last, whose date nobody wrote": one(
    [
      CRIME,
      MONTH,
      "Loại tội phạm|Kỳ này||Kỳ trước||So sánh",
      "|Xảy ra|Khám phá|Xảy ra|Khám phá|",
      "Trộm cắp tài sản|5|4|3|2|+2",
    ],
    {
      landed: ["B5 cases/theft le_chan = 5", "C5 cleared/theft le_chan = 4"],
      told: ["warning column_read_past D4"],
    },
    [
      { top: 2, left: 1, bottom: 2, right: 2 },
      { top: 2, left: 3, bottom: 2, right: 4 },
    ],
  ),
};

const long: Record<string, Case> = {
  "areas merged over their kinds": one(
    [
      POPULATION,
      "Tính đến ngày 14/10/2026|",
      "STT|Địa bàn|Diện cư trú|Số nhân khẩu",
      "1|TDP 7|Thường trú|15",
      "||Tạm trú|3",
      "2|TDP 8|Thường trú|17",
      "||Tạm trú|2",
    ],
    {
      landed: [
        "D4 registered_population le_chan_tdp_07 = 15",
        "D5 temporary_residents le_chan_tdp_07 = 3",
        "D6 registered_population le_chan_tdp_08 = 17",
        "D7 temporary_residents le_chan_tdp_08 = 2",
      ],
      ignored: ["header 1", "title 2"],
      told: [],
    },
    [
      { top: 3, left: 1, bottom: 4, right: 1 },
      { top: 5, left: 1, bottom: 6, right: 1 },
    ],
  ),
  "area, period, label, value": one(
    [
      POPULATION,
      "Khu vực|Kỳ|Chỉ tiêu|Giá trị",
      "TDP 7|Tháng 9/2026|Thường trú|15",
      "TDP 7|Tháng 9/2026|Tạm trú|3",
      "TDP 7|Tháng 10/2026|Thường trú|16",
      "TDP 7|Tháng 10/2026|Tạm trú|4",
    ],
    {
      landed: [
        "D3 registered_population le_chan_tdp_07 = 15",
        "D4 temporary_residents le_chan_tdp_07 = 3",
        "D5 registered_population le_chan_tdp_07 = 16",
        "D6 temporary_residents le_chan_tdp_07 = 4",
      ],
      told: [],
    },
  ),
};

const COLUMNS = "STT|Tổ dân phố|Nhân khẩu thường trú|Tạm trú";

const parts: Record<string, Case> = {
  "one table in two halves side by side": one(
    [MONTH, `${COLUMNS}||${COLUMNS}`, "1|Tổ 1|6|7||3|Tổ 3|10|11", "2|Tổ 2|8|9||4|Tổ 4|12|13"],
    {
      landed: [
        "C3 registered_population le_chan_tdp_01 = 6",
        "D3 temporary_residents le_chan_tdp_01 = 7",
        "C4 registered_population le_chan_tdp_02 = 8",
        "D4 temporary_residents le_chan_tdp_02 = 9",
        "H3 registered_population le_chan_tdp_03 = 10",
        "I3 temporary_residents le_chan_tdp_03 = 11",
        "H4 registered_population le_chan_tdp_04 = 12",
        "I4 temporary_residents le_chan_tdp_04 = 13",
      ],
      ignored: ["header 1", "title 1"],
      told: [],
    },
  ),
  "a page that begins with a shorter header is of the same table": one(
    [
      MONTH,
      COLUMNS,
      "1|Tổ 1|6|7",
      "STT|Tổ dân phố|Nhân khẩu thường trú|Tạm trú (người)",
      "2|Tổ 2|8|9",
    ],
    {
      landed: [
        "C3 registered_population le_chan_tdp_01 = 6",
        "D3 temporary_residents le_chan_tdp_01 = 7",
        "C5 registered_population le_chan_tdp_02 = 8",
        "D5 temporary_residents le_chan_tdp_02 = 9",
      ],
    },
  ),
  "two forms below each other": one(
    [
      MONTH,
      COLUMNS,
      "1|Tổ 1|6|7",
      "",
      "TÌNH HÌNH TỘI PHẠM|",
      "STT|Loại tội phạm|Số vụ xảy ra|Số vụ khám phá",
      "1|Trộm cắp|5|4",
    ],
    {
      landed: [
        "C3 registered_population le_chan_tdp_01 = 6",
        "D3 temporary_residents le_chan_tdp_01 = 7",
        "C7 cases/theft le_chan = 5",
        "D7 cleared/theft le_chan = 4",
      ],
      ignored: ["header 2", "title 2"],
      told: [],
    },
  ),
  "a table for each of two neighbourhoods": one(
    [
      MONTH,
      "Tổ dân phố số 1|",
      "STT|Nhóm|Nhân khẩu thường trú|Tạm trú",
      "1|Nhóm A|6|7",
      "",
      "Tổ dân phố số 2|",
      "STT|Nhóm|Nhân khẩu thường trú|Tạm trú",
      "1|Nhóm A|8|9",
    ],
    {
      landed: [
        "C4 registered_population le_chan_tdp_01 = 6",
        "D4 temporary_residents le_chan_tdp_01 = 7",
        "C8 registered_population le_chan_tdp_02 = 8",
        "D8 temporary_residents le_chan_tdp_02 = 9",
      ],
    },
  ),
  "lines that name the neighbourhood of the rows below": one(
    [
      "SỔ THEO DÕI NHÂN KHẨU|",
      "Quý III/2026|",
      "STT|Nhóm|Số hộ|Nhân khẩu thường trú|Tạm trú",
      "Tổ dân phố 1|",
      "1|Nhóm A|5|6|7",
      "Tổ dân phố 2|",
      "1|Nhóm A|6|8|9",
    ],
    {
      landed: [
        "C5 households le_chan_tdp_01 = 5",
        "D5 registered_population le_chan_tdp_01 = 6",
        "E5 temporary_residents le_chan_tdp_01 = 7",
        "C7 households le_chan_tdp_02 = 6",
        "D7 registered_population le_chan_tdp_02 = 8",
        "E7 temporary_residents le_chan_tdp_02 = 9",
      ],
      ignored: ["group 2", "header 1", "title 2"],
      told: ["warning unknown_column B3"],
    },
  ),
};

const refused: Record<string, Case> = {
  "a plan for next year": one(
    [
      "KẾ HOẠCH BẢO HIỂM XÃ HỘI NĂM 2027|",
      "Nội dung|Số lượng",
      "BHXH bắt buộc|5",
      "BHXH tự nguyện|6",
    ],
    { landed: [], told: ["error unknown_form null"] },
  ),
  "a column that nothing dates": one(
    ["BẢO HIỂM XÃ HỘI|", "Nội dung|Kỳ trước|Cùng kỳ", "BHXH bắt buộc|5|4", "BHXH tự nguyện|6|5"],
    { landed: [], told: ["error unknown_form null"] },
  ),
  "a forecast is nothing that was done": one(
    [
      POPULATION,
      "STT|Chỉ tiêu|Dự báo|",
      "||2027|2028",
      "1|Nhân khẩu thường trú|160|170",
      "2|Tạm trú|12|13",
    ],
    { landed: [], told: ["error unknown_form null"] },
    [{ top: 1, left: 2, bottom: 1, right: 3 }],
  ),
  "neighbourhoods that nobody knows, of a form without areas": one(
    [
      "TÌNH HÌNH TỘI PHẠM TỔ DÂN PHỐ SỐ 912|",
      MONTH,
      "STT|Loại tội phạm|Số vụ xảy ra|Số vụ khám phá",
      "1|Trộm cắp|5|4",
    ],
    { landed: [], told: ["error one_neighbourhood null"] },
  ),
  "neighbourhoods that nobody knows": one(
    ["TUYỂN QUÂN NĂM 2026|", "Nội dung|TDP 900|TDP 901", "Chỉ tiêu|1|2", "Giao quân|1|2"],
    { landed: [], told: ["error unknown_form null"] },
  ),
};

describe.each(Object.entries({ turned, planned, across, long, parts, refused }))(
  "%s",
  (_, cases) => {
    test.each(Object.entries(cases))("%s", (_, each) => {
      const outcome = read(each);
      if (each.told) expect(outcome.told).toEqual(each.told);
      expect(outcome.landed).toEqual(each.landed);
      if (each.ignored) expect(outcome.ignored).toEqual(each.ignored);
    });
  },
);
