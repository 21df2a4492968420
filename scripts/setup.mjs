// Makes the project runnable, then runs one of its commands on the project's own Node:
//   node scripts/setup.mjs [scripts/<command>.ts arguments…]
// Plain JavaScript for any Node ≥ 20, because nothing is installed yet when it starts. Everything
// goes into node_modules/ and .venv/; stamps of the lock files tell when there is nothing to do.
// Exit 3 when this machine lacks something, with the words to mend it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
export const venvPython = join(root, ".venv", isWindows ? "Scripts/python.exe" : "bin/python");
const minimumPython = [3, 10];

/** What is installed, where its lock file is, and where the stamp of that lock is kept. */
const parts = {
  npm: { lock: "package-lock.json", stamp: "node_modules/.lechan-stamp", install: installNpm },
  python: {
    lock: "models/requirements.lock",
    stamp: ".venv/.lechan-stamp",
    install: installPython,
  },
};

/** A reason why this machine cannot run the project, in words that tell how to mend it. */
export class CannotRun extends Error {}

/** Installs what changed since the last time; resolves at once when nothing did. */
export async function setUp() {
  checkNode(process.versions.node);
  const due = Object.values(parts).filter((part) => !isInstalled(part));
  if (due.length === 0) return;
  say(
    "Đang cài đặt lần đầu hoặc cập nhật (chỉ trong thư mục này) · setting up, in this folder only …",
  );
  const outcomes = await Promise.allSettled(due.map(install));
  const reasons = outcomes.flatMap(({ reason }) => reason ?? []);
  if (reasons.every((reason) => reason instanceof CannotRun) && reasons.length > 0)
    throw new CannotRun(reasons.map(({ message }) => message).join("\n\n"));
  if (reasons.length > 0) throw reasons[0];
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

function isInstalled({ lock, stamp }) {
  const path = join(root, stamp);
  return existsSync(path) && readFileSync(path, "utf8") === stampOf(lock);
}

async function install(part) {
  await part.install();
  writeFileSync(join(root, part.stamp), stampOf(part.lock));
}

function stampOf(lock) {
  return createHash("sha256")
    .update(readFileSync(join(root, lock)))
    .digest("hex");
}

async function installNpm() {
  say("  npm: package-lock.json …");
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file without the entries of other platforms' binaries, which a
  // registry that serves one platform cannot give. Versions and hashes come from the lock all the same.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  // The Node that npm runs on, never the one below node_modules that npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (npm?.endsWith(".js")) await run("npm", node, [npm, ...args]);
  else await run("npm", "npm", args, { shell: isWindows });
}

async function installPython() {
  say("  Python: models/requirements.lock …");
  const python = findPython();
  await run("venv", python.command, ["-m", "venv", "--clear", ".venv"]);
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const exact = ["--no-deps", "--require-hashes", "--only-binary=:all:"];
  await run("pip", venvPython, [
    ...["-m", "pip", "install", ...quiet, ...exact, "-r", "models/requirements.lock"],
  ]);
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

async function main([script, ...args]) {
  try {
    await setUp();
    if (script) handOver(script, args);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    say(`Máy này chưa chạy được · this machine cannot run it yet:\n${error.message}`);
    process.exitCode = 3;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
