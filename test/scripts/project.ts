import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** How a command ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** An empty folder of the test's own. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "scripts-"));
}

/** Runs a command of the project as its own process, from a folder and with a person key of that folder. */
export function runScript(
  script: string,
  args: readonly string[],
  folder: string,
  project = root,
): Ended {
  const env = { ...process.env, LECHAN_KEY_FILE: join(folder, "person.key"), INIT_CWD: folder };
  const path = join(project, "scripts", `${script}.ts`);
  return spawnSync(process.execPath, [path, ...args], { env, encoding: "utf8" });
}

/** A copy of the project's code, to which forms and fixtures can be added. */
export function copyProject(folder: string): string {
  const project = join(folder, "project");
  mkdirSync(project);
  for (const room of ["lib", "ingest", "dashboards", "scripts"])
    cpSync(join(root, room), join(project, room), { recursive: true });
  for (const file of ["package.json", "package-lock.json", "tsconfig.json", "biome.json"])
    cpSync(join(root, file), join(project, file));
  for (const name of ["programme", "vocabulary.csv", "communes.csv"])
    cpSync(join(root, "data", name), join(project, "data", name), { recursive: true });
  cpSync(join(root, "test", "fixtures"), join(project, "test", "fixtures"), { recursive: true });
  cpSync(join(root, "test", "ingest"), join(project, "test", "ingest"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
  return project;
}
