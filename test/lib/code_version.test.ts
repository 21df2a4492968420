import { spawnSync } from "node:child_process";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readerVersion } from "../../ingest/inbox/reader_version.ts";
import { codeOf, codeVersion } from "../../lib/code_version.ts";
import { root } from "../../lib/store/home.ts";
import { fingerprintsNow } from "../../scripts/run/fingerprints.ts";
import { copyProject, freshFolder } from "../scripts/project.ts";

let project = "";

beforeAll(() => {
  project = copyProject(freshFolder());
  const isMade = (path: string) => /[\\/](?:target|logs)$/.test(path);
  cpSync(join(root, "models"), join(project, "models"), {
    recursive: true,
    filter: (path) => !isMade(path),
  });
});

/** The versions by which one knows what a changed line makes anew. */
function versions() {
  return {
    reader: readerVersion(project),
    ...fingerprintsNow("landed", { as_of: "2026-11-06", is_looking_back: false }, project),
  };
}

/** What differs once a file is changed; it is changed back. */
function changedBy(file: string, change: (text: string) => string): string[] {
  const path = join(project, file);
  const text = readFileSync(path, "utf8");
  const before = versions();
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
  const after = versions();
  writeFileSync(path, text);
  return Object.keys(before).filter(
    (name) => before[name as keyof typeof before] !== after[name as keyof typeof after],
  );
}

const comment = (text: string) => `${text}// a word more\n`;

/** A lock file in which a package has another version. */
const otherVersion = (name: string) => (text: string) => {
  const lock = JSON.parse(text);
  lock.packages[`node_modules/${name}`].version += "-other";
  return JSON.stringify(lock);
};

const pages = ["site", "public_site"];
const everything = ["warehouse", ...pages];

describe("a change", () => {
  it.each([
    ["in the reading of cells", "ingest/read/xlsx_cell.ts", comment, ["reader"]],
    ["in a form", "ingest/forms/police_crime.ts", comment, ["reader"]],
    ["in how a home is written", "lib/store/write.ts", comment, ["reader", ...pages]],
    ["in a tool that drafts forms", "scripts/tools/draft/draft.ts", comment, []],
    ["in what ingest tells people", "ingest/inbox/ingest_summary.ts", comment, []],
    ["in a command", "scripts/status.ts", comment, []],
    ["in a model", "models/models/marts/fct_progress.sql", comment, everything],
    ["in a seed", "models/seeds/target_types.csv", (text: string) => `${text}\n`, everything],
    ["of a page", "dashboards/site/pages/overview.ts", comment, pages],
    ["of the style", "dashboards/site/theme/tokens.css", comment, pages],
    ["of the pages' script", "dashboards/site/client/site.js", comment, pages],
    ["of the thread that draws", "dashboards/reading/charts/png_worker.ts", comment, pages],
    ["of the report on paper", "dashboards/report/report_words.ts", comment, []],
  ])("%s (%s)", (_, file, change, expected) => {
    expect(changedBy(file, change)).toEqual(expected);
  });

  it.each([
    ["@e965/xlsx", ["reader"]],
    ["fflate", ["reader", ...pages]],
    ["safer-buffer", ["reader", ...pages]],
    ["papaparse", ["reader"]],
    ["@duckdb/node-api", ["reader", ...pages]],
    ["@observablehq/plot", pages],
    ["@fontsource/be-vietnam-pro", pages],
    ["docx", []],
    ["vitest", []],
  ])("of the version of %s", (name, expected) => {
    expect(changedBy("package-lock.json", otherVersion(name))).toEqual(expected);
  });

  it("of dbt's version makes the models anew and reads nothing", () => {
    const other = (text: string) => text.replace(/^dbt-core==.*?(?= )/m, "dbt-core==1.11.99");
    expect(changedBy("models/requirements.lock", other)).toEqual(everything);
  });

  it("of the linter's version makes nothing anew", () => {
    const other = (text: string) => text.replace(/^sqlfluff==.*?(?= )/m, "sqlfluff==9.9.9");
    expect(changedBy("models/requirements-lint.lock", other)).toEqual([]);
  });
});

describe("the code behind a result", () => {
  // What Node really loads, told by its own hooks, beside what was found by reading.
  it.each([
    [
      "the reading of a file",
      ["ingest/worker/child.ts"],
      ["ingest/forms/*.ts", "ingest/programme/files/*.ts"],
    ],
    ["the pages", ["dashboards/main.ts", "dashboards/reading/charts/png_worker.ts"], []],
  ])("of %s is all that Node loads, and more only for types", (_, entries, listed) => {
    const loaded = loadedBy(entries);
    const { files } = codeOf({ root, entries: [...entries, ...listed] });
    expect(loaded.length).toBeGreaterThan(50);
    expect(loaded.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !loaded.includes(file)).length).toBeLessThan(files.length / 5);
  });

  it("is found by every form of import, and is not what is imported for its types", () => {
    const folder = freshFolder();
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write("a.ts", `import {\n  b,\n} from "./b.ts";\nimport type { T } from "./types.ts";\n`);
    write("b.ts", `export * from "./c.ts";\nexport type { T } from "./types.ts";\n`);
    write("c.ts", `import "./d.ts";\nconst x = "import nothing";\n`);
    write("d.ts", `const e = await import("./e.ts");\nimport one from "one/part.js";\n`);
    write("e.ts", `new Worker(new URL("./f.ts", import.meta.url));\nimport "node:fs";\n`);
    write("f.ts", "");
    const one = {
      version: "1.0.0",
      dependencies: { two: "^2" },
      optionalDependencies: { no: "1" },
    };
    const packages = {
      "node_modules/one": one,
      "node_modules/one/node_modules/two": { version: "2.0.0" },
      "node_modules/two": { version: "3.0.0", dependencies: { one: "1" } },
    };
    write("package-lock.json", JSON.stringify({ packages }));
    expect(codeOf({ root: folder, entries: ["a.ts"] })).toEqual({
      files: ["a.ts", "b.ts", "c.ts", "d.ts", "e.ts", "f.ts"],
      packages: ["node_modules/one 1.0.0 ", "node_modules/one/node_modules/two 2.0.0 "],
    });
  });

  it("that is not there is named", () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "package-lock.json"), '{ "packages": {} }');
    writeFileSync(join(folder, "a.ts"), 'import "./gone.ts";\n');
    writeFileSync(join(folder, "b.ts"), 'import "unknown";\n');
    const versionOf = (entry: string) => () => codeVersion({ root: folder, entries: [entry] });
    expect(versionOf("a.ts")).toThrow("imported, but not there");
    expect(versionOf("b.ts")).toThrow("unknown");
    expect(versionOf("c.ts")).toThrow("no such code");
  });
});

/** The project's own files that Node loads for these, by its own account. */
function loadedBy(entries: readonly string[]): string[] {
  const folder = freshFolder();
  const script = join(folder, "load.mjs");
  writeFileSync(
    script,
    `import { registerHooks } from "node:module";
     registerHooks({
       load(url, context, next) {
         process.stdout.write(url + "\\n");
         return next(url, context);
       },
     });
     for (const entry of ${JSON.stringify(entries.map((file) => join(root, file)))})
       await import(entry);
     process.exit();`,
  );
  const args = [script, String(2 ** 33), "60"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const known = new Set(globSync("{lib,ingest,dashboards}/**/*.ts", { cwd: root }));
  return stdout
    .split("\n")
    .filter((url) => url.startsWith("file:"))
    .map((url) => decodeURIComponent(new URL(url).pathname).slice(root.length + 1))
    .filter((file) => known.has(file));
}
