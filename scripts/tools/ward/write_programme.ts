import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NOTHING_CHANGED, ofSeverity, ProgrammeError } from "../../../ingest/programme/finding.ts";
import { programmeFolder, readProgramme } from "../../../ingest/programme/programme.ts";
import { UsageError } from "../../../lib/exit_codes.ts";
import { swapFolder } from "../../../lib/store/write.ts";
import { fileOf, type ProgrammeTextTables, textOf } from "./text_tables.ts";

/**
 * Writes a programme beside the folder that it is meant for. Returns where, once the programme's reader
 * has believed it; throws ProgrammeError where it has not, and leaves nothing.
 */
export async function draftProgramme(programme: ProgrammeTextTables, out: string): Promise<string> {
  const draft = `${out}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const [table, rows] of Object.entries(programme))
    writeFileSync(join(draft, fileOf(table)), textOf(rows));
  try {
    await mustBeBelieved(draft);
  } catch (error) {
    rmSync(draft, { recursive: true });
    throw error;
  }
  return draft;
}

async function mustBeBelieved(folder: string): Promise<void> {
  const { findings } = await readProgramme(folder);
  if (ofSeverity(findings, "error").length > 0) throw new ProgrammeError(findings, NOTHING_CHANGED);
}

/** Puts a drafted programme where it is meant to be, in place of what is there. */
export function putInPlace(draft: string, out: string): void {
  swapFolder(draft, out, `${out}.before`);
}

/** Writes what is missing in a programme, a line each, beside its folder. Returns the file. */
export function writeMissing(missing: readonly string[], out: string): string {
  const path = `${out}.con_thieu.txt`;
  writeFileSync(path, `${missing.map((line) => `- ${line}`).join("\n")}\n`);
  return path;
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
export function putAside(wardId: string, now: Date): string {
  const data = dirname(programmeFolder);
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const aside = join(data, `before-${wardId}-${stamp}`);
  cpSync(programmeFolder, join(aside, "programme"), { recursive: true });
  for (const folder of ["sample", "reference"].filter((name) => existsSync(join(data, name)))) {
    cpSync(join(data, folder), join(aside, folder), { recursive: true });
    rmSync(join(data, folder), { recursive: true });
  }
  return aside;
}
