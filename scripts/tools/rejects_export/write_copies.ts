import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FoundFile, listInbox } from "../../../ingest/inbox/inbox.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { filledRows } from "../../../ingest/recognise/locate.ts";
import type { XlsxSheet } from "../../../lib/office/xlsx_sheet.ts";
import { writeWhole } from "../../../lib/store/write.ts";
import { exportedName } from "./exported_name.ts";
import { type Mark, markedCopy } from "./marked_copy.ts";
import { type RefusedWhole, refusedMarks } from "./refused_marks.ts";

/** A file that has cells to be marked, or was refused whole. */
export interface MarkedFile {
  file_hash: string;
  file_name: string;
  marks: readonly Mark[];
  refused?: RefusedWhole;
}

/**
 * What became of a file's copy: `kept` is one that stands there already and is otherwise, `unopened` a file
 * that can't be opened, so that it has none.
 */
export interface WrittenCopy {
  file_name: string;
  path: string | null;
  outcome: "written" | "kept" | "missing" | "unopened";
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
    const copy = copyOf(source, file);
    if (!copy) return { file_name, path: null, outcome: "unopened", marks: 0 };
    const path = join(folder, freeName(file, taken));
    const outcome = writeCopy(path, copy.bytes);
    return { file_name, path, outcome, marks: copy.marks };
  });
}

/** Two files of one name lie in different inboxes: the later one carries its hash. */
function freeName({ file_name, file_hash }: MarkedFile, taken: Set<string>): string {
  const plain = exportedName(file_name);
  const name = taken.has(plain) ? plain.replace(/\.xlsx$/i, ` ${file_hash.slice(0, 8)}$&`) : plain;
  taken.add(name);
  return name;
}

/** Null for a file refused whole that can't be opened, or has nothing in it. */
function copyOf(
  { path, name }: FoundFile,
  { marks, refused }: MarkedFile,
): { bytes: Uint8Array; marks: number } | null {
  const sheets = refused ? sheetsOf(path, name) : readWorkbook(readFileSync(path), name).sheets;
  if (sheets.length === 0) return null;
  const all = refused ? [...marks, ...refusedMarks(sheets, refused)] : marks;
  const first = refused ? [askedSheet(name, refused)] : [];
  return { bytes: markedCopy(sheets, all, first), marks: all.length };
}

/** The sheets of a file that was refused: none where its bytes are why. */
function sheetsOf(path: string, name: string): Sheet[] {
  try {
    const { sheets } = readWorkbook(readFileSync(path), name);
    return sheets.some((sheet) => filledRows(sheet).length > 0) ? sheets : [];
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && "syscall" in error)) return [];
    throw error;
  }
}

/** What the office is asked, before its own sheets. */
function askedSheet(name: string, { message, questions }: RefusedWhole): XlsxSheet {
  const lines = [message, ...questions.map(({ question }) => question)];
  return {
    name: "Cần làm rõ",
    columns: [{ width: 100, style: { look: "wrapped" } }],
    rows: [
      [{ value: `Tệp “${name}” chưa được nhận`, style: { look: "title" } }],
      ["Các ô cần xem lại được tô màu, có ghi chú. Sửa xong xóa trang này rồi gửi lại."],
      ...[...new Set(lines)].map((line) => [line]),
    ],
  };
}

function writeCopy(path: string, bytes: Uint8Array): "written" | "kept" {
  if (existsSync(path) && !readFileSync(path).equals(bytes)) return "kept";
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, bytes, { mode: 0o600 });
  return "written";
}
