import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FoundFile, listInbox } from "../../../ingest/inbox/inbox.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { writeWhole } from "../../../lib/store/write.ts";
import { exportedName } from "./exported_name.ts";
import { type Mark, markedCopy } from "./marked_copy.ts";

/** A file that has cells to be marked. */
export interface MarkedFile {
  file_hash: string;
  file_name: string;
  marks: readonly Mark[];
}

/** What became of a file's copy: `kept` is one that stands there already and is otherwise. */
export interface WrittenCopy {
  file_name: string;
  path: string | null;
  outcome: "written" | "kept" | "missing";
  marks: number;
}

/**
 * Writes a marked copy of each file, found again in the inbox by its hash, into a folder; the copies hold
 * what the files hold, so that only their owner may read them. A copy that someone may be correcting is kept.
 */
export function writeCopies(
  files: readonly MarkedFile[],
  inbox: readonly string[],
  folder: string,
): WrittenCopy[] {
  const found = new Map(listInbox(inbox).map((file) => [file.hash, file]));
  const taken = new Set<string>();
  return files.map((file) => {
    const { file_name, marks } = file;
    const source = found.get(file.file_hash);
    if (!source) return { file_name, path: null, outcome: "missing", marks: marks.length };
    const path = join(folder, freeName(file, taken));
    const outcome = writeCopy(path, copyOf(source, marks));
    return { file_name, path, outcome, marks: marks.length };
  });
}

/** Two files of one name lie in different inboxes: the later one carries its hash. */
function freeName({ file_name, file_hash }: MarkedFile, taken: Set<string>): string {
  const plain = exportedName(file_name);
  const name = taken.has(plain) ? plain.replace(/\.xlsx$/i, ` ${file_hash.slice(0, 8)}$&`) : plain;
  taken.add(name);
  return name;
}

function copyOf({ path, name }: FoundFile, marks: readonly Mark[]): Uint8Array {
  return markedCopy(readWorkbook(readFileSync(path), name).sheets, marks);
}

function writeCopy(path: string, bytes: Uint8Array): "written" | "kept" {
  if (existsSync(path) && !readFileSync(path).equals(bytes)) return "kept";
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, bytes, { mode: 0o600 });
  return "written";
}
