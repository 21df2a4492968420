// Long because it is a list: every way of writing numbers, dates and periods that is known.
import { describe, expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

/** The outcome of one column of numbers: values or rules, cell by cell, then the warnings. */
function column(
  header: string,
  cells: readonly string[],
  { title = "Tháng 10/2026", unit = "" } = {},
): { values: (number | string)[]; told: string[] } {
  const lines = [
    `${title}|`,
    `${unit}|`,
    `Tổ dân phố|${header}|Số người tham gia BHYT`,
    ...cells.map((cell, index) => `Tổ ${index + 1}|${cell}|0`),
  ];
  const { landed, told } = read(one(lines, { landed: [] }));
  const rules = new Map(told.map((line) => line.split(" ")).map(([_, rule, cell]) => [cell, rule]));
  const values = cells.map((_, index) => {
    const line = landed.find((each) => each.startsWith(`B${index + 4} `));
    return line
      ? Number(line.split(" = ")[1]?.split(" ")[0])
      : (rules.get(`B${index + 4}`) ?? "blank");
  });
  return { values, told: told.filter((line) => line.startsWith("warning")) };
}

const PEOPLE = "Dân số";
const PERCENT = "Tỷ lệ bao phủ (%)";
const CHANGE = "Tăng (+), giảm (−) so với tháng trước";

describe("numbers", () => {
  test.each<
    [name: string, header: string, cells: string[], values: (number | string)[], told?: string[]]
  >([
    ["dot thousands", PEOPLE, ["1.707.351", "1.234", "950"], [1_707_351, 1234, 950]],
    ["comma thousands, as one official site", PEOPLE, ["9,441,246", "1,234"], [9_441_246, 1234]],
    ["space thousands", PEOPLE, ["1 707 351", "1 234"], [1_707_351, 1234]],
    ["no-break and thin spaces", PEOPLE, ["1\u00a0707\u00a0351", "1\u2009234"], [1_707_351, 1234]],
    ["percent sign and decimal comma", PERCENT, ["84,78%", "9%"], [84.78, 9]],
    ["decimal dot", PERCENT, ["84.78", "9.5"], [84.78, 9.5]],
    ["a decimal of either kind in one column", PERCENT, ["85,6", "82.3"], [85.6, 82.3]],
    [
      "1085,6 beside 1.082,3",
      "Dân số (nghìn người)",
      ["1085,6", "1.082,3"],
      [1_085_600, 1_082_300],
    ],
    [
      "a part of a person, as if a unit lacked",
      PEOPLE,
      ["1085,6", "1.082,3"],
      ["not_whole", "not_whole"],
    ],
    ["dot thousands of whole things need no warning", PEOPLE, ["1.234", "5.678"], [1234, 5678]],
    ["comma thousands of whole things need no warning", PEOPLE, ["1,234", "5,678"], [1234, 5678]],
    ["a scale word in the cell", PEOPLE, ["1,5 triệu", "15,4 nghìn"], [1_500_000, 15_400]],
    ["a unit in the cell", PEOPLE, ["1.707 người", "950 người"], [1707, 950]],
    ["leading zeros", PEOPLE, ["09", "007"], [9, 7]],
    ["a sign of its own", CHANGE, ["+12", "-322", "−5", "–7"], [12, -322, -5, -7]],
    ["words for signs", CHANGE, ["giảm 322", "tăng 12"], [-322, 12]],
    [
      "a word and a sign that both say down",
      CHANGE,
      ["giảm -322", "tăng 1"],
      [-322, 1],
      ["warning sign_conflict B4"],
    ],
    [
      "a word and a sign against each other",
      CHANGE,
      ["tăng -322"],
      [-322],
      ["warning sign_conflict B4"],
    ],
    ["a dash, by the form's policy zero", PEOPLE, ["-", "–", "5"], [0, 0, 5]],
    [
      "an ellipsis and a cross, never zero",
      PEOPLE,
      ["…", "x", "5"],
      ["missing_value", "blank", 5],
      ["warning missing_value B4"],
    ],
    [
      "an empty cell, by the form's policy missing",
      PEOPLE,
      ["", "5"],
      ["missing_value", 5],
      ["warning missing_value B4"],
    ],
    ["about", PEOPLE, ["hơn 1,6 triệu", "khoảng 300", "~ 5.000"], [1_600_000, 300, 5000]],
    ["a fraction where a percentage is wanted", PERCENT, ["50.687/100.275"], [50.5479930191972]],
    ["a fraction where a count is wanted", PEOPLE, ["50.687/100.275"], ["unexpected_fraction"]],
    ["a percentage where a count is wanted", PEOPLE, ["12%"], ["unexpected_percent"]],
    ["a footnote mark", PEOPLE, ["1.707(*)", "950 *"], [1707, 950]],
    ["words", PEOPLE, ["đang rà soát", "5"], ["not_a_number", 5]],
    ["a broken group of digits", PEOPLE, ["1.70.351", "5"], ["not_a_number", 5]],
    ["a date", PEOPLE, ["31/10/2026"], ["not_a_number"]],
    [
      "a number of the other style in a column that is sure",
      PEOPLE,
      ["1.707.351", "9,441,246"],
      [1_707_351, 9_441_246],
    ],
  ])("%s", (_, header, cells, values, told = []) => {
    expect(column(header, cells)).toEqual({ values, told });
  });

  test("parentheses around a percentage are an aside, its sign holds", () => {
    expect(column("Tỷ lệ bao phủ (%)", ["(12,88%)"]).values).toEqual([12.88]);
    const lines = [
      "Tháng 10/2026|",
      "Loại tội phạm|Số vụ xảy ra|Tỷ lệ khám phá|Tỷ lệ tăng, giảm (%)",
      "Trộm cắp|5|50%|(-12,88%)",
    ];
    expect(read(one(lines, { landed: [] })).landed).toContain(
      "D3 change_percent/theft le_chan = -12.88",
    );
  });

  test.each<[unit: string, header: string, value: number]>([
    ["ĐVT: nghìn người", PEOPLE, 1_067_200],
    ["Đơn vị tính: 1.000 người", PEOPLE, 1_067_200],
    ["(Đơn vị: ngàn người)", PEOPLE, 1_067_200],
    ["ĐVT: người", PEOPLE, 1067.2],
    ["", "Dân số (nghìn người)", 1_067_200],
    ["", "Dân số, nghìn người", 1_067_200],
    ["", "Dân số - nghìn người", 1_067_200],
    ["ĐVT: người", "Dân số (nghìn người)", 1_067_200],
  ])("a unit in title %j or header %j", (unit, header, value) => {
    const values = Number.isInteger(value) ? [value] : ["not_whole"];
    expect(column(header, ["1.067,2"], { unit })).toEqual({ values, told: [] });
  });

  test("1.234 alone is asked of thousands, told where its unit leaves it open, refused where it can't be", () => {
    const thousands = column(PEOPLE, ["1.234", "5.678"], { unit: "ĐVT: nghìn người" });
    expect(thousands.values).toEqual(["value_in_doubt", "value_in_doubt"]);
    expect(column(PERCENT, ["1.234", "5.678"]).values).toEqual(["out_of_bounds", "out_of_bounds"]);
    const hectares = [
      "Quý III/2026|",
      "Tên dự án|Diện tích phải thu hồi (ha)|Diện tích đã thu hồi (ha)",
      "Dự án Mẫu|2.345|1.234",
    ];
    expect(read(one(hectares, { landed: [] }))).toMatchObject({
      landed: [
        "B3 land_to_clear/Dự án Mẫu le_chan = 2345",
        "C3 land_cleared/Dự án Mẫu le_chan = 1234",
      ],
      told: ["warning ambiguous_number B3", "warning ambiguous_number C3"],
    });
    const decided = [...hectares, "Dự án Hai|3.250,25|1.235,5"];
    expect(read(one(decided, { landed: [] })).told).toEqual([]);
  });

  test("1.234 of a list's hectares is told once a column, of its units not at all", () => {
    const list = [
      "Quý III/2026|",
      "Tên dự án|Diện tích đất (ha)|Tổng số căn|Đủ điều kiện mở bán (căn)",
      "Dự án Mẫu|1.234|1.200|0",
      "Dự án Hai|2.345|1.300|0",
    ];
    expect(read(one(list, { landed: [] })).told).toEqual(["warning ambiguous_number B3"]);
  });
});

describe("dates", () => {
  test.each<[text: string, date: string | null]>([
    ["20/02/2026", "2026-02-20"],
    ["5-9-2025", "2025-09-05"],
    ["15.9.2025", "2025-09-15"],
    ["20/02/26", "2026-02-20"],
    ["tháng 10/2021", "2021-10-01"],
    ["06/2015", "2015-06-01"],
    ["2015", "2015-01-01"],
    ["năm 2015", "2015-01-01"],
    ["45231", "2023-11-01"],
    ["ngày 05 tháng 11 năm 2026", "2026-11-05"],
    ["2026-02-20", "2026-02-20"],
    ["31/02/2026", null],
    ["02/20/2026", null],
    ["chưa có", null],
  ])("%s", (text, date) => {
    const lines = ["HỒ SƠ ĐĂNG KÝ NHÀ Ở XÃ HỘI QUÝ III/2026|", "Mã hồ sơ|Ngày nộp", `HS-1|${text}`];
    const { told, records } = read(one(lines, { landed: [] }));
    expect(records.map((each) => each["submitted_on"])).toEqual(date ? [date] : []);
    expect(told.length).toBe(date ? 0 : 1);
  });
});

describe("periods", () => {
  test.each<[title: string, sheet: string, period: string]>([
    ["Tháng 10/2026", "S", "2026-10-31"],
    ["Tháng 10 năm 2026", "S", "2026-10-31"],
    ["BÁO CÁO THÁNG 10 NĂM 2026", "S", "2026-10-31"],
    ["(Số liệu tính đến ngày 31/10/2026)", "S", "2026-10-31"],
    ["(Tính đến hết ngày 14 tháng 10 năm 2026)", "S", "2026-10-14"],
    ["Quý III/2026", "S", "2026-09-30"],
    ["Quý 3 năm 2026", "S", "2026-09-30"],
    ["6 tháng đầu năm 2026", "S", "2026-06-30"],
    ["6 tháng cuối năm 2026", "S", "2026-12-31"],
    ["9 tháng năm 2026", "S", "2026-09-30"],
    ["Năm 2026", "S", "2026-12-31"],
    ["Năm 2026", "T10", "2026-10-31"],
    ["Năm 2026", "Tháng 02", "2026-02-28"],
    ["Năm 2026", "Quý I", "2026-03-31"],
    ["", "Tháng 10-2026", "2026-10-31"],
  ])("of a stock: title %j, sheet %j", (title, name, end) => {
    const lines = [`${title}|`, "Tổ dân phố|Nhân khẩu thường trú|Tạm trú", "Tổ 1|6|7"];
    expect(read({ sheets: [{ name, lines }], landed: [] }).periods).toEqual([`${end}..${end}`]);
  });

  test.each<[title: string, period: string, kind: string]>([
    ["Tháng 10/2026", "month 2026-09-15..2026-10-14", "flow"],
    ["Tháng 1 năm 2026", "month 2025-12-15..2026-01-14", "flow"],
    ["Quý III/2026", "quarter 2026-06-15..2026-09-14", "flow"],
    ["Năm 2026", "year 2025-12-15..2026-12-14", "flow"],
    ["từ ngày 15/9/2026 đến ngày 14/10/2026", "month 2026-09-15..2026-10-14", "flow"],
    ["10 tháng đầu năm 2026", "month 2025-12-15..2026-10-14", "flow_ytd"],
    ["6 tháng đầu năm 2026", "month 2025-12-15..2026-06-14", "flow_ytd"],
    ["6 tháng cuối năm 2026", "month 2026-06-15..2026-12-14", "flow_ytd"],
    ["từ ngày 01/10/2025 đến ngày 30/9/2026", "month 2025-10-01..2026-09-30", "flow_ytd"],
  ])("of a flow in police months: %s", (title, period, kind) => {
    const lines = [`${title}|`, "Loại tội phạm|Số vụ xảy ra", "Trộm cắp|5"];
    const outcome = read(one(lines, { landed: [] }));
    expect(
      outcome.observations.map((row) => [
        `${row.frequency} ${row.period_start}..${row.period_end}`,
        row.kind,
      ]),
    ).toEqual([[period, kind]]);
  });

  test("a sheet and its title that name different months are asked about", () => {
    const lines = ["Tháng 10/2026|", "Tổ dân phố|Nhân khẩu thường trú|Tạm trú", "Tổ 1|6|7"];
    const { periods, told } = read({ sheets: [{ name: "T9", lines }], landed: [] });
    expect({ periods, told }).toEqual({ periods: [], told: ["error period_in_doubt null"] });
  });

  test("figures of no stated period are refused", () => {
    const lines = ["THỐNG KÊ|", "Tổ dân phố|Nhân khẩu thường trú|Tạm trú", "Tổ 1|6|7"];
    expect(read(one(lines, { landed: [] })).told).toEqual(["error missing_period null"]);
  });
});

describe("headers", () => {
  const HEADERS: Record<string, string> = {
    "as declared": "Tổ dân phố|Nhân khẩu thường trú|Tạm trú",
    "without accents": "To dan pho|Nhan khau thuong tru|Tam tru",
    "in capitals": "TỔ DÂN PHỐ|NHÂN KHẨU THƯỜNG TRÚ|TẠM TRÚ",
    "spaced and broken": "Tổ  dân\nphố|Nhân khẩu\nthường trú|Tạm  trú ",
    decomposed: "Tổ dân phố|Nhân khẩu thường trú|Tạm trú".normalize("NFD"),
    bilingual: "Tổ dân phố - Area|Nhân khẩu thường trú (Residents)|Tạm trú/Temporary",
    "with units and punctuation": "Tổ dân phố:|Nhân khẩu thường trú (người)|Tạm trú*",
  };
  test.each(Object.entries(HEADERS))("%s", (_, header) => {
    const { landed, told } = read(one(["Tháng 10/2026|", header, "Tổ 1|6|7"], { landed: [] }));
    expect(told).toEqual([]);
    expect(landed).toEqual([
      "B3 registered_population le_chan_tdp_01 = 6",
      "C3 temporary_residents le_chan_tdp_01 = 7",
    ]);
  });

  test("the placement of tone marks does not matter", () => {
    for (const spelling of ["Hòa thủy", "Hoà thuỷ"]) {
      const lines = [
        "Quý III/2026|",
        "Tên dự án|Đủ điều kiện mở bán (căn)|Tổng số căn|Hoàn thành (căn)",
        `${spelling}|1|2|0`,
      ];
      expect(read(one(lines, { landed: [] })).records).toHaveLength(1);
    }
    const header = "Tổ dân phố|Người nghiện có hồ sơ|Người sử dụng trái phép chất ma tuý";
    expect(read(one(["Quý III/2026|", header, "Tổ 1|6|7"], { landed: [] })).landed).toHaveLength(2);
  });

  test("two columns that a header fits alike are both named and neither is read", () => {
    const lines = [
      "Tháng 10/2026|",
      "Tổ dân phố|Số hộ|Tổng số hộ|Nhân khẩu thường trú|Tạm trú",
      "Tổ 1|5|6|7|8",
    ];
    const { told, messages } = read(one(lines, { landed: [] }));
    expect(told).toEqual(["error column_in_doubt B2"]);
    expect(messages[0]).toContain("Số hộ / Tổng số hộ");
  });

  test("a column in doubt is not read and says what it may be", () => {
    const lines = [
      "Tháng 10/2026|",
      "Tổ dân phố|Nhân khẩu thường trú|Tạm trú|Tạm vẳng mặt",
      "Tổ 1|5|6|7",
    ];
    const { told, messages } = read(one(lines, { landed: [] }));
    expect(told).toEqual(["error column_in_doubt D2"]);
    expect(messages[0]).toContain("it may be Tạm vắng");
  });

  test("a sheet that lacks a required column is refused and told what it lacks", () => {
    const good = ["Năm 2026|", "Tổ dân phố|Nhân khẩu thường trú|Tạm trú", "Tổ 1|6|7"];
    const lacking = ["Năm 2026|", "Tổ dân phố|Tạm trú|Số hộ", "Tổ 1|6|7"];
    const alone = read(one(lacking, { landed: [] }));
    expect(alone.told).toEqual(["error unknown_form null"]);
    expect(alone.messages[0]).toContain(
      "nearest: police_population; columns it lacks: Nhân khẩu thường trú",
    );
    const beside = read({
      sheets: [
        { name: "T1", lines: good },
        { name: "T2", lines: lacking },
      ],
      landed: [],
    });
    expect(beside.told).toEqual(["error refused_sheet null"]);
    expect(beside.rows).toEqual(["T1: 3 = 1 + 0 + 2", "T2: 3 = 0 + 3 + 0"]);
  });
});
