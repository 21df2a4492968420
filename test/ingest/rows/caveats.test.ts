import { describe, expect, test } from "vitest";
import type { Lessons } from "../../../ingest/lessons.ts";
import { lesson, one, read } from "../sheet_case.ts";

const TITLE = ["UBND PHƯỜNG LÊ CHÂN|", "TỔNG HỢP THAM GIA BHYT|", "Tháng 10/2026|"];
const HEADER = "Tổ dân phố|Dân số|Số người tham gia BHYT";
const ROWS = ["Tổ 1|1900|1805", "Tổ 2|2000|1880", "Tổng cộng|3900|3685"];

/** What comes of the table with lines above its header and below its rows. */
const around = (above: readonly string[], below: readonly string[], lessons = lesson("", "")) =>
  read(one([...TITLE, ...above, HEADER, ...ROWS, ...below], { landed: [] }), lessons);

describe("a remark that limits the figures is asked about before they land", () => {
  test.each([
    "Ghi chú: Biểu này chỉ tính hội viên Hội Cựu chiến binh.",
    "(*) Số liệu gồm đối tượng nơi khác đến.",
    "Số liệu chưa chốt, còn đối chiếu với cơ quan BHXH.",
    "Lưu ý: chưa bao gồm Tổ 4 đến Tổ 85.",
    "(*) Do chưa có số liệu tháng 10, tạm lấy số tháng 9/2026.",
    "Ghi chú: số người tham gia tính đến ngày 30/6/2026.",
    "Nguồn: BHXH phường An Biên.",
    "Giải thích: Cột 3 là số thẻ đã cấp trong kỳ, không phải số người.",
    "* Số liệu giả định phục vụ diễn tập.",
  ])("%s", (remark) => {
    const { landed, told, questions } = around([], [`${remark}|`]);
    expect(landed).toEqual([]);
    expect(told).toEqual(["error row_held A5"]);
    expect(questions).toEqual([`choice ${remark}: confirm, not_needed`]);
    expect(around([], [`${remark}|`], lesson(remark, "confirm")).landed).toHaveLength(6);
    const { landed: none, ignored } = around([], [`${remark}|`], lesson(remark, "not_needed"));
    expect(none).toEqual([]);
    expect(ignored).toContain("not_needed 3");
  });

  test("wherever it stands: above the header, beside the table, after who signs", () => {
    const remark = "Ghi chú: chỉ tính hộ nghèo";
    const beside = ROWS.map((row, at) => (at === 0 ? `${row}||${remark}` : row));
    const besideTable = read(one([...TITLE, HEADER, ...beside], { landed: [] }));
    for (const found of [
      around([`${remark}|`], []),
      around([], ["|Người lập biểu", `${remark}|`]),
      besideTable,
    ])
      expect(found.questions).toEqual([`choice ${remark}: confirm, not_needed`]);
  });
});

describe("a remark that nobody understands is asked about", () => {
  test.each([
    "Hai tổ này các bác đếm chung vào một mối cho gọn",
    "Ba người đã dọn sang nơi khác mà sổ vẫn giữ nguyên",
  ])("%s", (remark) => {
    const { landed, questions } = around([], [`${remark}|`]);
    expect(landed).toEqual([]);
    expect(questions).toEqual([`choice ${remark}: confirm, not_needed`]);
  });

  test.each([
    "Nguồn: phần mềm quản lý thu của cơ quan, xuất lúc chiều tối",
    "Số người tăng 12 do các cháu vừa vào lớp một được cấp thẻ",
    "Mọi thắc mắc đề nghị bấm máy lẻ 113 gặp bộ phận một cửa",
    "Chị Hạnh ở bộ phận một cửa đã đối chiếu từng dòng, khớp cả",
    "Tỷ lệ lấy hai chữ số sau dấu phẩy cho dễ nhìn",
  ])("but not one that is harmless by its words: %s", (remark) => {
    expect(around([], [`${remark}|`]).landed).toHaveLength(6);
  });
});

describe("a remark on a column holds it back, with the sums and shares that it is in", () => {
  const marked = (header: string, remark: string, lessons = lesson("", "")) => {
    const rows = ["Tổ 1|1900|1805|95", "Tổ 2|2000|1880|94"];
    return read(one([...TITLE, header, ...rows, `${remark}|`], { landed: [] }), lessons);
  };
  const remark = "(*) chưa gồm các cháu mới sinh";

  test.each([
    [`${HEADER} (*)|Tỷ lệ (%)`, remark],
    [`${HEADER}|Tỷ lệ (%)`, "Cột số người tham gia BHYT chỉ tính hội viên"],
  ])("%s", (header, said) => {
    const { landed, questions } = marked(header, said);
    expect(landed).toEqual([
      "B5 population le_chan_tdp_01 = 1900",
      "B6 population le_chan_tdp_02 = 2000",
    ]);
    expect(questions).toEqual([`choice ${said}: confirm, not_needed`]);
    expect(marked(header, said, lesson(said, "confirm")).landed).toHaveLength(6);
  });

  test("a mark that stands nowhere is of the whole table", () => {
    expect(marked(`${HEADER}|Tỷ lệ (%)`, remark).landed).toEqual([]);
  });
});

test("each of several remarks is asked, one after the other, before anything lands", () => {
  const [first, second] = ["Ghi chú: chỉ tính hộ nghèo", "(*) Số liệu chưa chốt với BHXH"];
  const remarks = [`${first}|`, `${second}|`];
  expect(around([], remarks).questions).toEqual([`choice ${first}: confirm, not_needed`]);
  const { landed, questions } = around([], remarks, lesson(first, "confirm"));
  expect(landed).toEqual([]);
  expect(questions).toEqual([`choice ${second}: confirm, not_needed`]);
  const both: Lessons = {
    answer: ({ text }) => ([first, second].includes(text) ? "confirm" : null),
  };
  expect(around([], remarks, both).landed).toHaveLength(6);
});

describe("a remark that limits nothing", () => {
  test.each([
    "Nguồn: Bảo hiểm xã hội cơ sở Lê Chân",
    "(*) Chưa bao gồm thân nhân lực lượng vũ trang.",
    'Ghi chú: "-" là không phát sinh',
    '"…": chưa có số liệu',
    "Ghi chú: Tỷ lệ = số người tham gia BHYT/dân số",
    "Ghi chú: số liệu tính đến ngày 31/10/2026",
    "Ghi chú: so với tháng 9/2026 tăng 12 người",
    "Ghi chú: Tổ 2 giảm do 03 người chuyển đi nơi khác.",
    "Người lập biểu",
    "Trang 2/5",
  ])("%s", (remark) => {
    const { landed, told } = around([], [`${remark}|`]);
    expect(landed).toHaveLength(6);
    expect(told).toEqual([]);
  });

  test("provisional figures land, and it is told", () => {
    const { landed, told } = around([], ["(*) Số liệu tạm tính|"]);
    expect(landed).toHaveLength(6);
    expect(told).toEqual(["warning provisional_figures A4"]);
  });
});

test("a remark on a row holds the row back, and the sum of which it is a part", () => {
  const lines = [
    ...TITLE,
    `${HEADER}|Ghi chú`,
    "Tổ 1|1900|1805|",
    "Tổ 2|2000|1880|mới thống kê khối học sinh",
    "Tổng cộng|3900|3685|",
  ];
  const { landed, questions } = read(one(lines, { landed: [] }));
  expect(landed).toEqual([
    "B5 population le_chan_tdp_01 = 1900",
    "C5 insured le_chan_tdp_01 = 1805",
  ]);
  expect(questions).toEqual(["choice mới thống kê khối học sinh: confirm, not_needed"]);
});

test("a place in brackets behind an area is no remark", () => {
  const lines = [...TITLE, HEADER, "Tổ 1 (bến xe cũ)|1900|1805", "Tổ 2 (hộ nghèo)|2000|1880"];
  const { landed } = read(one(lines, { landed: [] }));
  expect(landed).toEqual([
    "B5 population le_chan_tdp_01 = 1900",
    "C5 insured le_chan_tdp_01 = 1805",
  ]);
});

test("a heading of a part holds back the rows below it", () => {
  const lines = [
    "TÌNH HÌNH TỘI PHẠM|",
    "Tháng 10/2026|",
    "Loại tội phạm|Số vụ xảy ra|Số vụ khám phá",
    "Tội phạm về trật tự xã hội|12|9",
    "Trong đó: do người dưới 18 tuổi thực hiện||",
    "Trộm cắp tài sản|2|2",
  ];
  const { landed, questions } = read(one(lines, { landed: [] }));
  expect(landed).toEqual([
    "B4 cases/social_order le_chan = 12",
    "C4 cleared/social_order le_chan = 9",
  ]);
  expect(questions).toEqual([`choice ${lines[4]?.replaceAll("|", "")}: confirm, not_needed`]);
});

test("a list that says it is longer, or a page of one, waits", () => {
  const list = (title: string, end: string) => [
    "DANH SÁCH NGƯỜI THAM GIA BHYT|",
    `${title}|`,
    "Tháng 10/2026|",
    "STT|Họ và tên|Ngày sinh|Số thẻ BHYT|Từ ngày|Đến ngày",
    "1|Nguyễn Thị Mẫu|12/03/1980|GD4313120456781|01/01/2026|31/12/2026",
    `${end}|`,
  ];
  const questions = ([title, end]: [string, string]) =>
    read(one(list(title, end), { landed: [] })).questions;
  expect(questions(["Phần 1/3", ""])).toEqual(["choice Phần 1/3: confirm, not_needed"]);
  expect(questions(["", "Danh sách gồm 120 người."])).toEqual([
    "choice Danh sách gồm 120 người.: confirm, not_needed",
  ]);
  expect(questions(["", "Danh sách gồm 1 người."])).toEqual([]);
});
