import { cellAddress } from "../../lib/office/address.ts";
import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { withoutWords } from "../programme/choice_words.ts";
import {
  BESIDE_HEADERS,
  FORM_MARK,
  FORM_SHEETS,
  WORDED_COLUMNS,
} from "../programme/form_workbook.ts";
import type { Grid } from "../programme/programme_csv.ts";
import type { Sheet, Workbook } from "../read/grid.ts";
import type { InboxFile } from "./file_input.ts";
import { emptyFileRow, type FileOutcome } from "./file_outcome.ts";

/** What a workbook of a new form holds, as it was filled in: plain data, it goes to other processes. */
export interface DraftedForm {
  /** The tables by the ids of the programme's files, each cell where it stands in its sheet. */
  tables: Readonly<Record<DraftedTable, Grid>>;
  links: readonly IndicatorLink[];
  /** The file that it was made from, by its hash; null where somebody took that out. */
  source: { file: string; hash: string } | null;
}

/** A table of the programme that a workbook of a new form fills. */
export type DraftedTable = "forms" | "form_columns";

/** A column that an indicator is to be reckoned from. */
export interface IndicatorLink {
  form_id: string;
  column_id: string;
  indicator: string;
  role: string;
  /** Where the indicator is written on the sheet of columns. */
  cell: string;
}

/** The form that a workbook declares, by its hidden mark; null for any other workbook. */
export function readDraftedForm({ sheets }: Workbook): DraftedForm | null {
  const ids = sheets.find(({ rows }) => rows[0]?.[0]?.text === FORM_MARK);
  if (!ids) return null;
  const [file, hash] = [ids.rows[1]?.[0]?.text, ids.rows[1]?.[1]?.text];
  const columns = tableOf(sheets, FORM_SHEETS.form_columns);
  return {
    tables: {
      forms: declared(tableOf(sheets, FORM_SHEETS.forms)),
      form_columns: declared(columns),
    },
    links: linksOf(columns),
    source: file && hash ? { file, hash } : null,
  };
}

/** A workbook of a new form: no source, so that nothing of it lands but what is wrong with it. */
export function draftedFile(file: InboxFile, drafted: DraftedForm): FileOutcome {
  return {
    rows: {},
    document_date: null,
    drafted,
    file: {
      ...emptyFileRow(file),
      status: "ignored",
      message_vi: "sổ khai biểu mẫu",
      message_en: "a workbook that declares a form",
    },
  };
}

interface FoundTable {
  rows: Grid;
  /** The row of the names of columns, -1 where there is none. */
  top: number;
}

/** A sheet from the row of its names on; what stands above it is for people. */
function tableOf(sheets: readonly Sheet[], name: string): FoundTable {
  const sheet = sheets.find((each) => wordKey(each.name) === wordKey(name));
  const rows = sheet?.rows ?? [];
  const top = rows.findIndex((row) => row.some((cell) => wordKey(cell?.text ?? "") === "form id"));
  return { rows: rows.map((row, index) => (index < top ? [] : row)), top };
}

const BESIDE = new Map(
  Object.entries(BESIDE_HEADERS).map(([name, header]) => [wordKey(header), name]),
);

/** Without the columns beside the programme's own, each cell where it was; lines that are blank go. */
function declared({ rows, top }: FoundTable): Grid {
  const names = rows[top] ?? [];
  const beside = names.map((cell) => BESIDE.has(wordKey(cell?.text ?? "")));
  const isWorded = names.map((cell) => WORDED_COLUMNS.includes(cell?.text.trim() ?? ""));
  return rows.map((row) =>
    Array.from(row, (cell, place) => {
      if (!cell || beside[place]) return null;
      return isWorded[place] ? { ...cell, text: withoutWords(cell.text) } : cell;
    }),
  );
}

function linksOf({ rows, top }: FoundTable): IndicatorLink[] {
  const header = (rows[top] ?? []).map((cell) => wordKey(cell?.text ?? ""));
  const place = (name: string) => header.indexOf(wordKey(name));
  const at = place(BESIDE_HEADERS.indicator);
  return rows.flatMap((row, index): IndicatorLink[] => {
    const text = (column: number) => textOf(row[column] ?? null);
    const indicator = text(at);
    if (index <= top || top < 0 || indicator === "") return [];
    const [form_id, column_id] = [text(place("form_id")), text(place("column_id"))];
    const role = text(place(BESIDE_HEADERS.role));
    return [{ form_id, column_id, indicator, role, cell: cellAddress(index, at) }];
  });
}

function textOf(cell: Cell | null): string {
  return cell?.text.replace(/\s+/g, " ").trim() ?? "";
}
