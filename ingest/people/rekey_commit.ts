import { randomBytes } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { moveWhole, overwrite, writeWhole } from "../../lib/store/write.ts";

/** Where the key that is to come lies until it takes the old one's place. */
export function nextKeyPath(keyPath: string): string {
  return `${keyPath}.next`;
}

/** Where a part with new tokens waits until the rotation is committed. */
export function stagedPart(home: string, table: string, name: string): string {
  const folder = join(staging(home), table);
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/** Commits what is staged and puts it in place: from the first line on there is no way back. */
export function commitRekey(home: string, keyPath: string): void {
  writeWhole(commitPath(home), JSON.stringify({ key_path: keyPath }));
  finishRekey(home);
}

/** Finishes a rotation that was committed, wherever it was cut short; drops one that was not. */
export function finishRekey(home: string): void {
  if (existsSync(commitPath(home))) putInPlace(home);
  rmSync(staging(home), { recursive: true, force: true });
}

/** The old key's bytes are written over before its file is replaced: its other names lose them too. */
function putInPlace(home: string): void {
  const { key_path } = JSON.parse(readFileSync(commitPath(home), "utf8")) as { key_path: string };
  for (const name of globSync("*/*.parquet", { cwd: staging(home) }).sort())
    moveWhole(join(staging(home), name), join(home, "landed", name));
  if (!existsSync(nextKeyPath(key_path))) return;
  if (existsSync(key_path)) overwrite(key_path, randomBytes(32));
  moveWhole(nextKeyPath(key_path), key_path);
}

function staging(home: string): string {
  return join(home, ".rekey");
}

function commitPath(home: string): string {
  return join(staging(home), "commit.json");
}
