import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../lib/store/home.ts";

const declaration =
  /^export (?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/gm;

/** The files that export each name. */
function exportersIn(rooms: string): Map<string, string[]> {
  const files = globSync(`${rooms}/**/*.ts`, { cwd: root }).toSorted();
  const exports = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(declaration)].map(([, name = ""]) => {
      return { name, file };
    }),
  );
  const byName = Map.groupBy(exports, ({ name }) => name);
  return new Map([...byName].map(([name, own]) => [name, own.map(({ file }) => file)]));
}

it("gives each name that pages and report export one meaning, of which lib has no other", () => {
  const exporters = exportersIn("{lib,dashboards}");
  expect(exporters.size).toBeGreaterThan(200);
  const shared = [...exporters].filter(([, files]) => files.length > 1);
  expect(Object.fromEntries(shared)).toEqual({});
});
