import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { findingLine } from "../../../ingest/programme/finding.ts";
import { programmeFolder, readProgramme } from "../../../ingest/programme/programme.ts";
import { loadProgrammeFiles } from "../../../ingest/programme/programme_files.ts";

export const files = await loadProgrammeFiles();

/** The rows of a shipped file, its header first. */
export function shipped(id: string): string[][] {
  const text = readFileSync(join(programmeFolder, `${id}.csv`), "utf8");
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

/** An empty folder of the test's own. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "programme-"));
}

/** A change of a file's rows, its header among them. */
export type Change = (rows: string[][]) => string[][];

/** A folder with the shipped files, some of them changed, and how they are written. */
export function folderWith(
  changes: Readonly<Record<string, Change>> = {},
  write: (rows: string[][]) => string | Uint8Array = (rows) => Papa.unparse(rows),
): string {
  const folder = freshFolder();
  for (const { id } of files) {
    const change = changes[id] ?? ((rows: string[][]) => rows);
    writeFileSync(join(folder, `${id}.csv`), write(change(shipped(id))));
  }
  return folder;
}

/** A change that adds a row of these values to a file. */
export function adding(values: Readonly<Record<string, string>>): Change {
  return (rows) => [...rows, (rows[0] ?? []).map((name) => values[name] ?? "")];
}

/** A change of one cell: of the first row whose key column, the first, begins so. */
export function setting(key: string, column: string, value: string): Change {
  return ([header = [], ...rows]) => {
    const place = header.indexOf(column);
    const row = rows.findIndex(([first = ""]) => first === key);
    return [
      header,
      ...rows.map((cells, index) => (index === row ? cells.with(place, value) : cells)),
    ];
  };
}

/** What is said of a folder, line by line. */
export async function toldOf(folder: string): Promise<string[]> {
  const { findings } = await readProgramme(folder);
  return findings.map((finding) => `${finding.severity} ${findingLine(finding)}`);
}

/** The hash of a folder's programme, once nothing is wrong with it. */
export async function hashOf(folder: string): Promise<string> {
  const { programme, findings } = await readProgramme(folder);
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? errors.map(findingLine).join("\n") : programme.hash;
}
