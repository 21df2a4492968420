import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../../lib/exit_codes.ts";
import {
  type Programme,
  programmeFiles,
  programmeFolder,
  type TableName,
  textOf,
} from "./files.ts";

/** The list of what is missing, beside the tables. */
export const todoFile = "con_thieu.txt";

/** Writes a programme and what is missing in it into a folder. */
export function writeProgramme(
  programme: Programme,
  missing: readonly string[],
  out: string,
): void {
  mkdirSync(out, { recursive: true });
  for (const [table, file] of Object.entries(programmeFiles))
    writeFileSync(join(out, file), textOf(programme[table as TableName]));
  writeFileSync(join(out, todoFile), `${missing.map((line) => `- ${line}`).join("\n")}\n`);
}

/** A folder that was named must not hold anything that would be written over. Throws UsageError. */
export function mustBeFree(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  throw new UsageError(
    `thư mục đã có tệp, hãy chọn thư mục khác · the folder holds files already, choose another: ${out}`,
  );
}

/**
 * Puts aside what is the present ward's: a copy of its programme, and its sample and published
 * figures, which would be taken for the new ward's. Returns the folder it lies in.
 */
export function putAside(root: string, wardId: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const aside = join(root, "data", `before-${wardId}-${stamp}`);
  mkdirSync(join(aside, "programme"), { recursive: true });
  for (const file of Object.values(programmeFiles))
    cpSync(join(root, programmeFolder, file), join(aside, "programme", file));
  for (const folder of ["sample", "reference"].filter((name) =>
    existsSync(join(root, "data", name)),
  ))
    renameSync(join(root, "data", folder), join(aside, folder));
  return aside;
}
