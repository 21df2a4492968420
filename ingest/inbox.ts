import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { InboxFile } from "./file_input.ts";

/** A file found in an inbox, not yet opened further than its hash. */
export interface FoundFile extends InboxFile {
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
    const files = entries.filter((entry) => entry.isFile());
    const names = files.map((entry) => relative(path, join(entry.parentPath, entry.name)));
    return names.sort().map((name) => found(join(path, name), name.split(sep).join("/")));
  });
}

function found(path: string, name: string): FoundFile {
  const bytes = readFileSync(path);
  return {
    name: name.normalize("NFC"),
    bytes,
    hash: createHash("sha256").update(bytes).digest("hex"),
    modified_at: statSync(path).mtime,
    is_ignored: isIgnoredName(name),
  };
}
