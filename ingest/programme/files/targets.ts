import {
  datesInOrder,
  type ProgrammeFile,
  type ProgrammeRow,
  type ProgrammeTables,
  rowsOf,
  type Violation,
} from "../declaration.ts";

/** Every version of every target: of several due dates each is judged, and the pages speak of the next. */
export const file: ProgrammeFile = {
  id: "targets",
  title_vi: "Mục tiêu và mốc",
  title_en: "Targets and milestones",
  is_required: true,
  when_empty: "warning",
  key: ["indicator_id", "due_date", "valid_from"],
  columns: {
    indicator_id: {
      type: "reference",
      to: { file: "indicators", column: "indicator_id" },
      is_required: true,
      vi: "chỉ tiêu; mỗi hạn một dòng; trang nói về hạn gần nhất sắp tới, các hạn khác nêu bên cạnh",
      en: "indicator; a row for each due date; pages speak of the next one, the others stand beside it",
    },
    due_date: {
      type: "date",
      is_required: true,
      vi: "hạn; với nghĩa vụ hằng năm là ngày cuối của năm cuối",
      en: "date by which it must hold; last year of a yearly duty",
    },
    cadence: {
      type: "one_of",
      values: ["by_date", "yearly"],
      is_required: true,
      vi: "by_date (đến hạn) hoặc yearly (hằng năm)",
      en: "by_date or yearly",
    },
    operator: {
      type: "one_of",
      values: ["ge", "gt", "le", "eq"],
      is_required: true,
      vi: "ge (từ … trở lên), gt (trên), le (không quá), eq (bằng)",
      en: "ge, gt, le or eq",
    },
    target_value: {
      type: "decimal",
      vi: "số phải đạt; để trống khi phường chưa giao số",
      en: "number to meet; empty where the ward has not set the pass mark",
    },
    legal_basis: { type: "text", vi: "văn bản", en: "document" },
    assigned_by: {
      type: "reference",
      to: { file: "agencies", column: "agency_id" },
      vi: "cơ quan giao",
      en: "agency that set it",
    },
    valid_from: {
      type: "date",
      is_required: true,
      vi: "ngày đầu có hiệu lực",
      en: "first day in force",
    },
    valid_to: {
      type: "date",
      vi: "ngày bản sau thay thế; đổi mục tiêu là thêm dòng, không sửa dòng cũ",
      en: "day from which a later version replaces it",
    },
    target_type: {
      type: "one_of",
      values: [
        "ratio_to_ceiling",
        "cumulative_delivery",
        "count_to_zero",
        "keep_every_year",
        "fulfil_every_year",
        "standard_met",
        "level_by_date",
        "direction_only",
      ],
      vi: "loại mục tiêu; để trống là keep_every_year khi yearly, còn lại level_by_date",
      en: "type; empty is keep_every_year for a yearly duty, else level_by_date",
    },
  },
  rules: [datesInOrder("valid_from", "valid_to", true), datesInOrder("valid_from", "due_date")],
  check: (tables) => [
    ...versionsTogether(rowsOf(tables, "targets")),
    ...otherThanIndicators(tables),
  ],
};

/** One target is of one indicator and due date; of its versions one is in force on a day. */
function versionsTogether(rows: readonly ProgrammeRow[]): Violation[] {
  const dated = rows.filter((row) => file.key.every((column) => row[column] !== null));
  const groups = Map.groupBy(dated, (row) => `${row["indicator_id"]} ${row["due_date"]}`);
  return [...groups.values()].flatMap((group) => {
    const versions = group.toSorted((a, b) => (fromOf(a) < fromOf(b) ? -1 : 1));
    return versions.flatMap((old, index) => overlapWith(old, versions[index + 1]));
  });
}

/** Two of the same first day have the same key, which is told as such. */
function overlapWith(old: ProgrammeRow, newer: ProgrammeRow | undefined): Violation[] {
  if (!newer || fromOf(old) === fromOf(newer)) return [];
  if (old["valid_to"] !== null && String(old["valid_to"]) <= fromOf(newer)) return [];
  const day = fromOf(newer);
  const vi = `${day}, bằng valid_from của bản mới ở dòng {other}: từ ngày ấy cả hai dòng cùng có hiệu lực`;
  const en = `${day}, the valid_from of the new version in row {other}: from that day both rows are in force`;
  return [{ row: old, column: "valid_to", vi, en, other: newer }];
}

function fromOf(row: ProgrammeRow): string {
  return String(row["valid_from"]);
}

/** What a target says against its indicator: a number that can't be, a comparison the other way round. */
function otherThanIndicators(tables: ProgrammeTables): Violation[] {
  const indicators = new Map(rowsOf(tables, "indicators").map((row) => [row["indicator_id"], row]));
  return rowsOf(tables, "targets").flatMap((row) => {
    const indicator = indicators.get(row["indicator_id"] ?? null);
    return indicator ? [...outOfBounds(row, indicator), ...againstDirection(row, indicator)] : [];
  });
}

function outOfBounds(row: ProgrammeRow, indicator: ProgrammeRow): Violation[] {
  const { target_value: value = null } = row;
  const { indicator_id: id, lower_bound: low = null, upper_bound: high = null } = indicator;
  const isBelow = value !== null && low !== null && value < low;
  const isAbove = value !== null && high !== null && value > high;
  if (!isBelow && !isAbove) return [];
  const column = "target_value";
  return isBelow
    ? [
        {
          row,
          column,
          vi: `số từ lower_bound của ${id} trở lên: ${low}`,
          en: `a number not below the lower_bound of ${id}: ${low}`,
        },
      ]
    : [
        {
          row,
          column,
          vi: `số không quá upper_bound của ${id}: ${high}`,
          en: `a number not above the upper_bound of ${id}: ${high}`,
        },
      ];
}

const AGAINST: Readonly<Record<string, readonly string[]>> = { up: ["le"], down: ["ge", "gt"] };

function againstDirection(
  row: ProgrammeRow,
  { indicator_id: id, direction }: ProgrammeRow,
): Violation[] {
  if (!AGAINST[String(direction)]?.includes(String(row["operator"]))) return [];
  const need = direction === "up" ? "ge, gt" : "le";
  const vi = `${need} hoặc eq: chiều tốt của ${id} là ${direction}`;
  const en = `${need} or eq: the good direction of ${id} is ${direction}`;
  return [{ row, column: "operator", vi, en, severity: "warning" }];
}
