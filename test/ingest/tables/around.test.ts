import { describe, expect, test } from "vitest";
import type { Merge } from "../../../ingest/read/grid.ts";
import { type Case, one as caseOf, read } from "../sheet_case.ts";

/** A case that says more of what landed. */
type AroundCase = Case & {
  periods?: readonly string[];
  /** `name: all units, completed, qualified`. */
  projects?: readonly string[];
  /** `sheet: read = landed + rejected + ignored`. */
  rows?: readonly string[];
};

function one(
  lines: readonly string[],
  rest: Omit<AroundCase, "sheets">,
  merges?: Merge[],
): AroundCase {
  return { ...rest, ...caseOf(lines, rest, merges) };
}

function projectsOf(records: readonly Record<string, unknown>[]): string[] {
  return records.map((each) => {
    const units = ["total_units", "completed_units", "qualified_units"].map((unit) => each[unit]);
    return `${each["project_name"]}: ${units.join(" ")}`;
  });
}

const AREAS = "STT|Tổ dân phố";

const periods: Record<string, AroundCase> = {
  "quarters of the year in the title, a plan beside them": one(
    [
      "KẾT QUẢ GIẢI PHÓNG MẶT BẰNG PHƯỜNG LÊ CHÂN NĂM 2026|",
      "(số cộng dồn đến hết quý)|",
      "TT|Nội dung|ĐVT|Quý I|Quý II|Kế hoạch quý III",
      "1|Diện tích đất phải thu hồi|ha|3,5|4,5|9",
      "2|Diện tích đất đã thu hồi|ha|1,5|2,5|9",
      "3|Số hộ phải bàn giao|hộ|30|40|90",
      "4|Số hộ đã bàn giao|hộ|10|20|90",
    ],
    {
      landed: [
        "D4 land_to_clear le_chan = 3.5 total",
        "D5 land_cleared le_chan = 1.5 total",
        "D6 households_to_clear le_chan = 30 total",
        "D7 households_handed_over le_chan = 10 total",
        "E4 land_to_clear le_chan = 4.5 total",
        "E5 land_cleared le_chan = 2.5 total",
        "E6 households_to_clear le_chan = 40 total",
        "E7 households_handed_over le_chan = 20 total",
      ],
      told: ["warning column_read_past F3"],
      ignored: ["header 1", "title 2"],
      periods: ["2026-03-31..2026-03-31", "2026-06-30..2026-06-30"],
    },
  ),
  "months over the same measures, their year in a line": one(
    [
      "NHÂN KHẨU PHƯỜNG LÊ CHÂN|",
      "Năm 2026 (tính đến ngày cuối tháng)|",
      `${AREAS}|Tháng 3||Tháng 4|`,
      "||Hộ|Nhân khẩu thường trú|Hộ|Nhân khẩu thường trú",
      "1|TDP 20|11|31|12|32",
      "2|TDP 21|13|33|14|34",
    ],
    {
      landed: [
        "C5 households le_chan_tdp_20 = 11",
        "D5 registered_population le_chan_tdp_20 = 31",
        "C6 households le_chan_tdp_21 = 13",
        "D6 registered_population le_chan_tdp_21 = 33",
        "E5 households le_chan_tdp_20 = 12",
        "F5 registered_population le_chan_tdp_20 = 32",
        "E6 households le_chan_tdp_21 = 14",
        "F6 registered_population le_chan_tdp_21 = 34",
      ],
      told: [],
      periods: ["2026-03-31..2026-03-31", "2026-04-30..2026-04-30"],
    },
    [
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 2, right: 5 },
    ],
  ),
  "months below what they count, rows of kinds": one(
    [
      "PHẠM PHÁP HÌNH SỰ PHƯỜNG LÊ CHÂN NĂM 2026|",
      "STT|Loại tội phạm|Số vụ xảy ra trong năm 2026||",
      "||T1|T2|Cộng 2 tháng",
      "1|Trộm cắp tài sản|5|4|9",
      "2|Cướp tài sản|1|0|1",
    ],
    {
      landed: [
        "C4 cases/theft le_chan = 5",
        "C5 cases/robbery le_chan = 1",
        "D4 cases/theft le_chan = 4",
        "D5 cases/robbery le_chan = 0",
      ],
      told: ["warning column_read_past E3"],
      periods: ["2025-12-15..2026-01-14", "2026-01-15..2026-02-14"],
    },
    [{ top: 1, left: 2, bottom: 1, right: 4 }],
  ),
  "this period, the dated one before, the same of a year, a sum of another span": one(
    [
      "TÌNH HÌNH TỘI PHẠM PHƯỜNG LÊ CHÂN|",
      "(từ 15/5 đến 14/6/2026)|",
      "STT|Nội dung|ĐVT|Kỳ này|Kỳ trước (15/4-14/5)|Cùng kỳ 2025|Cùng kỳ năm trước|Lũy kế từ 15/12/2025",
      "1|Trộm cắp tài sản|vụ|5|6|7|8|40",
      "2|Cướp tài sản|vụ|1|2|3|4|9",
    ],
    {
      landed: [
        "D4 cases/theft le_chan = 5",
        "D5 cases/robbery le_chan = 1",
        "E4 cases/theft le_chan = 6",
        "E5 cases/robbery le_chan = 2",
        "F4 cases/theft le_chan = 7",
        "F5 cases/robbery le_chan = 3",
      ],
      told: ["warning column_read_past G3"],
      periods: ["2026-05-15..2026-06-14", "2026-04-15..2026-05-14", "2025-05-15..2025-06-14"],
    },
  ),
  "rows of several units are no kinds": one(
    [
      "TÌNH HÌNH TỘI PHẠM PHƯỜNG LÊ CHÂN|",
      "Tháng 6/2026|",
      "STT|Nội dung|ĐVT|Tháng này|Lũy kế",
      "1|Trộm cắp tài sản|vụ|5|40",
      "2|Bắt giữ|người|3|12",
    ],
    { landed: [], told: ["error unknown_form null"] },
  ),
};

const sections: Record<string, AroundCase> = {
  "people below the line of their neighbourhood": one(
    [
      "DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ|",
      "Tính đến hết ngày 30/6/2026|",
      "STT|Họ và tên|Ngày sinh|Số thẻ BHYT|Từ ngày|Đến ngày",
      "TỔ DÂN PHỐ SỐ 20 (2 người)|",
      "1|Nguyễn Thị A|01/02/1980|GD4313110000001|01/01/2026|31/12/2026",
      "2|Nguyễn Thị B|01/02/1981|GD4313110000002|01/01/2026|31/12/2026",
      "II. Tổ dân phố 21: 1 người|",
      "1|Nguyễn Thị C|01/02/1982|GD4313110000003|01/01/2026|31/12/2026",
      "Tổ dân phố 900|",
      "1|Nguyễn Thị D|01/02/1983|GD4313110000004|01/01/2026|31/12/2026",
    ],
    {
      landed: [
        "A5 members le_chan_tdp_20 = 2",
        "A8 members le_chan_tdp_21 = 1",
        "A10 members null = 1",
      ],
      told: ["warning area_in_doubt A9"],
      ignored: ["group 3", "header 1", "title 2"],
    },
  ),
};

const blocks: Record<string, AroundCase> = {
  "a block for each year": one(
    [
      "SỐ LIỆU CÔNG BỐ THÀNH PHỐ HẢI PHÒNG|",
      "Năm 2024|",
      "STT|Chỉ tiêu|ĐVT|Giá trị",
      "1|Tỷ lệ bao phủ bảo hiểm y tế|%|91,5",
      "|",
      "Năm 2025|",
      "STT|Chỉ tiêu|ĐVT|Giá trị",
      "1|Tỷ lệ bao phủ bảo hiểm y tế|%|92,5",
    ],
    {
      landed: [
        "D4 value/health_insurance_coverage hai_phong = 91.5",
        "D8 value/health_insurance_coverage hai_phong = 92.5",
      ],
      told: [],
      periods: ["2024-01-01..2024-12-31", "2025-01-01..2025-12-31"],
    },
  ),
  "two forms side by side": one(
    [
      "UBND PHƯỜNG LÊ CHÂN|",
      "Tháng 6/2026|",
      "|",
      "Bảng 1. Hộ khẩu, nhân khẩu|||||Bảng 2. Bảo hiểm y tế|",
      "STT|Tổ dân phố|Nhân khẩu thường trú|Tạm trú||STT|Tổ dân phố|Dân số|Số người tham gia BHYT",
      "1|TDP 20|31|1||1|TDP 20|32|30",
      "2|TDP 21|33|2||2|TDP 21|35|33",
    ],
    {
      landed: [
        "C6 registered_population le_chan_tdp_20 = 31",
        "D6 temporary_residents le_chan_tdp_20 = 1",
        "C7 registered_population le_chan_tdp_21 = 33",
        "D7 temporary_residents le_chan_tdp_21 = 2",
        "H6 population le_chan_tdp_20 = 32",
        "I6 insured le_chan_tdp_20 = 30",
        "H7 population le_chan_tdp_21 = 35",
        "I7 insured le_chan_tdp_21 = 33",
      ],
      told: [],
      rows: ["S: 6 = 2 + 0 + 4"],
    },
  ),
};

const made: Record<string, AroundCase> = {
  "kinds over their measures, another alone with its unit": one(
    [
      "TÌNH HÌNH TỘI PHẠM PHƯỜNG LÊ CHÂN|",
      "Tháng 6 năm 2026|",
      `${AREAS}|Phạm pháp hình sự||Vi phạm hành chính (vụ)`,
      "||Số vụ|Số đối tượng|",
      "1|TDP 20|3|4|9",
      "2|TDP 21|1|2|7",
    ],
    {
      landed: [
        "C5 cases/social_order le_chan_tdp_20 = 3",
        "D5 offenders/social_order le_chan_tdp_20 = 4",
        "E5 cases/administrative_violations le_chan_tdp_20 = 9",
        "C6 cases/social_order le_chan_tdp_21 = 1",
        "D6 offenders/social_order le_chan_tdp_21 = 2",
        "E6 cases/administrative_violations le_chan_tdp_21 = 7",
      ],
      told: [],
      ignored: ["header 2", "title 2"],
    },
    [{ top: 2, left: 2, bottom: 2, right: 3 }],
  ),
  "kinds that no form has": one(
    [
      "TỔNG HỢP HỘ NGHÈO PHƯỜNG LÊ CHÂN|",
      "Đến 30/6/2026|",
      `${AREAS}|Hộ nghèo||Hộ cận nghèo|`,
      "||Số hộ|Nhân khẩu|Số hộ|Nhân khẩu",
      "1|TDP 20|1|4|6|17",
      "2|TDP 21|2|5|7|18",
    ],
    { landed: [], told: ["error unknown_form null"] },
    [
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 2, right: 5 },
    ],
  ),
  "projects across": one(
    [
      "TIẾN ĐỘ DỰ ÁN NHÀ Ở XÃ HỘI PHƯỜNG LÊ CHÂN|",
      "Đến hết ngày 30/6/2026|",
      "Nội dung|ĐVT|NOXH Bến Cũ|NOXH Hồ Mới",
      "Chủ đầu tư||Công ty A|Công ty B",
      "Tổng số căn|căn|500|200",
      "Đã hoàn thành|căn|50|20",
      "Đủ điều kiện mở bán|căn|40|10",
    ],
    {
      landed: [],
      told: [],
      projects: ["NOXH Bến Cũ: 500 50 40", "NOXH Hồ Mới: 200 20 10"],
      rows: ["S: 7 = 5 + 0 + 2"],
    },
  ),
  "a card of one project": one(
    [
      "PHIẾU THEO DÕI DỰ ÁN NHÀ Ở XÃ HỘI|",
      "Kỳ báo cáo:|Quý II/2026",
      "Địa bàn|Phường Lê Chân",
      "Tên dự án|NOXH Bến Cũ",
      "Chủ đầu tư|Công ty A",
      "Tổng số căn|500",
      "Đã hoàn thành|50 căn",
      "Đủ điều kiện mở bán|40 căn",
    ],
    {
      landed: [],
      told: [],
      projects: ["NOXH Bến Cũ: 500 50 40"],
      rows: ["S: 8 = 5 + 0 + 3"],
    },
  ),
  "a card of figures of one project's land": one(
    [
      "PHIẾU GIẢI PHÓNG MẶT BẰNG|",
      "Dự án|Đường Bến Cũ",
      "Địa bàn|Phường Lê Chân",
      "Thời điểm số liệu|30/6/2026",
      "Diện tích phải thu hồi|5,5 ha",
      "Diện tích đã thu hồi|4,5 ha",
      "Số hộ phải bàn giao|30 hộ",
      "Số hộ đã bàn giao|20 hộ",
    ],
    {
      landed: [
        "B5 land_to_clear/Đường Bến Cũ le_chan = 5.5",
        "B6 land_cleared/Đường Bến Cũ le_chan = 4.5",
        "B7 households_to_clear/Đường Bến Cũ le_chan = 30",
        "B8 households_handed_over/Đường Bến Cũ le_chan = 20",
      ],
      told: [],
      periods: ["2026-06-30..2026-06-30"],
    },
  ),
};

const down: Record<string, AroundCase> = {
  "months down, neighbourhoods across": one(
    [
      "BẢO HIỂM Y TẾ PHƯỜNG LÊ CHÂN NĂM 2026|",
      "SỐ NGƯỜI THAM GIA BHYT|",
      "Tháng|TDP 20|TDP 21",
      "Tháng 8|30|40",
      "Tháng 9|31|41",
    ],
    {
      landed: [
        "B4 insured le_chan_tdp_20 = 30",
        "C4 insured le_chan_tdp_21 = 40",
        "B5 insured le_chan_tdp_20 = 31",
        "C5 insured le_chan_tdp_21 = 41",
      ],
      told: [],
      periods: ["2026-08-31..2026-08-31", "2026-09-30..2026-09-30"],
    },
  ),
  "months down, kinds across": one(
    [
      "TÌNH HÌNH TỘI PHẠM PHƯỜNG LÊ CHÂN NĂM 2026|",
      "Tháng|Phạm pháp hình sự||Vi phạm hành chính (vụ)",
      "|Số vụ|Số đối tượng|",
      "Tháng 8|3|4|9",
      "Tháng 9|1|2|7",
    ],
    {
      landed: [
        "B4 cases/social_order le_chan = 3",
        "C4 offenders/social_order le_chan = 4",
        "D4 cases/administrative_violations le_chan = 9",
        "B5 cases/social_order le_chan = 1",
        "C5 offenders/social_order le_chan = 2",
        "D5 cases/administrative_violations le_chan = 7",
      ],
      told: [],
      periods: ["2026-07-15..2026-08-14", "2026-08-15..2026-09-14"],
    },
    [{ top: 1, left: 1, bottom: 1, right: 2 }],
  ),
};

const CARD = [
  "Số liệu đến ngày|30/6/2026",
  "Diện tích phải thu hồi|5,5 ha",
  "Diện tích đã thu hồi|4,5 ha",
  "Số hộ phải bàn giao|30 hộ",
  "Số hộ đã bàn giao|20 hộ",
];

const doubtful: Record<string, AroundCase> = {
  "a card of another ward": one(
    ["PHIẾU GIẢI PHÓNG MẶT BẰNG|", "Dự án|Đường Bến Cũ", "Địa bàn|Phường Hải An", ...CARD],
    { landed: [], told: ["error another_ward null"] },
  ),
  "a card of a neighbourhood": one(
    ["PHIẾU GIẢI PHÓNG MẶT BẰNG|", "Dự án|Đường Bến Cũ", "Địa bàn|Tổ dân phố 20", ...CARD],
    {
      landed: [
        "B5 land_to_clear/Đường Bến Cũ le_chan_tdp_20 = 5.5",
        "B6 land_cleared/Đường Bến Cũ le_chan_tdp_20 = 4.5",
        "B7 households_to_clear/Đường Bến Cũ le_chan_tdp_20 = 30",
        "B8 households_handed_over/Đường Bến Cũ le_chan_tdp_20 = 20",
      ],
      told: [],
    },
  ),
  "projects across and their sum": one(
    [
      "GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN PHƯỜNG LÊ CHÂN|",
      "Quý II/2026|",
      "Chỉ tiêu / Dự án|ĐVT|Đường Bến Cũ|Cầu Hồ Mới|Cộng",
      "Diện tích phải thu hồi|ha|5,5|2,5|8",
      "Diện tích đã thu hồi|ha|4,5|1,5|6",
      "Số hộ phải bàn giao|hộ|30|10|40",
      "Số hộ đã bàn giao|hộ|20|5|25",
    ],
    {
      landed: [
        "C4 land_to_clear/Đường Bến Cũ le_chan = 5.5",
        "C5 land_cleared/Đường Bến Cũ le_chan = 4.5",
        "C6 households_to_clear/Đường Bến Cũ le_chan = 30",
        "C7 households_handed_over/Đường Bến Cũ le_chan = 20",
        "D4 land_to_clear/Cầu Hồ Mới le_chan = 2.5",
        "D5 land_cleared/Cầu Hồ Mới le_chan = 1.5",
        "D6 households_to_clear/Cầu Hồ Mới le_chan = 10",
        "D7 households_handed_over/Cầu Hồ Mới le_chan = 5",
      ],
      told: ["warning column_read_past E3"],
    },
  ),
  "offices across are no projects": one(
    [
      "TIẾN ĐỘ DỰ ÁN NHÀ Ở XÃ HỘI PHƯỜNG LÊ CHÂN|",
      "Đến hết ngày 30/6/2026|",
      "Chỉ tiêu|Sở Xây dựng|UBND phường",
      "Tổng số căn|500|200",
      "Đã hoàn thành|50|20",
      "Đủ điều kiện mở bán|40|10",
    ],
    { landed: [], told: ["error unknown_form null"] },
  ),
  "quarters below two years": one(
    [
      "SO SÁNH BHXH PHƯỜNG LÊ CHÂN NĂM 2025, 2026|",
      "Chỉ tiêu|Quý I|Quý II",
      "BHXH bắt buộc|30|31",
      "BHXH tự nguyện|3|4",
    ],
    { landed: [], told: ["error unknown_form null"] },
  ),
  "a list of another kind beside a table": one(
    [
      "DÂN SỐ PHƯỜNG LÊ CHÂN|",
      "Tháng 6/2026|",
      "STT|Tổ dân phố|Nhân khẩu thường trú|Tạm trú||STT|Cán bộ|Số điện thoại",
      "1|TDP 20|31|1||1|Nguyễn A|0912345678",
    ],
    {
      landed: [
        "C4 registered_population le_chan_tdp_20 = 31",
        "D4 temporary_residents le_chan_tdp_20 = 1",
      ],
      rows: ["S: 4 = 1 + 0 + 3"],
    },
  ),
};

describe.each(Object.entries({ periods, sections, blocks, made, down, doubtful }))(
  "%s",
  (_, cases) => {
    test.each(Object.entries(cases))("%s", (_, each) => {
      const outcome = read(each);
      if (each.told) expect(outcome.told).toEqual(each.told);
      expect(outcome.landed).toEqual(each.landed);
      if (each.ignored) expect(outcome.ignored).toEqual(each.ignored);
      if (each.periods) expect(outcome.periods).toEqual(each.periods);
      if (each.rows) expect(outcome.rows).toEqual(each.rows);
      if (each.projects) expect(projectsOf(outcome.records)).toEqual(each.projects);
    });
  },
);
