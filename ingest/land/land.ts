import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { quoteText } from "../../lib/store/sql.ts";
import { asideOf, moveWhole } from "../../lib/store/write.ts";
import {
  inboxTables,
  type LandedRow,
  type LandedRows,
  type LandedTable,
  landedColumns,
  landedTables,
} from "./landed.ts";
import type { ParquetStore } from "./parquet.ts";
import { readRetention, withinRetention } from "./retention.ts";

const tables = Object.keys(landedTables).sort() as LandedTable[];

/** Parts that belong to no file. */
const OF_NO_FILE = ["empty", "all"];

/** The landed folder: `<table>/<file hash>.parquet`. The part in `files` says that all others are there. */
export interface Landing {
  /** Replaces everything that a file has landed; its `files` row is written last. */
  land(rows: LandedRows, file: LandedRow<"files">): Promise<void>;
  /** Writes the `files` row of a file whose rows were landed by `landRows`. */
  commit(file: LandedRow<"files">): Promise<void>;
  /** Replaces what a file has landed, all but its `files` row. */
  landRows(rows: LandedRows, file: { hash: string }): Promise<void>;
  /** Takes away the rows of a file that is to be committed without any. */
  clear(file_hash: string): void;
  /** Takes away what a process that was ended had begun to write. */
  removeUnfinishedOf(pid: number): void;
  /** Writes a table that is of no one file when it differs from what stands there. Resolves to whether it did. */
  landWhole<Table extends WholeTable>(table: Table, rows: LandedRow<Table>[]): Promise<boolean>;
  /** Takes away the parts of every file but these. Returns whether there were any. */
  retireAllBut(hashes: ReadonlySet<string>): boolean;
  /** The files that have landed, by name. */
  files(): Promise<LandedRow<"files">[]>;
  /** What was not believed, in the order of files and cells. */
  rejects(): Promise<LandedRow<"rejects">[]>;
  /** What is asked of people, in the order of files and questions. */
  questions(): Promise<LandedRow<"questions">[]>;
  /** A hash over the names and bytes of all parts. */
  fingerprint(): string;
}

/**
 * Opens the landed folder of a home: makes what is missing, an empty part for every table, and removes
 * what a run before `startedAt` left unfinished.
 */
export async function openLanding(
  folder: string,
  parquet: ParquetStore,
  startedAt: Date,
): Promise<Landing> {
  for (const table of tables) {
    mkdirSync(join(folder, table), { recursive: true });
    removeUnfinished(join(folder, table), startedAt);
    const empty = join(folder, table, "empty.parquet");
    if (!(await hasColumns(parquet, table, empty))) await replacePart(parquet, table, [], empty);
  }
  return {
    land: async (rows, file) => {
      await landRows(folder, parquet, rows, file.file_hash);
      await commitFile(folder, parquet, file);
    },
    commit: (file) => commitFile(folder, parquet, file),
    landRows: (rows, { hash }) => landRows(folder, parquet, rows, hash),
    clear: (file_hash) => clearRows(folder, file_hash),
    removeUnfinishedOf: (pid) => removeUnfinishedOf(folder, pid),
    landWhole: (table, rows) => landWhole(folder, parquet, table, rows),
    retireAllBut: (hashes) => retire(folder, hashes),
    files: () =>
      parquet.read("files", join(folder, "files", "*.parquet"), ["file_name", "file_hash"]),
    rejects: () =>
      parquet.read("rejects", join(folder, "rejects", "*.parquet"), [
        "file_hash",
        "severity",
        "sheet",
        "cell",
        "rule",
      ]),
    questions: () =>
      parquet.read("questions", join(folder, "questions", "*.parquet"), [
        "file_hash",
        "question_id",
      ]),
    fingerprint: () => landedFingerprint(folder),
  };
}

/** Whether a part is there and has the table's columns; code that came later may have more. */
async function hasColumns(
  parquet: ParquetStore,
  table: LandedTable,
  path: string,
): Promise<boolean> {
  if (!existsSync(path)) return false;
  const columns = await parquet.ask(`describe select * from read_parquet(${quoteText(path)})`);
  const names = columns.map(({ column_name }) => String(column_name));
  return JSON.stringify(names) === JSON.stringify(Object.keys(landedColumns(table)));
}

/**
 * Replaces the rows that a file has landed, all but its `files` row: without that they count as not landed,
 * so that the process which writes it may be another. `folder` must have been opened before.
 */
export async function landRows(
  folder: string,
  parquet: ParquetStore,
  rows: LandedRows,
  file_hash: string,
): Promise<void> {
  const part = (table: LandedTable) => join(folder, table, `${file_hash}.parquet`);
  const kept = withinRetention(rows, readRetention(dirname(folder)));
  for (const table of inboxTables.filter((each) => each !== "files")) {
    const given = kept[table] ?? [];
    if (given.length > 0) await replacePart(parquet, table, given as never, part(table));
    else rmSync(part(table), { force: true });
  }
}

function clearRows(folder: string, file_hash: string): void {
  for (const table of inboxTables)
    rmSync(join(folder, table, `${file_hash}.parquet`), { force: true });
}

function removeUnfinishedOf(folder: string, pid: number): void {
  for (const name of globSync(`*/*.${pid}.tmp`, { cwd: folder })) rmSync(join(folder, name));
}

function removeUnfinished(folder: string, startedAt: Date): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".tmp")))
    if (statSync(join(folder, name)).mtime < startedAt) rmSync(join(folder, name));
}

async function commitFile(
  folder: string,
  parquet: ParquetStore,
  file: LandedRow<"files">,
): Promise<void> {
  await replacePart(parquet, "files", [file], join(folder, "files", `${file.file_hash}.parquet`));
}

/** Tables with one part for all files, and the columns that sort it. */
const WHOLE_TABLES = {
  forms: ["form"],
  form_measures: ["form", "measure"],
  linkage: ["form", "file_hash", "identified_by"],
  report_figures: ["sequence", "indicator_id"],
  report_observations: ["sequence", "indicator_id", "frequency", "period_end", "period_start"],
} as const;

type WholeTable = keyof typeof WHOLE_TABLES;

async function landWhole<Table extends WholeTable>(
  folder: string,
  parquet: ParquetStore,
  table: Table,
  rows: LandedRow<Table>[],
): Promise<boolean> {
  const path = join(folder, table, "all.parquet");
  const order = WHOLE_TABLES[table] as readonly string[] as readonly never[];
  const before = existsSync(path) ? await parquet.read(table, path, order) : null;
  if (JSON.stringify(before) === JSON.stringify(rows)) return false;
  await replacePart(parquet, table, rows, path);
  return true;
}

/** Writes a part aside and puts it in place. */
export async function replacePart<Table extends LandedTable>(
  parquet: ParquetStore,
  table: Table,
  rows: readonly LandedRow<Table>[],
  path: string,
): Promise<void> {
  const aside = asideOf(path);
  await parquet.write(table, rows, aside);
  moveWhole(aside, path);
}

/** The mark goes first, so that a half retired file counts as not landed. */
function retire(folder: string, hashes: ReadonlySet<string>): boolean {
  const ordered: LandedTable[] = ["files", ...inboxTables.filter((table) => table !== "files")];
  const retired = ordered.flatMap((table) =>
    partsOf(join(folder, table)).filter((part) => !hashes.has(basename(part, ".parquet"))),
  );
  for (const part of retired) rmSync(part);
  return retired.length > 0;
}

function partsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".parquet") && !OF_NO_FILE.includes(basename(name, ".parquet")))
    .sort()
    .map((name) => join(folder, name));
}

/** A hash over the names and bytes of all parts of a landed folder. */
export function landedFingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const table of tables)
    for (const name of fingerprintedParts(folder, table))
      hash.update(`${table}/${name}\n`).update(readFileSync(join(folder, table, name)));
  return hash.digest("hex");
}

/** The day of the programme's first version does not count: it holds of the time before that day too. */
function fingerprintedParts(folder: string, table: LandedTable): string[] {
  const parts = readdirSync(join(folder, table)).sort();
  const names = parts.filter((name) => name.endsWith(".parquet"));
  return table === "programme_versions" ? names.slice(1) : names;
}
