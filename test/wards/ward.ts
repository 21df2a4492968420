import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";
import {
  fileOf,
  readCsvTable,
  type TableName,
  type TextRow,
  textOf,
} from "../../scripts/tools/ward/text_tables.ts";

/** A copy of the project without sample, data and anything made, in which another ward can be started. */
export interface WardProject {
  folder: string;
  inbox: string;
  /** Runs a command of the copy; throws with its last words where it ends otherwise than told. */
  run(script: string, args: readonly string[], codes?: readonly number[]): string;
  /** Changes the rows of a table of the ward's programme. */
  decide(table: TableName, change: (rows: TextRow[]) => TextRow[]): void;
}

export function copyProject(): WardProject {
  const folder = mkdtempSync(join(tmpdir(), "lechan-ward-"));
  const isMade = (path: string) => /[\\/](target|logs|__pycache__)$/.test(path);
  for (const room of ["lib", "ingest", "dashboards", "scripts", "models"])
    cpSync(join(root, room), join(folder, room), {
      recursive: true,
      filter: (path) => !isMade(path),
    });
  const data = [
    "communes.csv",
    "new_ward.csv",
    "vocabulary.csv",
    "programme",
    "sample",
    "reference",
  ];
  for (const name of data)
    cpSync(join(root, "data", name), join(folder, "data", name), { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    cpSync(join(root, name), join(folder, name));
  for (const name of ["node_modules", ".venv"])
    symlinkSync(join(root, name), join(folder, name), "junction");
  const inbox = join(folder, "data", "inbox");
  mkdirSync(inbox);
  return { folder, inbox, run: runner(folder), decide: decider(folder) };
}

function runner(folder: string): WardProject["run"] {
  return (script, args, codes = [0]) => {
    const env = { ...process.env, INIT_CWD: folder, NO_COLOR: "1", LECHAN_KEY_FILE: undefined };
    const path = join(folder, "scripts", `${script}.ts`);
    const ended = spawnSync(process.execPath, [path, ...args], { env, encoding: "utf8" });
    if (codes.includes(ended.status ?? -1)) return ended.stdout;
    throw new Error(`${script} ended with ${ended.status}: ${ended.stderr || ended.stdout}`);
  };
}

function decider(folder: string): WardProject["decide"] {
  return (table, change) => {
    const path = tablePath(folder, table);
    const { columns, rows } = readCsvTable(path);
    writeFileSync(path, textOf({ columns, rows: change(rows) }));
  };
}

const tablePath = (folder: string, table: TableName) =>
  join(folder, "data", "programme", fileOf(table));

/** The areas of a copy's programme. */
export function areasOf({ folder }: WardProject): TextRow[] {
  return readCsvTable(tablePath(folder, "areas")).rows;
}
