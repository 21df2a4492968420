import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";

// What dbt has parsed, under a hash of the project. dbt itself compares every file, the profile and the
// environment with it and parses anew what is another.
const name = "partial_parse.msgpack";
const folder = join(root, ".setup", "dbt-parsed");
const hash = hashOfProject();
const kept = join(folder, `${hash}.msgpack`);

/** Puts what an earlier test parsed where dbt looks for it, unless dbt has been there already. */
export function takeParsed(target: string): void {
  mkdirSync(target, { recursive: true });
  if (!existsSync(join(target, name)) && existsSync(kept)) copyFileSync(kept, join(target, name));
}

/** Keeps what dbt parsed of this project, in the place of what was parsed of others. */
export function keepParsed(target: string): void {
  if (existsSync(kept) || !existsSync(join(target, name))) return;
  mkdirSync(folder, { recursive: true });
  const others = readdirSync(folder).filter((other) => !other.startsWith(hash));
  for (const other of others) rmSync(join(folder, other), { force: true });
  const part = `${kept}.${process.pid}`;
  copyFileSync(join(target, name), part);
  renameSync(part, kept);
}

function hashOfProject(): string {
  const hash = createHash("sha256");
  const files = globSync("models/**/*.{sql,yml,csv,lock}", { cwd: root }).toSorted();
  for (const file of files.filter((path) => !/[\\/](target|logs)[\\/]/.test(path)))
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
