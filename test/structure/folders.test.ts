import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../lib/store/home.ts";

/** Rooms whose parts are known by the room's own page. */
const told = /^scripts\/(bench|sample|tools)\/|^models\//;

it("opens each folder of code with a page that says what it is for", () => {
  const files = globSync("{lib,ingest,dashboards,scripts}/**/*.{ts,mjs,css,js}", { cwd: root });
  const folders = [...new Set([...files.map((file) => dirname(file)), "models", "test"])];
  expect(folders.length).toBeGreaterThan(30);
  const silent = folders.filter((folder) => !told.test(folder));
  expect(silent.filter((folder) => !existsSync(join(root, folder, "README.md")))).toEqual([]);
});
