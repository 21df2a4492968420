import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SampleFile } from "./inbox.ts";

/** Lists the files of a sample in its folder, so that a newer one takes away those and no others. */
const LIST = ".sample";

/** A file in a folder that no sample has put there, or null. */
export function foreignFile(folder: string): string | null {
  const known = new Set([LIST, ...listed(folder)]);
  return names(folder).find((name) => !known.has(name)) ?? null;
}

/** Puts a sample in place of an older one; other files in the folder stay as they are. */
export function writeSample(
  folder: string,
  files: Iterable<SampleFile>,
): { files: number; bytes: number } {
  mkdirSync(folder, { recursive: true });
  for (const name of listed(folder)) rmSync(join(folder, name), { force: true });
  const written: string[] = [];
  let bytes = 0;
  for (const file of files) {
    written.push(file.name);
    writeFileSync(join(folder, LIST), `${written.join("\n")}\n`);
    writeFileSync(join(folder, file.name), file.bytes);
    bytes += file.bytes.length;
  }
  return { files: written.length, bytes };
}

function listed(folder: string): string[] {
  if (!names(folder).includes(LIST)) return [];
  const lines = readFileSync(join(folder, LIST), "utf8").split("\n");
  return lines.filter((line) => /^\w[\w.]*$/.test(line));
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
