import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../lib/store/home.ts";

/** Where a name means one thing; the sample has words of its own, as what it imitates has. */
const files = globSync("{lib,ingest,dashboards,scripts}/**/*.ts", {
  cwd: root,
  exclude: ["scripts/sample/**", "scripts/bench/**"],
}).map((file) => file.replaceAll("\\", "/"));

/** What every file of a folder of declarations exports. */
const DECLARED: Readonly<Record<string, RegExp>> = {
  form: /^ingest\/forms\//,
  file: /^ingest\/programme\/files\//,
};

const EXPORT =
  /^export (?:async )?(?:abstract )?(?:const|function\*?|class|type|interface) (\w+)/gm;

const textOf = (file: string) => readFileSync(join(root, file), "utf8");

test("an exported name stands for one thing", () => {
  const named = files.flatMap((file) =>
    [...textOf(file).matchAll(EXPORT)].map(([, name = ""]) => ({ file, name })),
  );
  const single = named.filter(({ file, name }) => !DECLARED[name]?.test(file));
  const twice = [...Map.groupBy(single, ({ name }) => name)].filter(([, all]) => all.length > 1);
  expect(named.length).toBeGreaterThan(500);
  expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file)}`)).toEqual([]);
});

test("booleans of interfaces are is_x and has_x", () => {
  const camel = /^\s+(?:readonly )?((?:is|has)[A-Z]\w*)\??: boolean;/gm;
  const found = files.flatMap((file) =>
    [...textOf(file).matchAll(camel)].map(([, name]) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
