import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../lib/store/home.ts";

/** What each room may import from, besides itself and packages. Data and imports flow one way. */
const mayImport: Record<string, string[]> = {
  lib: [],
  ingest: ["lib"],
  dashboards: ["lib"],
  scripts: ["lib", "ingest", "dashboards"],
};

/** What each room of the dashboards may import from the others. */
const mayImportInside: Record<string, string[]> = {
  "reading/contract": [],
  "reading/disclosure": [],
  "reading/markup": [],
  "reading/editions": ["reading/contract", "reading/disclosure"],
  "reading/facts": ["reading/contract", "reading/editions", "reading/charts", "reading/text"],
  "reading/text": ["reading/facts"],
  "reading/charts": ["reading/editions", "reading/facts", "reading/markup", "reading/text"],
  "site/client": [],
  "site/downloads": ["reading/contract", "reading/editions", "reading/facts", "reading/charts"],
  "site/pages": [
    ...["reading/contract", "reading/editions", "reading/facts", "reading/text"],
    ...["reading/charts", "reading/markup", "site/downloads"],
  ],
};

/** Files behind the door of editions, and who may open them: no page, paper or fact reads a mart past it. */
const behindTheDoor: Record<string, RegExp> = {
  "dashboards/reading/contract/query.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/contract/marts.generated.ts": /^dashboards\/reading\/(editions\/|contract\/)/,
  "dashboards/reading/contract/contracts.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/editions/edition.ts":
    /^dashboards\/(main|report\/write|reading\/facts\/site|site\/pages\/layout)\.ts$/,
  "dashboards/reading/editions/release.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/editions/rules.ts": /^dashboards\/reading\/editions\//,
};

const imports = Object.keys(mayImport).flatMap((room) =>
  globSync(`${room}/**/*.{ts,mjs,js}`, { cwd: root }).flatMap((file) => importsOf(room, file)),
);

function importsOf(room: string, file: string) {
  const text = readFileSync(join(root, file), "utf8");
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
  return found.map(([, path]) => {
    const target = normalize(join(dirname(file), path as string)).replaceAll("\\", "/");
    return { room, file, target, to: target.split("/")[0] as string };
  });
}

describe("the rooms", () => {
  it("are found with their imports", () => {
    const rooms = new Set(imports.map(({ room }) => room));
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it("import one way only", () => {
    const strays = imports.filter(
      ({ room, to }) => room !== to && !(mayImport[room] as string[]).includes(to),
    );
    expect(strays).toEqual([]);
  });
});

/** What is done in one file only, and the files in which it is; benches measure others beside it. */
const oneDoor: [what: string, pattern: RegExp, files: string[]][] = [
  ["DuckDB is opened", /\bDuckDBInstance\b/, ["lib/store/database.ts"]],
  ["files are renamed and flushed", /\b(?:renameSync|fsyncSync)\b/, ["lib/store/write.ts"]],
  ["text is quoted for SQL", /replaceAll\("'", "''"\)/, ["lib/store/sql.ts"]],
  [
    "sites, warehouse and note are put in place",
    /\bswapFolder\(/,
    ["dashboards/main.ts", "lib/store/write.ts", "scripts/run/publish.ts"],
  ],
];

describe("one door", () => {
  it.each(oneDoor)("%s in one place", (_, pattern, files) => {
    const code = ["lib", "ingest", "dashboards", "scripts"].flatMap((room) =>
      globSync(`${room}/**/*.ts`, { cwd: root }),
    );
    const found = code
      .filter((file) => pattern.test(readFileSync(join(root, file), "utf8")))
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file !== "scripts/bench/ingest/plain_sheetjs.ts");
    expect(found.sort()).toEqual(files);
  });
});

describe("the rooms of the dashboards", () => {
  const inside = imports
    .filter(({ file, to }) => file.startsWith("dashboards") && to === "dashboards")
    .map(({ file, target }) => ({ file: file.replaceAll("\\", "/"), target }))
    .map((one) => ({ ...one, from: innerRoomOf(one.file), into: innerRoomOf(one.target) }));

  it("are found with their imports", () => {
    const rooms = new Set(inside.map(({ into }) => into));
    expect([...rooms]).toEqual(expect.arrayContaining(["reading/contract", "reading/disclosure"]));
    const unknown = [...rooms].filter((room) => /^(reading|site)\//.test(room));
    expect(unknown.filter((room) => !(room in mayImportInside))).toEqual([]);
  });

  it("import from those they may only", () => {
    const strays = inside.filter(
      ({ from, into }) => from !== into && !(mayImportInside[from]?.includes(into) ?? true),
    );
    expect(strays).toEqual([]);
  });

  it.each(Object.entries(behindTheDoor))("%s is behind the door of editions", (door, may) => {
    const users = inside.filter(({ target }) => target === door);
    expect(users).not.toEqual([]);
    expect(users.filter(({ file }) => !may.test(file))).toEqual([]);
  });

  it("know disclosure control by its results only", () => {
    const users = inside.filter(({ into, from }) => into === "reading/disclosure" && from !== into);
    expect([...new Set(users.map(({ from }) => from))]).toEqual(["reading/editions"]);
  });
});

/** dashboards/reading/facts/site.ts is in reading/facts, dashboards/report/write.ts in report. */
function innerRoomOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return folders.slice(0, 2).join("/");
}
