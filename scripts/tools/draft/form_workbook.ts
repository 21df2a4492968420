import { withoutWords, worded } from "../../../ingest/programme/choice_words.ts";
import {
  type ProgrammeColumn,
  type ProgrammeFile,
  type ProgrammeTables,
  type ProgrammeValue,
  rowsOf,
} from "../../../ingest/programme/declaration.ts";
import { file as formColumnsFile } from "../../../ingest/programme/files/form_columns.ts";
import { file as formsFile } from "../../../ingest/programme/files/forms.ts";
import {
  BESIDE_HEADERS,
  FORM_MARK,
  FORM_SHEETS,
  INDICATOR_ROLES,
  WORDED_COLUMNS,
} from "../../../ingest/programme/form_workbook.ts";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import type { XlsxCell, XlsxColumn, XlsxSheet, XlsxStyle } from "../../../lib/office/xlsx_sheet.ts";
import type { Draft } from "./draft.ts";

const TITLE: XlsxStyle = { look: "title" };
const MARKED: XlsxStyle = { look: "marked" };
const TEXT: XlsxStyle = { format: "text" };
const ROWS_TO_ADD = 40;

const GUIDE = [
  "Sổ này khai một biểu mẫu mới từ một tệp cơ quan đã gửi. Máy đã điền những gì đoán được.",
  "1. Trang forms: một dòng cho biểu. Trang form_columns: mỗi cột của tệp một dòng, bên phải có chữ trong tệp và giá trị mẫu.",
  "2. Ô tô màu và cột “Cần xem” là chỗ máy chưa biết hoặc chỉ đoán: hãy điền hoặc sửa. Để chuột lên tên cột có giải thích.",
  "3. Loại, đơn vị, kỳ, cơ quan, chỉ tiêu: chọn trong danh sách. Chữ sau dấu · chỉ để đọc. Cột không cần: để type là note · không đọc, hoặc xóa cả dòng.",
  "4. headers: tên cột như cơ quan viết. Nhiều cách viết ngăn bằng dấu ; — phần trong [ ] có hay không cũng được. Không ghi ngày, tháng.",
  "5. “Chỉ tiêu” và “Dùng làm”: cột số này là tử số, mẫu số hay giá trị của chỉ tiêu nào; để trống khi chưa dùng.",
  "6. Lưu lại, chép vào data/inbox (cả tệp mẫu) rồi chạy npm run refresh; hoặc npm run new-form -- --from TỆP-NÀY. Chỗ sai sẽ được báo theo trang và ô.",
  "This workbook declares a new form. Fill in what is marked, save, then put it into data/inbox and run npm run refresh, or: npm run new-form -- --from THIS-FILE.",
];

/** A draft as a workbook to be finished by hand: drop-down lists, samples beside, what is unknown marked. */
export function formWorkbook(
  draft: Draft,
  source: { file: string; hash: string },
  tables: ProgrammeTables,
): Uint8Array {
  const lists = listsOf(tables);
  const file = `${source.file} · ${draft.sheet}`;
  return xlsxFile([
    formsSheet(draft, file, lists),
    columnsSheet(draft, file, lists),
    { name: FORM_SHEETS.guide, rows: GUIDE.map((line) => [line]), columns: [{ width: 120 }] },
    listsSheet(lists),
    idsSheet(source),
  ]);
}

type Lists = ReadonlyMap<string, readonly string[]>;

/** What may be chosen, by the column in which it is. */
function listsOf(tables: ProgrammeTables): Lists {
  const fixed = [formsFile, formColumnsFile].flatMap((file) =>
    Object.entries(file.columns).flatMap(([name, column]): [string, readonly string[]][] => {
      if (column.type === "one_of")
        return [[listName(file, name), column.values.map((id) => worded(id))]];
      return column.type === "yes_no" ? [[listName(file, name), ["có", "không"]]] : [];
    }),
  );
  const indicators = rowsOf(tables, "indicators").map(
    ({ indicator_id, title_vi }) => `${indicator_id} · ${title_vi}`,
  );
  return new Map([
    ...fixed,
    [listName(formsFile, "agency_id"), agencies(tables)],
    [BESIDE_HEADERS.indicator, indicators],
    [BESIDE_HEADERS.role, Object.values(INDICATOR_ROLES)],
  ]);
}

function agencies(tables: ProgrammeTables): string[] {
  const rows = rowsOf(tables, "agencies");
  return rows.map(({ agency_id, name_vi }) => worded(String(agency_id), String(name_vi)));
}

/** A choice with its words, as it stands in the list of its column. */
function withWords(name: string, value: ProgrammeValue, options: readonly string[]) {
  if (!WORDED_COLUMNS.includes(name) || typeof value !== "string") return value;
  return options.find((option) => withoutWords(option) === value) ?? value;
}

function listName({ id }: ProgrammeFile, name: string): string {
  return `${id}.${name}`;
}

function formsSheet(draft: Draft, file: string, lists: Lists): XlsxSheet {
  const values = Object.entries(formsFile.columns).map(([name, column]) =>
    cellOf(
      withWords(name, draft.form[name] ?? null, lists.get(listName(formsFile, name)) ?? []),
      isNeeded(column),
    ),
  );
  return {
    name: FORM_SHEETS.forms,
    head: headOf("KHAI BIỂU MẪU MỚI", file, draft.form_checks),
    columns: Object.entries(formsFile.columns).map(([name, column]) =>
      columnOf(formsFile, name, column, lists),
    ),
    rows: [values],
    last_row: 30,
  };
}

function headOf(title: string, file: string, checks: readonly string[]): XlsxCell[][] {
  const told = checks.map((line): XlsxCell[] => [{ value: `Cần xem: ${line}`, style: MARKED }]);
  return [[{ value: title, style: TITLE }], [`Từ tệp · from: ${file}`], ...told, []];
}

const BESIDE_WIDTHS: Readonly<Record<keyof typeof BESIDE_HEADERS, number>> = {
  written: 34,
  samples: 26,
  indicator: 34,
  role: 12,
  to_check: 34,
};

function columnsSheet(draft: Draft, file: string, lists: Lists): XlsxSheet {
  const names = Object.keys(formColumnsFile.columns);
  const beside = Object.keys(BESIDE_HEADERS) as (keyof typeof BESIDE_HEADERS)[];
  const rows = draft.columns.map(({ row, written, samples, checks }) => {
    const isFigures = row["type"] === "number" || row["type"] === "count";
    const said = { written, samples: samples.join(" · "), to_check: checks.join("; ") };
    return [
      ...names.map((name) => {
        const options = lists.get(listName(formColumnsFile, name)) ?? [];
        const value = withWords(name, row[name] ?? null, options);
        return cellOf(value, name === "unit" && isFigures);
      }),
      ...beside.map((name): XlsxCell => (name in said ? said[name as keyof typeof said] : null)),
    ];
  });
  const columns = [
    ...Object.entries(formColumnsFile.columns).map(([name, column]) =>
      columnOf(formColumnsFile, name, column, lists),
    ),
    ...beside.map((name) => besideColumn(name, lists)),
  ];
  return {
    name: FORM_SHEETS.form_columns,
    head: headOf("CÁC CỘT CỦA BIỂU", file, []),
    columns,
    rows,
    has_frozen_head: true,
    last_row: 3 + rows.length + ROWS_TO_ADD,
  };
}

function besideColumn(name: keyof typeof BESIDE_HEADERS, lists: Lists): XlsxColumn {
  const header = BESIDE_HEADERS[name];
  const list = lists.has(header) && { sheet: FORM_SHEETS.lists, column: header, is_strict: false };
  return { header, width: BESIDE_WIDTHS[name], style: TEXT, ...(list && { list }) };
}

function columnOf(
  file: ProgrammeFile,
  name: string,
  { vi, en, type, is_required }: ProgrammeColumn,
  lists: Lists,
): XlsxColumn {
  const column = listName(file, name);
  const is_strict = type === "one_of" || type === "yes_no";
  const isText = !["whole", "decimal"].includes(type);
  return {
    header: name,
    width: ["headers", "title_vi", "subject", "categories"].includes(name) ? 34 : name.length + 6,
    note: `${vi} · ${en}${is_required ? "\nBắt buộc · required" : ""}`,
    ...(isText && { style: TEXT }),
    ...(lists.has(column) && { list: { sheet: FORM_SHEETS.lists, column, is_strict } }),
  };
}

function isNeeded({ is_required }: ProgrammeColumn): boolean {
  return is_required === true;
}

/** What is needed and empty stands out. */
function cellOf(value: ProgrammeValue, isNeeded: boolean): XlsxCell {
  if (value === null && isNeeded) return { value: null, style: MARKED };
  return typeof value === "boolean" ? (value ? "có" : "không") : value;
}

function listsSheet(lists: Lists): XlsxSheet {
  const all = [...lists];
  const depth = Math.max(...all.map(([, values]) => values.length));
  return {
    name: FORM_SHEETS.lists,
    columns: all.map(([header]) => ({ header, style: TEXT })),
    rows: Array.from({ length: depth }, (_, row) => all.map(([, values]) => values[row] ?? null)),
    is_hidden: true,
  };
}

function idsSheet({ file, hash }: { file: string; hash: string }): XlsxSheet {
  return { name: FORM_SHEETS.ids, rows: [[FORM_MARK], [file, hash]], is_hidden: true };
}
