import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../pipeline/home.ts";

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
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
