// Makes the project runnable, then runs one of its commands on the project's own Node:
//   node scripts/setup.mjs [--dev] [scripts/<command>.ts arguments…]
// Plain JavaScript for any Node ≥ 20, because nothing is installed yet when it starts. Everything
// goes into node_modules/ and .venv/; a note in each of how it was made tells when there is nothing to
// do. `--dev` adds what only tests and benches need; once there, it stays. The folder may be moved or
// copied as it is: nothing that is run from it names its place.
// Exit 3 when this machine lacks something, with what to do about it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
export const venvPython = join(root, ".venv", isWindows ? "Scripts/python.exe" : "bin/python");
const minimumPython = [3, 10];

/** What is installed: the note of how it was made, how it is made now, and what makes it so. */
export const parts = {
  npm: { note: "node_modules/.lechan-setup.json", make: npmMake, install: installNpm },
  python: { note: ".venv/.lechan-setup.json", make: pythonMake, install: installPython },
};

/** A reason why this machine cannot run the project, with what to do about it. */
export class CannotRun extends Error {}

/** Installs what changed since the last time; resolves at once when nothing did. */
export async function setUp(isDev = false) {
  checkNode(process.versions.node);
  const due = Object.values(parts).filter((part) => whyDue(part, isDev).length > 0);
  if (due.length === 0) return;
  say(
    "Đang cài đặt lần đầu hoặc cập nhật (chỉ trong thư mục này) · setting up, in this folder only …",
  );
  const outcomes = await Promise.allSettled(due.map((part) => install(part, isDev)));
  const reasons = outcomes.flatMap(({ reason }) => reason ?? []);
  if (reasons.every((reason) => reason instanceof CannotRun) && reasons.length > 0)
    throw new CannotRun(reasons.map(({ message }) => message).join("\n\n"));
  if (reasons.length > 0) throw reasons[0];
}

/** What of a part is not as it should be now, by name; all of it where it was never made. */
export function whyDue(part, isDev) {
  const made = noteOf(part);
  const wanted = part.make(isDev || made?.dev_lock != null);
  return Object.keys(wanted).filter((name) => made?.[name] !== wanted[name]);
}

/** How a part was made, as it was written down when that was done; null when it is not there. */
export function noteOf({ note }) {
  try {
    return JSON.parse(readFileSync(join(root, note), "utf8"));
  } catch {
    return null;
  }
}

// Packages of npm are of a platform, not of a place or a Node: what is compiled in them keeps to Node-API.
function npmMake(isDev) {
  const lock = hashOf("package-lock.json");
  return { platform, lock, dev_lock: isDev ? lock : null };
}

// An environment is of the Python that made it: another minor version looks for its packages elsewhere.
function pythonMake(isDev) {
  return {
    platform,
    python: pythonBehind(),
    lock: hashOf("models/requirements.lock"),
    dev_lock: isDev ? hashOf("models/requirements-lint.lock") : null,
  };
}

const platform = `${process.platform}-${process.arch}`;

/** The program that runs the environment, which goes away with an upgrade of Python; null while there is none. */
function pythonBehind() {
  try {
    return realpathSync(venvPython);
  } catch {
    return null;
  }
}

/** The Node ≥ 24 that runs the project's TypeScript: the one npm installed, or this one. */
export function projectNode() {
  const platform = `${isWindows ? "win" : process.platform}-${process.arch}`;
  const names = [`node-${platform}`, `node-bin-${platform}`];
  const paths = names.map((name) =>
    join(root, "node_modules", name, "bin", isWindows ? "node.exe" : "node"),
  );
  const own = paths.find(existsSync);
  if (own) return own;
  if (majorOf(process.versions.node) >= 24) return process.execPath;
  throw new CannotRun(
    `npm carries no Node 24 for ${platform}: install Node 24 or newer and run again.`,
  );
}

/** The first Python on this machine that is new enough and can make environments. */
export function findPython() {
  const candidates = [process.env.LECHAN_PYTHON, "python3", "python", "py"].filter(Boolean);
  const found = candidates.map(describePython).filter(Boolean);
  const usable = found.find((python) => python.isNewEnough && python.hasVenv);
  if (usable) return usable;
  throw new CannotRun(whyNoPython(found));
}

function checkNode(version) {
  if (majorOf(version) >= 20) return;
  throw new CannotRun(
    `Node ${version} is too old: install Node 20 or newer (nodejs.org) and run again.`,
  );
}

async function install(part, isDev) {
  const hasDev = isDev || noteOf(part)?.dev_lock != null;
  const due = whyDue(part, isDev);
  await part.install(hasDev, due);
  const note = `${JSON.stringify(part.make(hasDev), null, 2)}\n`;
  writeFileSync(join(root, part.note), note);
}

function hashOf(lock) {
  return createHash("sha256")
    .update(readFileSync(join(root, lock)))
    .digest("hex");
}

async function installNpm(hasDev) {
  say(`  npm: package-lock.json${hasDev ? ", tests and benches too" : ""} …`);
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file without the entries of other platforms' binaries, which a
  // registry that serves one platform cannot give. Versions and hashes come from the lock all the same.
  const which = hasDev ? "--include=dev" : "--omit=dev";
  const args = ["install", which, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  // The Node that npm runs on, never the one below node_modules that npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (npm?.endsWith(".js")) await run("npm", node, [npm, ...args]);
  else await run("npm", "npm", args, { shell: isWindows });
}

/** Made anew unless only what tests need is missing or other. */
async function installPython(hasDev, due) {
  const isOnlyDev = due.every((name) => name === "dev_lock");
  if (!isOnlyDev) {
    await run("venv", findPython().command, ["-m", "venv", "--clear", ".venv"]);
    await pipInstall("models/requirements.lock");
  }
  if (hasDev) await pipInstall("models/requirements-lint.lock");
  if (!isWindows) makeRelocatable(join(root, ".venv", "bin"));
}

/**
 * Lets the scripts of an environment find their Python beside them: pip writes down where it stands, and a
 * copied folder would run the other's. On Windows a moved environment is made anew.
 */
export function makeRelocatable(folder) {
  const beside = `#!/bin/sh\n'''exec' "$(dirname -- "$(realpath -- "$0")")/python" "$0" "$@"\n' '''\n`;
  const named = /^#!(?:.*\/python[\d.]*\n|\/bin\/sh\n'''exec' .*\n' '''\n)/;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const text = entry.isFile() ? readFileSync(path, "utf8") : "";
    if (named.test(text))
      writeFileSync(
        path,
        text.replace(named, () => beside),
      );
  }
}

async function pipInstall(lock) {
  say(`  Python: ${lock} …`);
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const exact = ["--no-deps", "--require-hashes", "--only-binary=:all:"];
  await run("pip", venvPython, ["-m", "pip", "install", ...quiet, ...exact, "-r", lock]);
}

function describePython(command) {
  const question =
    "import sys, importlib.util as u; print(*sys.version_info[:2], int(all(map(u.find_spec, ('venv', 'ensurepip')))))";
  const answer = spawnSync(command, ["-c", question], { encoding: "utf8" });
  if (answer.status !== 0) return null;
  const [major, minor, hasVenv] = answer.stdout.trim().split(" ").map(Number);
  const isNewEnough =
    major > minimumPython[0] || (major === minimumPython[0] && minor >= minimumPython[1]);
  return { command, version: `${major}.${minor}`, isNewEnough, hasVenv: hasVenv === 1 };
}

function whyNoPython(found) {
  const newEnough = found.find((python) => python.isNewEnough);
  if (newEnough)
    return `Python ${newEnough.version} has no venv: install it (Debian, Ubuntu: apt-get install python3-venv) and run again.`;
  const had = found.map((python) => python.version).join(", ") || "none";
  return `Python 3.10 or newer is needed, found ${had}: install it (python.org; Debian, Ubuntu: apt-get install python3 python3-venv) or name one in LECHAN_PYTHON, and run again.`;
}

/** Runs an installer in the project's folder; its words are kept in .setup/ and shown on failure. */
function run(name, command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
    });
    const lines = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => lines.push(data));
    child.on("error", (error) =>
      reject(new CannotRun(`${name} cannot be started: ${error.message}`)),
    );
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new CannotRun(whyInstallFailed(name, Buffer.concat(lines)))),
    );
  });
}

function whyInstallFailed(name, output) {
  mkdirSync(join(root, ".setup"), { recursive: true });
  writeFileSync(join(root, ".setup", `${name}.log`), output);
  const text = output.toString();
  const isNetwork =
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|NewConnectionError|ConnectTimeout|Name or service not known|Failed to establish|No matching distribution/i;
  const advice = isNetwork.test(text)
    ? `the package registry of ${name} cannot be reached: check the network or proxy of this machine and run again.`
    : `its last words are above, all of them in .setup/${name}.log`;
  return `${text.trim().split("\n").slice(-8).join("\n")}\n${name} failed: ${advice}`;
}

function majorOf(version) {
  return Number(version.split(".")[0]);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Hands over to the command: same streams, same signals, its exit code. */
function handOver(script, args) {
  // Types are stripped and code is compiled once, not in every process of every run.
  const env = { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"), ...process.env };
  const child = spawn(projectNode(), [join(root, script), ...args], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("close", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

async function main(words) {
  const isDev = words[0] === "--dev";
  const [script, ...args] = isDev ? words.slice(1) : words;
  try {
    await setUp(isDev);
    if (script) handOver(script, args);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    say(`Máy này chưa chạy được · this machine cannot run it yet:\n${error.message}`);
    process.exitCode = 3;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
