import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { syncFolder } from "../land/sync_folder.ts";

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
  mkdirSync(staging(home), { recursive: true });
  writeWhole(`${commitPath(home)}.tmp`, Buffer.from(JSON.stringify({ key_path: keyPath })), "w");
  renameSync(`${commitPath(home)}.tmp`, commitPath(home));
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
    renameSync(join(staging(home), name), join(home, "landed", name));
  if (!existsSync(nextKeyPath(key_path))) return;
  if (existsSync(key_path)) writeWhole(key_path, randomBytes(32), "r+");
  renameSync(nextKeyPath(key_path), key_path);
  syncFolder(dirname(key_path));
}

function writeWhole(path: string, bytes: Uint8Array, mode: "w" | "r+"): void {
  const file = openSync(path, mode);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function staging(home: string): string {
  return join(home, ".rekey");
}

function commitPath(home: string): string {
  return join(staging(home), "commit.json");
}
