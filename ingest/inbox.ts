import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { InboxFile } from "./file_input.ts";

/** A file found in an inbox, known by its hash; its bytes are not kept. */
export interface FoundFile extends Omit<InboxFile, "bytes"> {
  path: string;
  /** Last changed, for files that state no date of their own. */
  modified_at: Date;
}

const IGNORED = [/^\./, /^~\$/, /^readme(\.|$)/i, /^thumbs\.db$/i, /^desktop\.ini$/i];

/** Whether a file's name says that it is no source. */
export function isIgnoredName(name: string): boolean {
  return IGNORED.some((pattern) => pattern.test(basename(name)));
}

/** The files in folders (searched in full) and single files, in the order given, each folder sorted. */
export function listInbox(paths: readonly string[]): FoundFile[] {
  return paths.flatMap((path) => {
    if (statSync(path).isFile()) return [found(path, basename(path))];
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    const names = files.map((entry) => relative(path, join(entry.parentPath, entry.name)));
    return names.sort().map((name) => found(join(path, name), name.split(sep).join("/")));
  });
}

/** Opens a found file; null when it can't be opened or has changed since it was found. */
export function openFound({ path, hash }: FoundFile): Uint8Array | null {
  const bytes = bytesOf(path);
  return bytes && hashOf(bytes) === hash ? bytes : null;
}

/** A file that can't be opened is known by its name, so that it can be accounted for. */
function found(path: string, name: string): FoundFile {
  const bytes = bytesOf(path);
  return {
    name: name.normalize("NFC"),
    path,
    hash: hashOf(bytes ?? `unreadable: ${name}`),
    modified_at: statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date(0),
    is_ignored: isIgnoredName(name),
  };
}

function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function hashOf(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
