import { wordKey } from "../parse/key.ts";
import type { ProgrammeRow, Violation } from "./declaration.ts";
import { isDatedHeader, isHeaderOfPerson } from "./ward_form_words.ts";
import { headersIn } from "./ward_forms.ts";

/** What each form needs of its columns together. */
export function columnViolations(rows: readonly ProgrammeRow[]): Violation[] {
  const forms = Map.groupBy(rows, ({ form_id }) => form_id);
  return [...forms.values()].flatMap((columns) => [
    ...columns.flatMap(headerViolations),
    ...repeatedHeaders(columns),
    ...repeatedKeys(columns),
    ...withoutUnit(columns),
    ...withoutRequired(columns),
  ]);
}

function headerViolations(row: ProgrammeRow): Violation[] {
  if (row["headers"] === null) return [];
  const headers = headersIn(row);
  const at = { row, column: "headers" };
  if (headers.length === 0 || headers.some((each) => !/\p{L}|%/u.test(each)))
    return [{ ...at, vi: "chữ, như tên cột trong tệp", en: "words, as the file heads it" }];
  if (headers.some(isHeaderOfPerson)) {
    const vi = "biểu số liệu; bảng có họ tên, số của từng người là danh sách, không khai ở đây";
    return [{ ...at, vi, en: "a table of figures; a list of people is not declared here" }];
  }
  if (!headers.some(isDatedHeader)) return [];
  const vi = "tên cột không ghi ngày, tháng, năm: kỳ đọc từ tiêu đề hoặc tên cột của từng tệp";
  const en = "a header without dates: the period is read from each file";
  return [{ ...at, vi, en }];
}

function repeatedHeaders(columns: readonly ProgrammeRow[]): Violation[] {
  const first = new Map<string, ProgrammeRow>();
  return columns.flatMap((row) =>
    headersIn(row).flatMap((header): Violation[] => {
      const key = `${wordKey(header)}${header.includes("%") ? "%" : ""}`;
      const other = first.get(key);
      if (other === undefined || other === row) first.set(key, row);
      if (other === undefined || other === row) return [];
      const vi = `tên cột khác với cột ${other["column_id"]} ở dòng {other}`;
      const en = `a header other than that of ${other["column_id"]} in row {other}`;
      return [{ row, column: "headers", vi, en, other }];
    }),
  );
}

/** At most one column tells rows apart by area, one by period, one by category. */
function repeatedKeys(columns: readonly ProgrammeRow[]): Violation[] {
  return ["area", "period", "category", "unit"].flatMap((type) => {
    const [first, ...others] = columns.filter((row) => row["type"] === type);
    return others.map((row): Violation => {
      const vi = `note hoặc loại khác: cột ${type} đã có ở dòng {other}`;
      const en = `note or another type: there is a column of type ${type} in row {other}`;
      return { row, column: "type", vi, en, ...(first && { other: first }) };
    });
  });
}

function withoutUnit(columns: readonly ProgrammeRow[]): Violation[] {
  if (columns.some(({ type }) => type === "unit")) return [];
  return columns
    .filter((row) => isFigures(row) && row["unit"] === null)
    .map((row) => ({
      row,
      column: "unit",
      vi: "đơn vị tính của cột số, hoặc một cột unit trong biểu",
      en: "the unit of the figures, or a column of type unit in the form",
    }));
}

/** Without a column of figures that must be there any table about the subject would be of the form. */
function withoutRequired(columns: readonly ProgrammeRow[]): Violation[] {
  const figures = columns.filter(isFigures);
  const [row] = figures;
  if (!row || figures.some(({ is_required }) => is_required === true)) return [];
  const vi = "có ở ít nhất một cột số: cột mà trang nào của biểu cũng phải có";
  const en = "yes at one column of figures at least: one that every sheet of the form has";
  return [{ row, column: "is_required", vi, en }];
}

function isFigures({ type }: ProgrammeRow): boolean {
  return type === "number" || type === "count";
}
