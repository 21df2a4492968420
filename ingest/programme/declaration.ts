import type { Areas } from "../parse/area_list.ts";
import type { LandedType } from "../parse/landed_type.ts";

/** What every column of a file of the programme says of itself. */
interface ColumnWords {
  /** What stands in it, for the notes of the workbook and for messages. */
  vi: string;
  en: string;
  is_required?: true;
}

/** A column of a file of the programme. */
export type ProgrammeColumn = ColumnWords &
  (
    | { type: "text" | "whole" | "decimal" | "date" | "yes_no" }
    | { type: "one_of"; values: readonly string[] }
    /** The key of another file; `or` are texts that stand for none of its rows. */
    | { type: "reference"; to: ProgrammeReference; or?: readonly string[] }
    /** Several values in one cell, parted by a bar. */
    | { type: "list" }
    /** The id of a form; models may have lists of their own, so another is only asked about. */
    | { type: "form" }
  );

/** Another file and the column that is its key. */
interface ProgrammeReference {
  file: string;
  column: string;
}

/** The value of a cell; dates are `yyyy-mm-dd`. */
export type ProgrammeValue = string | number | boolean | null;

/** A row of a file: every declared column has a value, null where the cell is empty. */
export type ProgrammeRow = Readonly<Record<string, ProgrammeValue>>;

/** The rows of every file by the file's name; a file that is not there has none. */
export type ProgrammeTables = ReadonlyMap<string, readonly ProgrammeRow[]>;

/** What a rule has found: the row, the column to look at, what is needed there. */
export interface Violation {
  row: ProgrammeRow;
  column: string;
  vi: string;
  en: string;
  /** Another row of the same file that it is about; its number stands for `{other}` in the texts. */
  other?: ProgrammeRow;
  /** An odd thing that stops nothing; an error where it is not said. */
  severity?: "warning";
}

/** A rule that each row keeps by itself. */
export interface ProgrammeRowRule {
  column: string;
  vi: string;
  en: string;
  holds: (row: ProgrammeRow) => boolean;
}

/** A file of the programme: `<id>.csv`, or the sheet of that name in a workbook. */
export interface ProgrammeFile {
  id: string;
  title_vi: string;
  title_en: string;
  /** Without it nothing can be computed. */
  is_required?: true;
  /** What it is when the file holds no row; nothing where it may be so. */
  when_empty?: "error" | "warning";
  /** The program adds rows to its CSV file, so that this may stand beside a sheet: the rows of both hold. */
  is_added_to?: true;
  /** The columns that tell its rows apart. */
  key: readonly string[];
  columns: Readonly<Record<string, ProgrammeColumn>>;
  rules?: readonly ProgrammeRowRule[];
  /** Rules over many rows and files. `areas` are those of the programme at hand. */
  check?: (tables: ProgrammeTables, areas: Areas) => Violation[];
}

const LANDED: Readonly<Record<ProgrammeColumn["type"], LandedType>> = {
  text: "VARCHAR?",
  whole: "INTEGER?",
  decimal: "DOUBLE?",
  date: "DATE?",
  yes_no: "BOOLEAN?",
  one_of: "VARCHAR?",
  reference: "VARCHAR?",
  list: "VARCHAR?",
  form: "VARCHAR?",
};

/** The name of the table in which a file lands. */
export function programmeTable(file: Pick<ProgrammeFile, "id">): `programme_${string}` {
  return `programme_${file.id}`;
}

/** The columns with which a file lands. */
export function programmeColumns({ columns }: ProgrammeFile): Record<string, LandedType> {
  const landed = Object.entries(columns).map(([name, { type }]) => [name, LANDED[type]]);
  return { ...Object.fromEntries(landed), programme_hash: "VARCHAR" };
}

/** The rows of a file. */
export function rowsOf(tables: ProgrammeTables, file: string): readonly ProgrammeRow[] {
  return tables.get(file) ?? [];
}

/** A rule that a date is not before another of its row; an empty one is no offence. */
export function datesInOrder(first: string, last: string, isStrict = false): ProgrammeRowRule {
  const [vi, en] = isStrict ? ["sau", "after"] : ["không trước", "not before"];
  return {
    column: last,
    vi: `ngày ${vi} ${first}`,
    en: `a date ${en} ${first}`,
    holds: ({ [first]: from = null, [last]: to = null }) =>
      from === null || to === null || (isStrict ? to > from : to >= from),
  };
}

/** A rule that a number is not below or above a bound; an empty one is no offence. */
export function within(column: string, least: number, most = Infinity): ProgrammeRowRule {
  const [vi, en] =
    most === Infinity
      ? [`số từ ${least} trở lên`, `a number not below ${least}`]
      : [`số từ ${least} đến ${most}`, `a number from ${least} to ${most}`];
  return {
    column,
    vi,
    en,
    holds: ({ [column]: value = null }) =>
      value === null || (least <= Number(value) && Number(value) <= most),
  };
}
