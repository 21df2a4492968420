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

/** The rooms inside each room, from the ground up: a room imports only from those before it. */
const floors: Record<string, string[]> = {
  ingest: [
    ...["parse", "read", "tables", "forms", "problems", "recognise", "programme", "land"],
    ...["people", "rows", "file", "worker", "inbox", "main"],
  ],
  dashboards: [
    ...["reading/contract", "reading/disclosure", "reading/editions", "reading/markup"],
    ...["reading/text", "reading/facts", "reading/charts", "site/client", "site/downloads"],
    ...["site/pages", "site", "report", "main"],
  ],
  scripts: ["sample", "run", "tools", "bench", "main"],
};

/** Files behind the door of editions, and who may open them: no page, paper or fact reads a mart past it. */
const behindTheDoor: Record<string, RegExp> = {
  "dashboards/reading/contract/query.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/contract/marts.generated.ts": /^dashboards\/reading\/(editions\/|contract\/)/,
  "dashboards/reading/contract/contracts.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/editions/edition.ts":
    /^dashboards\/(main|report\/write_report|reading\/facts\/site|site\/pages\/layout)\.ts$/,
  "dashboards/reading/editions/release.ts": /^dashboards\/reading\/editions\//,
  "dashboards/reading/editions/release_rules.ts": /^dashboards\/reading\/editions\//,
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

/** A bench measures another way beside ours; formulas of workbooks quote as SQL does. */
const besides = ["scripts/bench/ingest/plain_sheetjs.ts", "lib/office/xlsx.ts"];

/** What is done in one file only, and the files in which it is. */
const oneDoor: [what: string, pattern: RegExp, files: string[]][] = [
  ["DuckDB is opened", /\bDuckDBInstance\b/, ["lib/store/database.ts"]],
  ["files are renamed and flushed", /\b(?:renameSync|fsyncSync)\b/, ["lib/store/write.ts"]],
  ["text is quoted for SQL", /replaceAll\("'", "''"\)/, ["lib/store/sql.ts"]],
  [
    "sites, warehouse, note and programme are put in place",
    /\bswapFolder\(/,
    [
      "dashboards/main.ts",
      "lib/store/write.ts",
      "scripts/run/publish.ts",
      "scripts/tools/ward/write_programme.ts",
    ],
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
      .filter((file) => !besides.includes(file));
    expect(found.sort()).toEqual(files);
  });
});

const inside = imports
  .filter(({ room, to }) => room === to && room !== "lib")
  .map(({ room, file, target }) => ({ room, file: file.replaceAll("\\", "/"), target }))
  .map((one) => ({ ...one, from: innerRoomOf(one.file), into: innerRoomOf(one.target) }));

describe("the rooms inside the rooms", () => {
  it("stand on a floor each", () => {
    const rooms = new Set(
      inside.flatMap(({ room, from, into }) => [`${room} ${from}`, `${room} ${into}`]),
    );
    const placed = Object.entries(floors).flatMap(([room, list]) =>
      list.map((name) => `${room} ${name}`),
    );
    expect([...rooms].filter((name) => !placed.includes(name))).toEqual([]);
  });

  it("import from lower floors only", () => {
    const strays = inside.filter(({ room, from, into }) => {
      const order = floors[room] ?? [];
      return order.indexOf(into) > order.indexOf(from);
    });
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

/**
 * dashboards/reading/facts/site.ts is in reading/facts, ingest/read/zip.ts in read; a file at the top of a room is
 * its conductor, but for the contracts of forms and of lessons.
 */
function innerRoomOf(file: string): string {
  const [room = "", ...path] = file.split("/");
  if (file === "ingest/form.ts" || file === "ingest/forms.ts") return "forms";
  if (file === "ingest/lessons.ts") return "problems";
  const folders = path.slice(0, -1).slice(0, room === "dashboards" ? 2 : 1);
  return folders.join("/") || "main";
}
