/**
 * What the workbook of a new form and its reader agree on. It is known by its mark, the first cell of a hidden
 * sheet, whatever the file is called; below the mark stand the file and sheet that it was made from.
 */
export const FORM_MARK = "lechan form 1";

/** Its sheets: what is filled in bears the names of the programme's files. */
export const FORM_SHEETS = {
  forms: "forms",
  form_columns: "form_columns",
  guide: "Hướng dẫn",
  lists: "Danh mục",
  ids: "_lechan",
} as const;

/** Columns of which a choice stands with its words, `month · tháng`. */
export const WORDED_COLUMNS: readonly string[] = [
  ...["agency_id", "expected_every", "frequency", "period_window", "dash_means", "empty_means"],
  ...["totals", "type", "unit", "kind"],
];

/** Columns that stand beside those of the programme's file `form_columns`. */
export const BESIDE_HEADERS = {
  written: "Viết trong tệp",
  samples: "Giá trị mẫu",
  indicator: "Chỉ tiêu",
  role: "Dùng làm",
  to_check: "Cần xem",
} as const;

/** What a column of figures is for an indicator. */
export const INDICATOR_ROLES = {
  numerator: "tử số",
  denominator: "mẫu số",
  value: "giá trị",
} as const;
