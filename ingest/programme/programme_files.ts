import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProgrammeFile } from "./declaration.ts";

const folder = join(import.meta.dirname, "files");

/**
 * The declaration of every file of the programme, found by listing `files/`, by id.
 * Throws when one declares no file or a file of another name.
 */
export async function loadProgrammeFiles(): Promise<ProgrammeFile[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return Promise.all(names.sort().map(loadFile));
}

async function loadFile(name: string): Promise<ProgrammeFile> {
  const module: { file?: ProgrammeFile } = await import(pathToFileURL(join(folder, name)).href);
  if (module.file?.id === basename(name, ".ts")) return module.file;
  throw new Error(`no file of its own name in ingest/programme/files: ${name}`);
}
