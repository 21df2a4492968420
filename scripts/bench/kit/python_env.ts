import { join } from "node:path";
import { isMade, type Locked, succeeds } from "./locked.ts";

/**
 * The Python of an environment that holds exactly what a lock file names, made at `folder` when it is not
 * there; null, with the reason told, when this machine can't make it. `built` names the packages that come
 * as source only.
 */
export function pythonEnvironment(
  lock: string,
  folder: string,
  say: (line: string) => void,
  built: readonly string[] = [],
): string | null {
  const isWindows = process.platform === "win32";
  const python = join(folder, isWindows ? "Scripts/python.exe" : "bin/python");
  const locked: Locked = { lock, folder, say };
  const install = [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"],
    ...["--no-deps", "--require-hashes", "--only-binary=:all:", "-r", lock],
    ...built.map((name) => `--no-binary=${name}`),
  ];
  const make = () =>
    succeeds(
      process.env["LECHAN_PYTHON"] ?? "python3",
      ["-m", "venv", "--clear", folder],
      locked,
    ) && succeeds(python, install, locked);
  return isMade(locked, make) ? python : null;
}
