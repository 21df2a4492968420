import { referenceFigures } from "./reference_figures.ts";
import type { Row, Sheet } from "./sheet.ts";
import { writeXlsx } from "./write/xlsx.ts";

/** The name of the workbook of published figures; by its date all of them had been published. */
export const REFERENCE_FILE = "so_lieu_cong_bo_2026-10-31.xlsx";

/** The published national and city figures as a workbook (form reference_series); not sample data. */
export function referenceWorkbook(): Uint8Array {
  return writeXlsx([referenceSheet()]);
}

function referenceSheet(): Sheet {
  const lines = referenceFigures.trim().split("\n");
  return {
    name: "Số liệu công bố",
    rows: [
      { style: "title", cells: ["SỐ LIỆU CÔNG BỐ CỦA CẢ NƯỚC VÀ THÀNH PHỐ, DÙNG ĐỂ SO SÁNH"] },
      { style: "note", cells: ["Published figures of the country and the city, for comparison"] },
      { style: "plain", cells: [] },
      { style: "header", cells: [...HEADER] },
      ...lines.map(figureRow),
      ...FOOTNOTES.map((text): Row => ({ style: "note", cells: [text] })),
    ],
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: HEADER.length - 1 })),
    widths: [18, 34, 12, 14, 14, 16, 48],
  };
}

const HEADER = ["Khu vực", "Chỉ tiêu", "Kỳ", "Giá trị", "Đơn vị", "Tình trạng", "Ghi chú"] as const;

const FOOTNOTES = [
  "Ghi chú: số đã công bố được chép nguyên; nguồn và phạm vi của từng số, nếu biết, ở cột Ghi chú.",
  "Tình trạng: Công bố = chép từ nơi công bố; Tính toán = suy ra từ số công bố; Hiệu chỉnh = sửa lỗi in.",
];

const AREAS = { VN: "Cả nước", HP: "TP Hải Phòng", LC: "Phường Lê Chân" } as const;

const UNITS = {
  people: "người",
  percent: "%",
  cases: "vụ",
  units: "căn",
  "thousand people": "nghìn người",
} as const;

const STATUSES = {
  published: "Công bố",
  computed: "Tính toán",
  corrected: "Hiệu chỉnh",
} as const;

function figureRow(line: string): Row {
  const [area, series, period, value, unit, status, note] = line.split("|");
  const cells = [
    word(AREAS, area),
    series ?? null,
    period ?? null,
    Number(value),
    word(UNITS, unit),
    word(STATUSES, status),
    note ?? null,
  ];
  return { style: "body", cells };
}

function word<Words extends Record<string, string>>(words: Words, key: string | undefined): string {
  const found = key === undefined ? undefined : words[key];
  if (found === undefined) throw new Error(`unknown word in a reference figure: ${key}`);
  return found;
}
