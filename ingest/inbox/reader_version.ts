import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A short hash of the reader's own code: files landed by other code are read again. */
export function readerVersion(folder: string = dirname(import.meta.dirname)): string {
  const hash = createHash("sha256");
  for (const file of globSync("**/*.ts", { cwd: folder }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
