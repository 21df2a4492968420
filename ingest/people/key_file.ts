import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeOnce } from "../../lib/store/write.ts";

const KEY_BYTES = 32;

/**
 * The 32-byte key in a file. Made at first use: the file is its owner's alone (0600) in a folder that
 * is too (0700), and of two processes at once both get the one key that was first.
 * Throws when the file holds anything else than a key; it is never replaced.
 */
export function loadKey(path: string): Uint8Array {
  const key = readKey(path) ?? makeKey(path);
  if (key.length !== KEY_BYTES) throw new Error(`key is not ${KEY_BYTES} bytes: ${path}`);
  return key;
}

function readKey(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function makeKey(path: string): Uint8Array {
  writeOnce(path, randomBytes(KEY_BYTES), { mode: 0o600 });
  return readFileSync(path);
}
