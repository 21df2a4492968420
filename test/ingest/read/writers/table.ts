/** A cell as every writer is told of it. Rows and columns count from 0. */
export interface Written {
  at: [row: number, column: number];
  kind: "text" | "rich" | "empty_text" | "number" | "date" | "boolean";
  value: string | number | boolean;
  format?: string;
  formula?: string;
}

/** A sheet as every writer is told of it. */
export interface WrittenSheet {
  name: string;
  cells: Written[];
  /** Top, left, bottom, right. */
  merges: [number, number, number, number][];
  hidden_rows: number[];
  hidden_columns: number[];
}

type Short = Omit<Written, "at"> | string | number | null;

const empty: Short = { kind: "empty_text", value: "" };
const whole = (value: number): Short => ({ kind: "number", value, format: "#,##0" });
const share = (value: number, formula: string): Short => ({
  ...{ kind: "number", value, format: "0.00%", formula },
});
const date = (value: string, format = "dd/mm/yyyy"): Short => ({ kind: "date", value, format });
const decimal = (value: number): Short => ({ kind: "number", value, format: "0.00" });
const boolean = (value: boolean): Short => ({ kind: "boolean", value });

/** One honest table with everything that offices put into cells, and a second sheet. */
export const sheets: readonly WrittenSheet[] = [
  {
    ...sheetOf("Tháng 10", [
      ["KẾT QUẢ THU GOM – PHƯỜNG LÊ CHÂN"],
      ["Tháng 10 năm 2026", null, null, empty],
      [
        "STT",
        "Tổ dân phố",
        "Số người",
        null,
        null,
        "Ngày chốt",
        "Diện tích (m²)",
        "Đạt",
        "Ghi chú",
      ],
      [null, null, "Tổng số", "Nữ", "Tỷ lệ"],
      [
        1,
        "Tổ dân phố số 1",
        whole(1860),
        930,
        share(0.5, "D5/C5"),
        date("2026-10-31"),
        decimal(1234.5),
        boolean(true),
        "Ưu tiên nước sạch ¹",
      ],
      [
        2,
        "Ngã Năm & <Cầu Đất>",
        whole(1200),
        300,
        share(0.25, "D6/C6"),
        date("2026-10-01"),
        decimal(-0.75),
        boolean(false),
        empty,
      ],
      [
        3,
        'Đường "Tô Hiệu"',
        whole(0),
        null,
        null,
        date("2026-10-15", "mm/yyyy"),
        decimal(0.1),
        null,
        "dòng một\ndòng hai",
      ],
      [
        4,
        "Tổ 4 và 5",
        whole(1707351),
        7,
        null,
        date("2026-02-28"),
        1e-7,
        null,
        { kind: "rich", value: "Trộm cắp xe máy" },
      ],
      [5, null, 12, 8, null, null, null, null, "031090000123"],
      [
        null,
        "Tổng cộng",
        { kind: "number", value: 1710423, format: "#,##0", formula: "SUM(C5:C9)" },
        null,
        null,
        null,
        null,
        null,
        { kind: "text", value: "Cộng Ừ", formula: '"Cộng "&"Ừ"' },
      ],
    ]),
    merges: [
      [0, 0, 0, 8],
      [2, 0, 3, 0],
      [2, 1, 3, 1],
      [2, 2, 2, 4],
      [2, 5, 3, 5],
      [2, 6, 3, 6],
      [2, 7, 3, 7],
      [2, 8, 3, 8],
      [7, 1, 8, 1],
    ],
    hidden_rows: [5],
    hidden_columns: [6],
  },
  sheetOf("Danh mục", [
    ["Mã", "Tên"],
    ["01", "Đường Ngô Quyền"],
    ["02", "Ngõ 10, Lạch Tray"],
  ]),
];

/** A report of a form that is read, with nothing that a text could not say. */
export const report: readonly WrittenSheet[] = [
  sheetOf("BHYT", [
    ["TỔNG HỢP TÌNH HÌNH THAM GIA BẢO HIỂM Y TẾ"],
    ["Tháng 10 năm 2026"],
    ["STT", "Tổ dân phố", "Dân số", "Số người tham gia BHYT", "Tỷ lệ bao phủ (%)"],
    [1, "Tổ dân phố số 1", 1904, 1846, { kind: "number", value: 0.9695, format: "0.00%" }],
    [
      2,
      "Tổ dân phố số 2",
      whole(1871),
      whole(1790),
      { kind: "number", value: 0.9567, format: "0.00%" },
    ],
    [3, "Tổ dân phố số 3", 1937, 1865, { kind: "number", value: 0.9628, format: "0.00%" }],
  ]),
];

function sheetOf(name: string, rows: Short[][]): WrittenSheet {
  const cells = rows.flatMap((row, top) =>
    row.flatMap((short, left): Written[] => (short === null ? [] : [written(short, [top, left])])),
  );
  return { name, cells, merges: [], hidden_rows: [], hidden_columns: [] };
}

function written(short: Exclude<Short, null>, at: [number, number]): Written {
  if (typeof short === "string") return { at, kind: "text", value: short };
  if (typeof short === "number") return { at, kind: "number", value: short };
  return { at, ...short };
}
