import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const ABOVE = [
  "TÌNH HÌNH HỘ KHẨU, NHÂN KHẨU",
  "Tháng 10/2026",
  "1. Hộ và nhân khẩu",
  "STT|Tổ dân phố|Số hộ|Nhân khẩu thường trú",
  "1|TDP 1|10|40",
  "2|TDP 2|20|60",
  "",
];
const FIRST = [
  "C5 households le_chan_tdp_01 = 10",
  "C6 households le_chan_tdp_02 = 20",
  "D5 registered_population le_chan_tdp_01 = 40",
  "D6 registered_population le_chan_tdp_02 = 60",
];

/** What lands of a sheet with a second table below the first. */
function landedWith(...second: string[]): string[] {
  return [...read(one([...ABOVE, ...second], { landed: [] })).landed].sort();
}

test("the other columns of a table stand in a second one below it", () => {
  const rows = ["1|TDP 1|21|19", "2|TDP 2|29|31"];
  const header = "STT|Tổ dân phố|Nam|Nữ";
  const second = [
    "C10 male le_chan_tdp_01 = 21 subset",
    "C11 male le_chan_tdp_02 = 29 subset",
    "D10 female le_chan_tdp_01 = 19 subset",
    "D11 female le_chan_tdp_02 = 31 subset",
  ];
  const expected = [...FIRST, ...second].sort();
  for (const title of ["2. Nhân khẩu thường trú theo giới tính", "Bảng 2. Chia theo giới tính"])
    expect(landedWith(title, header, ...rows)).toEqual(expected);
  expect(landedWith("2. Giới tính", header, "2|TDP 2|29|31", "1|TDP 1|21|19")).toHaveLength(8);
});

test.each([
  [
    "of somebody else",
    ["2. Trẻ em dưới 6 tuổi", "TT|Tổ dân phố|Nam|Nữ", "1|TDP 1|2|1", "2|TDP 2|2|3"],
  ],
  [
    "of another time",
    [
      "2. Nhân khẩu thường trú tháng 9/2026",
      "TT|Tổ dân phố|Nam|Nữ",
      "1|TDP 1|21|19",
      "2|TDP 2|29|31",
    ],
  ],
  [
    "of other rows",
    ["2. Nhân khẩu thường trú", "TT|Tổ dân phố|Nam|Nữ", "1|TDP 1|21|19", "2|TDP 7|29|31"],
  ],
  ["of temporary residents", ["2. Tạm trú", "TT|Tổ dân phố|Nam|Nữ", "1|TDP 1|2|1", "2|TDP 2|2|3"]],
  ["that says nothing", ["", "TT|Tổ dân phố|Nam|Nữ", "1|TDP 1|21|19", "2|TDP 2|29|31"]],
])("a second table %s is told and lands nothing", (_, second) => {
  const { landed, told } = read(one([...ABOVE, ...second], { landed: [] }));
  expect([...landed].sort()).toEqual(FIRST);
  expect(told.join()).toContain("second_table");
});

test("what is signed below the left half of a table ends no half", () => {
  const { landed } = read(
    one(
      [
        "NGƯỜI NGHIỆN MA TÚY|||||",
        "Quý ba năm hai nghìn không trăm hai mươi sáu",
        "Tổ dân phố|Người nghiện có hồ sơ||Tổ dân phố|Người nghiện có hồ sơ",
        "TDP 1|2||TDP 3|4",
        "TDP 2|3||TDP 4|1",
        "",
        "Người lập biểu|||Trưởng Công an phường",
      ],
      { landed: [] },
    ),
  );
  expect([...landed].sort()).toEqual([
    "B4 on_file le_chan_tdp_01 = 2",
    "B5 on_file le_chan_tdp_02 = 3",
    "E4 on_file le_chan_tdp_03 = 4",
    "E5 on_file le_chan_tdp_04 = 1",
  ]);
});

test("the sum of a cluster beside its neighbourhoods is nobody's", () => {
  for (const sum of ["Cộng cụm", "Tổng cụm 2", "Cụm 2"]) {
    const lines = [
      "HỘ KHẨU, NHÂN KHẨU CỤM DÂN CƯ SỐ 2",
      "Tháng 9/2026",
      `Nội dung|Tổ dân phố||${sum}`,
      "|Số 14|Số 15|",
      "Số hộ|4|5|9",
      "Nhân khẩu thường trú|10|12|22",
    ].map((line) => line.normalize("NFD"));
    const merges = [{ top: 2, left: 1, bottom: 2, right: 2 }];
    const { landed } = read(one(lines, { landed: [] }, merges));
    expect([...landed].sort()).toEqual([
      "B5 households le_chan_tdp_14 = 4",
      "B6 registered_population le_chan_tdp_14 = 10",
      "C5 households le_chan_tdp_15 = 5",
      "C6 registered_population le_chan_tdp_15 = 12",
    ]);
  }
});
