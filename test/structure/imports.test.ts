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
