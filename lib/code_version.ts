// What a result was made by: a hash of the code that decides it and of nothing else, so that a changed
// line elsewhere makes nothing anew. Found by following imports, never by a list that could be wrong.
import { createHash, type Hash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What decides a result. */
export interface CodeOf {
  /** The project's folder. */
  root: string;
  /** Files or patterns below `root` whose imports are followed. */
  entries: readonly string[];
  /** Further files or patterns that are read while it works: styles, models, lock files. */
  files?: readonly string[];
  /** Packages that are used without an import, as fonts are. */
  packages?: readonly string[];
}

/** The code behind a result: files by their paths below the root, packages with their locked versions. */
interface Code {
  files: string[];
  packages: string[];
}

/** A short hash of all that `codeOf` finds. */
export function codeVersion(of: CodeOf): string {
  const { files, packages } = codeOf(of);
  const hash = createHash("sha256");
  for (const file of files) addFile(hash, of.root, file);
  for (const name of packages) hash.update(`${name}\n`);
  return hash.digest("hex").slice(0, 16);
}

/**
 * The files that entries reach by imports and the packages these use, with all that the packages need in
 * turn, as package-lock.json has them.
 * @throws Error for an entry or an import that is not there
 */
export function codeOf({ root, entries, files = [], packages = [] }: CodeOf): Code {
  const reached = new Set<string>();
  const used = new Set(packages);
  const due = list(root, entries);
  for (let file = due.pop(); file !== undefined; file = due.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const name of importsOf(join(root, file))) {
      if (name.startsWith(".")) due.push(relative(root, join(root, dirname(file), name)));
      else if (!name.startsWith("node:")) used.add(packageOf(name));
    }
  }
  const all = [...reached, ...list(root, files)].map((file) => file.replaceAll("\\", "/"));
  return { files: [...new Set(all)].sort(), packages: lockedPackages(root, used) };
}

/** Folders below a pattern in which tools keep what they make of the code. */
const made = ["**/target/**", "**/logs/**", "**/dbt_packages/**"];

function list(root: string, patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    const found = globSync(pattern, { cwd: root, exclude: made });
    if (found.length > 0) return found;
    throw new Error(`no such code: ${join(root, pattern)}`);
  });
}

function addFile(hash: Hash, root: string, file: string): void {
  hash.update(`${file}\n`).update(readFileSync(join(root, file)));
}

// What is imported for its types alone decides nothing. Named modules are found wherever they are: in an
// import or export, in a call of import() or require() and where a worker is started from its URL.
const statement = /^(?:import|export)\s(?!type\b)(?:[^"'`;]*?\sfrom\s*)?"([^"\n]+)"/gm;
const call = /\b(?:import|require|createRequire\([^)]*\))\(\s*"([^"\n]+)"/g;
const worker = /\bnew URL\(\s*"(\.[^"\n]+\.ts)", import\.meta\.url/g;

function importsOf(path: string): string[] {
  if (!existsSync(path)) throw new Error(`imported, but not there: ${path}`);
  const text = readFileSync(path, "utf8");
  return [statement, call, worker].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, name]) => name as string),
  );
}

/** `@scope/name/file` → `@scope/name` */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

/** An entry of package-lock.json, as far as it matters here. */
interface Locked {
  version: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Packages and all that they need, each as `place version integrity`. */
function lockedPackages(root: string, names: Iterable<string>): string[] {
  const path = join(root, "package-lock.json");
  const { packages } = JSON.parse(readFileSync(path, "utf8")) as {
    packages: Record<string, Locked>;
  };
  const met = new Map<string, Locked>();
  const visit = (from: string, name: string, isNeeded: boolean) => {
    const place = lockedPlace(packages, from, name);
    if (place === undefined && isNeeded) throw new Error(`not in ${path}: ${name}`);
    if (place === undefined || met.has(place)) return;
    const locked = packages[place] as Locked;
    met.set(place, locked);
    for (const needed of Object.keys(locked.dependencies ?? {})) visit(place, needed, true);
    // Those of other platforms may be missing.
    for (const other of Object.keys({ ...locked.optionalDependencies, ...locked.peerDependencies }))
      visit(place, other, false);
  };
  for (const name of names) visit("", name, true);
  return [...met]
    .map(([place, { version, integrity = "" }]) => `${place} ${version} ${integrity}`)
    .sort();
}

/** Where a package lies that another one uses: below it, or else below the nearest folder above. */
function lockedPlace(
  packages: Record<string, Locked>,
  from: string,
  name: string,
): string | undefined {
  for (
    let above = from;
    ;
    above = above.slice(0, Math.max(0, above.lastIndexOf("/node_modules/")))
  ) {
    const place = `${above === "" ? "" : `${above}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (above === "") return undefined;
  }
}
