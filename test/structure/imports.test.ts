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

const imports = Object.keys(mayImport).flatMap((room) =>
  globSync(`${room}/**/*.{ts,mjs,js}`, { cwd: root }).flatMap((file) => importsOf(room, file)),
);

function importsOf(room: string, file: string) {
  const text = readFileSync(join(root, file), "utf8");
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
  return found.map(([, path]) => {
    const target = normalize(join(dirname(file), path as string)).replaceAll("\\", "/");
    return { room, file, to: target.split("/")[0] as string };
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
