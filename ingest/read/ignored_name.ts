import { basename } from "node:path";

/** Whether a file's name says that it is no source. */
export function isIgnoredName(name: string): boolean {
  return IGNORED.some((pattern) => pattern.test(basename(name)));
}

const IGNORED = [/^\./, /^~\$/, /^readme(\.|$)/i, /^thumbs\.db$/i, /^desktop\.ini$/i];
