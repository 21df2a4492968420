import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The Python of an environment that holds exactly what a lock file names, made at `folder` when it is not
 * there; null, with the reason told, when this machine can't make it.
 */
export function pythonEnvironment(
  lock: string,
  folder: string,
  say: (line: string) => void,
): string | null {
  const isWindows = process.platform === "win32";
  const python = join(folder, isWindows ? "Scripts/python.exe" : "bin/python");
  const stamp = join(folder, ".stamp");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return python;
  say(`installing ${lock} …`);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const isMade =
    succeeds(process.env["LECHAN_PYTHON"] ?? "python3", ["-m", "venv", "--clear", folder], say) &&
    succeeds(
      python,
      [...pip, "--no-deps", "--require-hashes", "--only-binary=:all:", "-r", lock],
      say,
    );
  if (!isMade) return null;
  writeFileSync(stamp, wanted);
  return python;
}

function succeeds(command: string, args: string[], say: (line: string) => void): boolean {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) say(String(error ?? stderr).trim());
  return status === 0;
}
