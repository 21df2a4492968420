import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";

// What dbt has parsed, under a hash of the project. dbt itself compares every file, the profile and the
// environment with it and parses anew what is another. Seeds are read from where they were parsed.
const name = "partial_parse.msgpack";
const folder = join(root, ".setup", "dbt-parsed");
const hash = hashOfProject();
const kept = join(folder, `${hash}.msgpack`);

/** Puts the parsed project where dbt looks for it; `parse` has dbt parse it into a folder, the first time. */
export function takeParsed(target: string, parse: (into: string) => void): void {
  mkdirSync(target, { recursive: true });
  if (existsSync(join(target, name))) return;
  if (!existsSync(kept)) keepParsed(parse);
  if (existsSync(kept)) copyFileSync(kept, join(target, name));
}

/** Keeps what dbt parses, in the place of what was parsed of other states of the project. */
function keepParsed(parse: (into: string) => void): void {
  const made = mkdtempSync(join(tmpdir(), "lechan-parsed-"));
  parse(made);
  mkdirSync(folder, { recursive: true });
  const others = readdirSync(folder).filter((other) => !other.startsWith(hash));
  for (const other of others) rmSync(join(folder, other), { force: true });
  const part = `${kept}.${process.pid}`;
  if (existsSync(join(made, name))) {
    copyFileSync(join(made, name), part);
    renameSync(part, kept);
  }
  rmSync(made, { recursive: true });
}

function hashOfProject(): string {
  const hash = createHash("sha256");
  const files = globSync("models/**/*.{sql,yml,csv,lock}", { cwd: root }).toSorted();
  for (const file of files.filter((path) => !/[\\/](target|logs)[\\/]/.test(path)))
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
