import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isMade, type Locked, succeeds } from "./locked.ts";

/**
 * The `node_modules` of exactly what the package-lock.json of `source` names, made below `folder` when it is
 * not there, without running any package's own scripts; null, with the reason told, when this machine can't.
 */
export function npmEnvironment(
  source: string,
  folder: string,
  say: (line: string) => void,
): string | null {
  const locked: Locked = { lock: join(source, "package-lock.json"), folder, say };
  const make = () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const name of ["package.json", "package-lock.json"])
      copyFileSync(join(source, name), join(folder, name));
    return installed(locked);
  };
  return isMade(locked, make) ? join(folder, "node_modules") : null;
}

/** With the npm that runs this command, or the one of this machine. */
function installed(locked: Locked): boolean {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: locked.folder };
  const npm = process.env["npm_execpath"];
  const node = process.env["npm_node_execpath"] ?? process.execPath;
  return npm?.endsWith(".js")
    ? succeeds(node, [npm, ...args], locked, options)
    : succeeds("npm", args, locked, { ...options, shell: process.platform === "win32" });
}
