import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../lib/store/home.ts";
import { freshFolder } from "./project.ts";

type Part = "npm" | "python";
type Note = Record<string, string | null>;

/** A folder with what set-up looks at: lock files, and a Python that may go away. */
function freshProject(): string {
  const project = join(freshFolder(), "phường Lê Chân");
  for (const file of ["scripts/setup.mjs", "package-lock.json"])
    cpSync(join(root, file), join(project, file));
  for (const name of ["requirements.lock", "requirements-lint.lock"])
    cpSync(join(root, "models", name), join(project, "models", name));
  mkdirSync(join(project, "node_modules"));
  mkdirSync(join(project, ".venv", "bin"), { recursive: true });
  symlinkSync(process.execPath, join(project, ".venv", "bin", "python"));
  return project;
}

/** Asks a project's own set-up. */
function ask(project: string, question: string): unknown {
  const module = JSON.stringify(join(project, "scripts", "setup.mjs"));
  const script = `const s = await import(${module}); console.log(JSON.stringify(${question}));`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect(ended.stderr).toBe("");
  return JSON.parse(ended.stdout);
}

const whyDue = (project: string, part: Part, isDev = false) =>
  ask(project, `s.whyDue(s.parts.${part}, ${isDev})`);

/** Writes down that everything was installed. */
function install(project: string, isDev: boolean): void {
  for (const part of ["npm", "python"] as const) {
    const path = join(project, ask(project, `s.parts.${part}.note`) as string);
    writeFileSync(path, JSON.stringify(ask(project, `s.parts.${part}.make(${isDev})`)));
  }
}

function edit(project: string, part: Part, change: (note: Note) => Note): void {
  const path = join(project, ask(project, `s.parts.${part}.note`) as string);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")))));
}

describe.skipIf(process.platform === "win32")("what is to be installed", () => {
  it("is everything in a fresh folder, and nothing once that was done", () => {
    const project = freshProject();
    expect(whyDue(project, "npm")).toEqual(["platform", "lock", "dev_lock"]);
    expect(whyDue(project, "python")).toEqual(["platform", "python", "lock", "dev_lock"]);
    install(project, false);
    expect([whyDue(project, "npm"), whyDue(project, "python")]).toEqual([[], []]);
  });

  it("is what tests need when they are run, which then stays", () => {
    const project = freshProject();
    install(project, false);
    expect(whyDue(project, "npm", true)).toEqual(["dev_lock"]);
    expect(whyDue(project, "python", true)).toEqual(["dev_lock"]);
    install(project, true);
    for (const isDev of [true, false, true])
      for (const part of ["npm", "python"] as const)
        expect(whyDue(project, part, isDev)).toEqual([]);
  });

  it("follows the lock files, that of the linter only where it was installed", () => {
    const [run, dev] = [freshProject(), freshProject()];
    install(run, false);
    install(dev, true);
    for (const project of [run, dev])
      writeFileSync(join(project, "models", "requirements-lint.lock"), "sqlfluff==9.9.9\n");
    expect(whyDue(run, "python")).toEqual([]);
    expect(whyDue(dev, "python")).toEqual(["dev_lock"]);
    writeFileSync(join(run, "models", "requirements.lock"), "dbt-core==9.9.9\n");
    expect(whyDue(run, "python")).toEqual(["lock"]);
    writeFileSync(join(dev, "package-lock.json"), "{}");
    expect(whyDue(dev, "npm")).toEqual(["lock", "dev_lock"]);
  });

  it("is nothing in a copy elsewhere", () => {
    const project = freshProject();
    install(project, true);
    const copy = join(freshFolder(), "bản sao của phường");
    cpSync(project, copy, { recursive: true, verbatimSymlinks: true });
    expect([whyDue(copy, "npm"), whyDue(copy, "python")]).toEqual([[], []]);
  });

  it("is what another machine or another Python made", () => {
    const project = freshProject();
    install(project, false);
    edit(project, "npm", (note) => ({ ...note, platform: "sunos-sparc" }));
    expect(whyDue(project, "npm")).toEqual(["platform"]);
    edit(project, "python", (note) => ({ ...note, python: "/usr/bin/python3.9" }));
    expect(whyDue(project, "python")).toEqual(["python"]);
  });
});

describe.skipIf(process.platform === "win32")("the scripts of an environment", () => {
  it.each([
    ["#!/old place/.venv/bin/python3.11\n"],
    ["#!/bin/sh\n'''exec' \"/cài đặt/.venv/bin/python\" \"$0\" \"$@\"\n' '''\n"],
  ])("run the Python beside them, wherever they lie: %j", (shebang) => {
    const project = freshProject();
    const bin = join(project, ".venv", "bin");
    rmSync(join(bin, "python"));
    writeFileSync(join(bin, "python"), '#!/bin/sh\necho "python beside: $2"\n', { mode: 0o755 });
    writeFileSync(join(bin, "tool"), `${shebang}print("a tool")\n`, { mode: 0o755 });
    writeFileSync(join(bin, "activate"), "VIRTUAL_ENV=/old\n");
    expect(ask(project, `s.makeRelocatable(${JSON.stringify(bin)}) ?? "done"`)).toBe("done");
    expect(readFileSync(join(bin, "tool"), "utf8")).toMatch(/^#!\/bin\/sh\n'''exec' "\$\(dirname/);
    expect(readFileSync(join(bin, "tool"), "utf8")).not.toMatch(/old place|cài đặt/);
    expect(readFileSync(join(bin, "activate"), "utf8")).toBe("VIRTUAL_ENV=/old\n");
    const moved = join(freshFolder(), "dời đi nơi khác");
    cpSync(bin, moved, { recursive: true });
    const { stdout } = spawnSync(join(moved, "tool"), ["given"], { encoding: "utf8" });
    expect(stdout).toBe("python beside: given\n");
  });
});
