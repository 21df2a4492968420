import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../../lib/store/home.ts";

const here = import.meta.dirname;
const made = join(root, ".setup", "writers");
const isWindows = process.platform === "win32";
const LOCKS = ["requirements-build.txt", "requirements.txt", "package.json", "package-lock.json"];

/** The programs that write workbooks for the tests of reading. */
export interface WriterTools {
  python: string;
  /** The folder of Node packages. */
  modules: string;
}

/**
 * Installs the writers that the tests try below .setup/, once for each state of their locks. Answers why not where
 * this machine cannot.
 */
export function installWriters(): WriterTools | string {
  const state = hashOf(LOCKS);
  const note = join(made, "made");
  const tools = {
    python: join(made, "venv", isWindows ? "Scripts/python.exe" : "bin/python"),
    modules: join(made, "node_modules"),
  };
  if (existsSync(note) && readFileSync(note, "utf8") === state) return tools;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  const failure = installPython(tools.python) ?? installNode();
  if (failure !== null) return failure;
  writeFileSync(note, state);
  return tools;
}

function installPython(python: string): string | null {
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const exact = ["--no-deps", "--require-hashes", "--no-build-isolation"];
  return (
    run(process.env["LECHAN_PYTHON"] ?? "python3", ["-m", "venv", join(made, "venv")]) ??
    run(python, [...pip, ...exact, "-r", join(here, "requirements-build.txt")]) ??
    run(python, [...pip, ...exact, "-r", join(here, "requirements.txt")])
  );
}

function installNode(): string | null {
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(here, name), join(made, name));
  return run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], made);
}

/** Runs a program; answers what it said where it failed, else null. */
export function run(program: string, words: readonly string[], cwd = root): string | null {
  const { status, stderr, error } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    shell: isWindows,
  });
  return status === 0 ? null : `${program} ${words[0]}: ${error?.message ?? stderr.trim()}`;
}

/** LibreOffice, with a profile that nobody used before. */
export function convert(
  file: string,
  type: string,
  folder: string,
  profile: string,
): string | null {
  const fresh = `-env:UserInstallation=file://${profile}`;
  return run("soffice", [fresh, "--headless", "--convert-to", type, "--outdir", folder, file]);
}

/** Whether a program is here. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ["--version"]).error === undefined;
}

function hashOf(names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(readFileSync(join(here, name)));
  return hash.digest("hex");
}
