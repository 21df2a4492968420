import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { programmeFolder } from "../../ingest/programme/programme.ts";
import { root } from "../../lib/store/home.ts";
import { dbt as entry, python } from "../../scripts/run/dbt.ts";
import { land, type Rows } from "./land.ts";
import { takeParsed } from "./parsed.ts";

/** The folder of the dbt project. */
export const project = join(root, "models");

/** The folder of the programme that goes with a dbt project: a copy has its own beside it. */
export const decisionsBeside = (from: string) =>
  from === project ? programmeFolder : join(dirname(from), "programme");

/** A folder of the test file's own. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "lechan-models-"));
}

/** A warehouse built from literal rows, and how dbt ended. */
export interface Built {
  code: number | null;
  output: string;
  folder: string;
  /** Rows of a query as plain objects; dates as yyyy-mm-dd. */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
}

/**
 * Lands the rows in a folder of their own and runs `dbt build` on them by its command line; without the
 * unit tests of the models unless told otherwise.
 */
export async function build(
  rows: Rows,
  from = project,
  as_of = "2026-11-24",
  options = ["--exclude-resource-type", "unit_test"],
): Promise<Built> {
  const folder = freshFolder();
  await land(join(folder, "landed"), rows, decisionsBeside(from));
  const { code, output } = dbt(["build", ...options], { folder, from, as_of });
  return { code, output, folder, query: (sql) => query(join(folder, "w.duckdb"), sql) };
}

interface Known {
  as_of?: string;
  known_by?: string;
  /** What the models read from the environment beside the above. */
  environment?: Readonly<Record<string, string>>;
}

/**
 * Runs dbt on a folder with `landed/`, `w.duckdb` and `target/` in it. The project is copied beside them, so
 * that all paths which dbt is told are the same in every test, and one parse serves them all.
 */
export function dbt(
  command: string[],
  { folder, from = project, ...known }: { folder: string; from?: string } & Known,
): { code: number | null; output: string } {
  const [own, target] = [join(folder, "models"), join(folder, "target")];
  copyProject(from, own);
  takeParsed(target, (into) => runDbt(["parse"], project, into));
  return runDbt(command, own, target, known);
}

function runDbt(
  command: string[],
  own: string,
  target: string,
  { as_of = "2026-11-24", known_by = "", environment = {} }: Known = {},
): { code: number | null; output: string } {
  const places = ["--project-dir", own, "--profiles-dir", own, "--target-path", target];
  const { status, stdout, stderr } = spawnSync(
    python,
    [...entry, ...command, ...places, "--log-level-file", "none", "--no-use-colors"],
    {
      cwd: own,
      encoding: "utf8",
      env: {
        ...process.env,
        LECHAN_LANDED: "../landed",
        LECHAN_WAREHOUSE: "../w.duckdb",
        LECHAN_AS_OF: as_of,
        LECHAN_KNOWN_BY: known_by,
        ...environment,
        PYTHONDONTWRITEBYTECODE: "1",
      },
    },
  );
  return { code: status, output: stdout + stderr };
}

/** Copies a dbt project without what dbt made. */
export function copyProject(from: string, to: string): void {
  const isMade = (path: string) => /[\\/](target|logs)$/.test(path);
  cpSync(from, to, { recursive: true, filter: (path) => !isMade(path) });
}

/** Rows of a query on a warehouse as plain objects; dates as yyyy-mm-dd. */
export async function query(path: string, sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
