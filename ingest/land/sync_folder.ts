import { closeSync, fsyncSync, openSync } from "node:fs";

/** Flushes a folder after a rename in it. Windows does not open folders; there the rename alone must do. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
