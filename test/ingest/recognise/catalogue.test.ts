// Long because it is a list: every mess of real files that is known, each with what must come of it.
import { describe, expect, test } from "vitest";
import { type Case, one, read } from "../sheet_case.ts";

const cases: Record<string, Case> = {};

const HEADER = "STT|Tổ dân phố|Số hộ|Nhân khẩu thường trú|Tạm trú";
const TITLE = "THỐNG KÊ NHÂN KHẨU|";
const MONTH = "Tháng 10/2026|";
const ROWS = [
  "C{} households le_chan_tdp_01 = 5",
  "D{} registered_population le_chan_tdp_01 = 6",
  "E{} temporary_residents le_chan_tdp_01 = 7",
];
/** The observations of the row `1|Tổ 1|5|6|7` where it stands. */
const atRow = (row: number) => ROWS.map((line) => line.replace("{}", String(row)));
/** The observations of the row `2|Tổ 2|8|9|10`. */
const secondAtRow = (row: number) => [
  `C${row} households le_chan_tdp_02 = 8`,
  `D${row} registered_population le_chan_tdp_02 = 9`,
  `E${row} temporary_residents le_chan_tdp_02 = 10`,
];
const FIRST = "1|Tổ 1|5|6|7";
const SECOND = "2|Tổ 2|8|9|10";

Object.assign(cases, {
  "S1 two-column letterhead": one(
    [
      "ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "CÔNG AN PHƯỜNG||Độc lập - Tự do - Hạnh phúc",
      "Số: 12/BC-CAP||Hải Phòng, ngày 05 tháng 11 năm 2026",
      MONTH,
      HEADER,
      FIRST,
    ],
    { landed: atRow(6), ignored: ["header 1", "letterhead 3", "title 1"] },
  ),
  "S2 title lines: form number, decree, month, unit": one(
    [
      "Mẫu số 01/BC-2024|",
      "(Ban hành kèm theo Quyết định số 12/QĐ-BCA ngày 01/02/2024)|",
      TITLE,
      "Tháng 10 năm 2026|",
      "||||ĐVT: người",
      HEADER,
      FIRST,
    ],
    { landed: atRow(7), ignored: ["header 1", "title 5"] },
  ),
  "S2 a date in the title names the month of a stock": one(
    [TITLE, "(Số liệu tính đến ngày 31/10/2026)|", HEADER, FIRST],
    { landed: atRow(4), ignored: ["header 1", "title 2"] },
  ),
  "S3 two header rows, the upper merged": one(
    [MONTH, "STT|Tổ dân phố|Số hộ|Nhân khẩu|", "|||Thường trú|Tạm trú", FIRST],
    { landed: atRow(4), ignored: ["header 2", "title 1"] },
    [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 2, right: 2 },
      { top: 1, left: 3, bottom: 1, right: 4 },
    ],
  ),
  "S3 three header rows": one(
    [MONTH, "STT|Tổ dân phố|Số hộ|Dân cư|", "|||Nhân khẩu|", "|||Thường trú|Tạm trú", FIRST],
    { landed: atRow(5), ignored: ["header 3", "title 1"] },
    [
      { top: 1, left: 0, bottom: 3, right: 0 },
      { top: 1, left: 1, bottom: 3, right: 1 },
      { top: 1, left: 2, bottom: 3, right: 2 },
      { top: 1, left: 3, bottom: 1, right: 4 },
      { top: 2, left: 3, bottom: 2, right: 4 },
    ],
  ),
  "S4 column numbers: A B 1 2 3": one([MONTH, HEADER, "A|B|1|2|3", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: (1) (2)": one([MONTH, HEADER, "(1)|(2)|(3)|(4)|(5)", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: (A) (B) (1)": one([MONTH, HEADER, "(A)|(B)|(1)|(2)|(3)", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: [1] [2]": one([MONTH, HEADER, "[1]|[2]|[3]|[4]|[5]", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: A B C D E": one([MONTH, HEADER, "A|B|C|D|E", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: a formula 3 = 4+5": one([MONTH, HEADER, "A|B|1|2 = 3 + 4|3", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S4 column numbers: (5)=(1)+(2), 6=4/2*100": one(
    [MONTH, HEADER, "(1)|(2)|(3)=(4)+(5)|(4)|5=4/2*100", FIRST],
    { landed: atRow(4), ignored: ["column_numbers 1", "header 1", "title 1"] },
  ),
  "S4 column numbers start after the name": one([MONTH, HEADER, "||1|2|3", FIRST], {
    landed: atRow(4),
    ignored: ["column_numbers 1", "header 1", "title 1"],
  }),
  "S5 machine names": one([MONTH, HEADER, "STT|ToDanPho|SoHo|ThuongTru|TamTru", FIRST], {
    landed: atRow(4),
    ignored: ["header 1", "machine_names 1", "title 1"],
  }),
  "S5 machine names in capitals with underscores": one(
    [MONTH, HEADER, "STT|TO_DAN_PHO|SO_HO|THUONG_TRU|TAM_TRU", FIRST],
    { landed: atRow(4), ignored: ["header 1", "machine_names 1", "title 1"] },
  ),
  "S6 Roman groups with and without figures": one(
    [MONTH, HEADER, "I|Khu vực Hàng Kênh|", FIRST, "II|Khu vực Dư Hàng|8|9|10", SECOND],
    {
      landed: [...atRow(4), ...secondAtRow(6)],
      ignored: ["group 1", "header 1", "subtotal 1", "title 1"],
    },
  ),
  "S6 letter groups, the running number starting again": one(
    [MONTH, HEADER, "A|Khu A|", FIRST, "B|Khu B|", "1|Tổ 2|8|9|10"],
    { landed: [...atRow(4), ...secondAtRow(6)], ignored: ["group 2", "header 1", "title 1"] },
  ),
  "S6 'Trong đó:' is a part and never added": one(
    [MONTH, HEADER, FIRST, "|Trong đó: nữ|2|3|4", "|- Trong đó: trẻ em|1|1|1"],
    { landed: atRow(3), ignored: ["header 1", "subset 2", "title 1"] },
  ),
  "S6 offences in Roman groups, a serious part": one(
    [
      "Tháng 10/2026|",
      "TT|Loại tội phạm|Số vụ xảy ra",
      "I|Tội phạm về trật tự xã hội|9",
      "1|Trộm cắp tài sản|5",
      "2|Cướp tài sản|4",
      "|Trong đó: nghiêm trọng|4",
    ],
    {
      landed: [
        "C3 cases/social_order le_chan = 9",
        "C4 cases/theft le_chan = 5",
        "C5 cases/robbery le_chan = 4",
        "C6 cases/serious le_chan = 4 subset",
      ],
      ignored: ["header 1", "title 1"],
    },
  ),
  ...Object.fromEntries(
    ["Tổng cộng", "Cộng", "TỔNG SỐ", "Toàn phường", "Tổng cộng:", "CỘNG TOÀN PHƯỜNG", "Tổng"].map(
      (label) => [
        `S7 total row '${label}'`,
        one([MONTH, HEADER, FIRST, SECOND, `|${label}|13|15|17`], {
          landed: [
            ...atRow(3),
            ...secondAtRow(4),
            "C5 households le_chan = 13 total",
            "D5 registered_population le_chan = 15 total",
            "E5 temporary_residents le_chan = 17 total",
          ],
          ignored: ["header 1", "title 1"],
        }),
      ],
    ),
  ),
  "S7 total row first": one([MONTH, HEADER, "|TỔNG SỐ|5|6|7", FIRST], {
    landed: [
      "C3 households le_chan = 5 total",
      "D3 registered_population le_chan = 6 total",
      "E3 temporary_residents le_chan = 7 total",
      ...atRow(4),
    ],
    ignored: ["header 1", "title 1"],
  }),
  "S7 the total's label in the column of running numbers": one(
    [MONTH, HEADER, FIRST, "Tổng cộng||5|6|7"],
    {
      landed: [
        ...atRow(3),
        "C4 households le_chan = 5 total",
        "D4 registered_population le_chan = 6 total",
        "E4 temporary_residents le_chan = 7 total",
      ],
      ignored: ["header 1", "title 1"],
    },
    [{ top: 3, left: 0, bottom: 3, right: 1 }],
  ),
  ...Object.fromEntries(
    [
      "Người lập biểu",
      "KT. GIÁM ĐỐC",
      "TM. ỦY BAN NHÂN DÂN",
      "CHỦ TỊCH",
      "Thủ trưởng đơn vị",
      "NGƯỜI LẬP BIỂU (Ký, họ tên)",
      "TRƯỞNG CÔNG AN PHƯỜNG",
      "Kế toán trưởng",
      "T/M ỦY BAN NHÂN DÂN PHƯỜNG",
    ].map((label) => [
      `S8 signature '${label}' ends the table`,
      one([MONTH, HEADER, FIRST, `|${label}|`, "|Nguyễn Văn Thử|"], {
        landed: atRow(3),
        ignored: ["header 1", "signature 2", "title 1"],
      }),
    ]),
  ),
  "S8 the date of the paper ends the table": one(
    [MONTH, HEADER, FIRST, "|||Hải Phòng, ngày 05 tháng 11 năm 2026", "|Người lập|"],
    { landed: atRow(3), ignored: ["header 1", "signature 2", "title 1"] },
  ),
  ...Object.fromEntries(
    [
      "Ghi chú: số liệu của ngành",
      "(*) Số liệu của ngành",
      "(*) Chưa bao gồm lực lượng vũ trang",
      "Nguồn: Công an phường",
    ].map((label) => [
      `S9 footnote '${label}'`,
      one([MONTH, HEADER, FIRST, `${label}|`], {
        landed: atRow(3),
        ignored: ["footnote 1", "header 1", "title 1"],
      }),
    ]),
  ),
  "S11 a sheet per month beside hidden look-ups and an empty month": {
    sheets: [
      { name: "T1", lines: ["Năm 2026|", HEADER, FIRST] },
      { name: "Tháng 02", lines: ["Năm 2026|", HEADER, FIRST] },
      { name: "DM", hidden: true, lines: ["Tổ 1", "Tổ 2"] },
      { name: "Danh mục", lines: ["Tên|Mã", "Tổ 1|01"] },
    ],
    landed: [
      "C3 households le_chan_tdp_01 2026-01-31..2026-01-31 = 5",
      "D3 registered_population le_chan_tdp_01 2026-01-31..2026-01-31 = 6",
      "E3 temporary_residents le_chan_tdp_01 2026-01-31..2026-01-31 = 7",
      "C3 households le_chan_tdp_01 2026-02-28..2026-02-28 = 5",
      "D3 registered_population le_chan_tdp_01 2026-02-28..2026-02-28 = 6",
      "E3 temporary_residents le_chan_tdp_01 2026-02-28..2026-02-28 = 7",
    ],
    ignored: [
      "T1 header 1",
      "T1 title 1",
      "Tháng 02 header 1",
      "Tháng 02 title 1",
      "DM hidden_sheet 2",
      "Danh mục lookup_sheet 2",
    ],
  },
  "S11 a sheet per quarter, half year and year": {
    sheets: ["Quý I/2026", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "Năm 2026"].map(
      (name) => ({ name, lines: [TITLE, "Tổ dân phố|Nhân khẩu thường trú|Tạm trú", "Tổ 1|6|7"] }),
    ),
    landed: ["2026-03-31", "2026-06-30", "2026-12-31", "2026-12-31"].flatMap((end) => [
      `B3 registered_population le_chan_tdp_01 ${end}..${end} = 6`,
      `C3 temporary_residents le_chan_tdp_01 ${end}..${end} = 7`,
    ]),
    ignored: ["Quý I/2026", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "Năm 2026"].flatMap(
      (name) => [`${name} header 1`, `${name} title 1`],
    ),
  },
  "S12 the header repeated after a page break, with its column numbers": one(
    [MONTH, HEADER, "A|B|1|2|3", FIRST, HEADER, "A|B|1|2|3", SECOND],
    {
      landed: [...atRow(4), ...secondAtRow(7)],
      ignored: ["column_numbers 2", "header 1", "repeated_header 1", "title 1"],
    },
  ),
  "S12 a repeated header that is spaced and cased otherwise": one(
    [MONTH, HEADER, FIRST, "stt|TỔ DÂN PHỐ|Số  hộ|Nhân khẩu thường trú|Tạm trú", SECOND],
    {
      landed: [...atRow(3), ...secondAtRow(5)],
      ignored: ["header 1", "repeated_header 1", "title 1"],
    },
  ),
  "S12 spacer rows and page numbers": one([MONTH, HEADER, FIRST, "3||||", SECOND, "Trang 2/5|||"], {
    landed: [...atRow(3), ...secondAtRow(5)],
    ignored: ["header 1", "spacer 2", "title 1"],
  }),
  "S13 bilingual headers, dash and line break": one(
    [
      "Tháng 10/2026 - October 2026|",
      "TT - No.|Tổ dân phố - Neighbourhood|Số hộ / Households|Nhân khẩu thường trú (Registered)|Tạm trú - Temporary",
      FIRST,
    ],
    { landed: atRow(3), ignored: ["header 1", "title 1"] },
  ),
  "a second table of the same form below the first is read too": one(
    [MONTH, HEADER, FIRST, "|Người lập biểu|", MONTH, HEADER, SECOND],
    {
      landed: atRow(3),
      ignored: ["header 1", "signature 3", "title 1"],
      told: ["error after_end A7"],
    },
  ),
  "months stacked in one sheet: each is read as of its own": one(
    [MONTH, HEADER, FIRST, "Tháng 11/2026|", HEADER, SECOND],
    {
      landed: [...atRow(3), ...secondAtRow(6)],
      ignored: ["header 2", "title 2"],
      told: [],
    },
  ),
  "a note that mentions another month before a page break is no second table": one(
    [MONTH, HEADER, FIRST, "So với tháng 9/2026 tăng 2 hộ|", HEADER, SECOND],
    {
      landed: [...atRow(3), ...secondAtRow(6)],
      ignored: ["header 1", "repeated_header 1", "spacer 1", "title 1"],
    },
  ),
  "a second table of another form below the first is read too": one(
    [MONTH, HEADER, FIRST, "", "Loại tội phạm|Số vụ xảy ra|Số vụ khám phá", "Trộm cắp|5|4"],
    {
      landed: [...atRow(3), "B6 cases/theft le_chan = 5", "C6 cleared/theft le_chan = 4"],
      ignored: ["header 2", "title 1"],
      told: [],
    },
  ),
  "a second table that is of no form is told": one(
    [MONTH, HEADER, FIRST, "", "STT|Nội dung|Số buổi|Kinh phí", "1|Tuyên truyền|5|4"],
    { landed: atRow(3), told: ["error second_table A5"] },
  ),
});

describe("structure", () => {
  test.each(Object.entries(cases))("%s", (_, each) => {
    const { landed, ignored, told = [] } = each;
    const outcome = read(each);
    expect(outcome.told).toEqual(told);
    expect(outcome.landed).toEqual(landed);
    if (ignored) expect(outcome.ignored).toEqual(ignored);
  });
});
