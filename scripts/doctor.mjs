// Tells whether this machine can run the project, and if not, why and what to do. Plain JavaScript
// that needs nothing installed. Exit 3 when something is missing.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  CannotRun,
  findPython,
  noteOf,
  parts,
  projectNode,
  root,
  venvPython,
  whyDue,
} from "./setup.mjs";

const gigabyte = 1024 ** 3;

/** Each check: what it looks at, whether the project cannot do without, and how to find out. */
const checks = [
  { name: "Node ≥ 20", isNeeded: true, look: () => nodeVersion() },
  { name: "Python ≥ 3.10, venv", isNeeded: true, look: () => findPython().version },
  {
    name: "Node 24 (node_modules)",
    isNeeded: false,
    look: () => versionOf(projectNode(), ["--version"]),
  },
  { name: "dbt (.venv)", isNeeded: false, look: () => pythonPackage("dbt-core") },
  { name: "node_modules", isNeeded: false, look: () => setUpOf("npm") },
  { name: ".venv", isNeeded: false, look: () => setUpOf("python") },
  { name: "DuckDB, Node = Python", isNeeded: true, look: sameDuckDb },
  { name: "thư mục ghi được · folder writable", isNeeded: true, look: writable },
  { name: "đĩa trống ≥ 3 GB · free disk", isNeeded: true, look: freeDisk },
  { name: "Chromium (npm test)", isNeeded: false, look: chromium },
];

if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
  console.log(
    "npm run doctor\nMáy này có chạy được không · whether this machine can run it. Exit 3: no.",
  );
} else if (process.argv.length > 2) {
  console.error(
    `lệnh này không có đối số · unknown argument, npm run doctor takes none: ${process.argv[2]}`,
  );
  process.exitCode = 2;
} else {
  const isFine = checks.map(report).every(Boolean);
  process.exitCode = isFine ? 0 : 3;
}

function report({ name, isNeeded, look }) {
  try {
    console.log(`✓ ${name}: ${look()}`);
    return true;
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    console.log(`${isNeeded ? "✗" : "·"} ${name}: ${error.message}`);
    return !isNeeded;
  }
}

function nodeVersion() {
  if (Number(process.versions.node.split(".")[0]) >= 20) return process.versions.node;
  throw new CannotRun(`found ${process.versions.node}: install Node 20 or newer (nodejs.org)`);
}

function versionOf(command, args) {
  const answer = spawnSync(command, args, { encoding: "utf8" });
  if (answer.status === 0) return answer.stdout.trim().split("\n").at(-1);
  throw new CannotRun("not installed yet: npm run refresh installs it");
}

function pythonPackage(name) {
  return versionOf(venvPython, [
    "-c",
    `from importlib.metadata import version as v; print(v("${name}"))`,
  ]);
}

/** What a part's set-up differs in, in words that tell what follows. */
const differences = {
  platform: "made on another kind of machine",
  python: "the Python that made it is gone or was upgraded, or the folder was moved",
  lock: "other versions are wanted now",
  dev_lock: "other versions of what tests need are wanted now",
};

/** Whether a part is as it should be; otherwise the next command makes it anew, which needs the network. */
function setUpOf(name) {
  const due = whyDue(parts[name], false);
  const note = noteOf(parts[name]);
  if (due.length === 0) return note.dev_lock === null ? "✓" : "✓, with what tests need";
  const why = note === null ? "not installed here" : due.map((one) => differences[one]).join("; ");
  throw new CannotRun(`${why}: the next command sets it up again (network needed)`);
}

function sameDuckDb() {
  if (!existsSync(join(root, "node_modules", "@duckdb", "node-api")) || !existsSync(venvPython))
    return "not installed yet: npm run refresh installs both";
  const require = createRequire(join(root, "package.json"));
  const inNode = require("@duckdb/node-api/package.json").version.split("-")[0];
  const inPython = pythonPackage("duckdb");
  if (inNode === inPython) return inNode;
  throw new CannotRun(
    `Node has ${inNode}, Python has ${inPython}: files of one cannot be read by the other; remove .venv and node_modules, then npm run refresh`,
  );
}

function writable() {
  try {
    accessSync(root, constants.W_OK);
    return root;
  } catch {
    throw new CannotRun(`${root} cannot be written: run as the user who owns it`);
  }
}

function freeDisk() {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / gigabyte;
  if (free >= 3) return `${free.toFixed(0)} GB`;
  throw new CannotRun(`only ${free.toFixed(1)} GB free under ${root}: make room`);
}

function chromium() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path) => path && existsSync(path),
  );
  if (found) return found;
  throw new CannotRun(
    "page tests are skipped without it (Debian, Ubuntu: apt-get install chromium fonts-noto-core)",
  );
}
