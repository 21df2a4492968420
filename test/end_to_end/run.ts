import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A day so many days from now, yyyy-mm-dd: files without a date are received on the day of the test. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An empty folder of the test's own. */
export function freshFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `lechan-${name}-`));
}

/** Runs `scripts/<command>.ts` as its own process, as a person would. */
export function runCommand(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Ended {
  const script = join(root, "scripts", `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  return { code: status, stdout, stderr };
}
