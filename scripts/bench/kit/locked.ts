import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where a bench keeps what it installs, and tells what it does. */
export interface Locked {
  lock: string;
  folder: string;
  say: (line: string) => void;
}

/**
 * Makes a folder hold exactly what a lock file names, unless it does already. False when this machine
 * can't, with the reason told by `make`.
 */
export function isMade({ lock, folder, say }: Locked, make: () => boolean): boolean {
  const stamp = join(folder, ".stamp");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  say(`installing ${lock} …`);
  if (!make()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Runs an installer; its words are told when it fails. */
export function succeeds(
  command: string,
  args: string[],
  { say }: Pick<Locked, "say">,
  options: { cwd?: string; shell?: boolean } = {},
): boolean {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (status !== 0) say(String(error ?? stderr).trim());
  return status === 0;
}
