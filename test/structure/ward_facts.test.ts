import { readFileSync } from "node:fs";
import { globSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../lib/store/home.ts";
import { plainName } from "../../scripts/tools/ward/communes.ts";
import { readProgramme } from "../../scripts/tools/ward/files.ts";

/**
 * What a ward decides is data: no other file may hold its names, codes and years, or another ward
 * could not start with one folder. The sample's generator invents this ward and is left out.
 */
const code = globSync("{dashboards,ingest,lib,models,scripts}/**/*.{ts,mjs,js,css,sql,yml}", {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|target|logs|seeds|sample)$/.test(path.split(sep).join("/")),
})
  .map((path) => path.split(sep).join("/"))
  .filter((path) => !path.endsWith("__unit.yml"));

/** Files that are known to hold some still, by what reads them next; one that is clean must go from here. */
const awaited: Record<string, string> = {
};

const programme = readProgramme(root);
const [own = {}] = programme.programme.rows;
const areas = programme.areas.rows.filter(({ level = "" }) => ["ward", "city"].includes(level));
const names = areas.flatMap(({ area_id = "", name = "", code = "" }) => [
  area_id,
  name.replace(/^(Phường|Xã|Đặc khu|Thành phố|Tỉnh) /, ""),
  code,
]);
const papers = [...(own["document_vi"] ?? "").matchAll(/\S*\d\S*-NQ\S*/g)].map(String);
const words = [...names, ...papers].map(plainName).filter((word) => word !== "");
const isNamed = new RegExp(`(?<![a-z0-9])(?:${words.join("|")})(?![a-z0-9])`);

const years = ["first_year", "last_year", "first_shown_year"].map((column) => own[column]);
/** A year alone: not that of an example such as 2026-10, 31/10/2026 or 2026-Q3. */
const isDated = new RegExp(`(?<![\\d/-])(?:${years.join("|")})(?![\\d-]|\\/\\d)`);

test("no name and code of the ward stands outside its data", () => {
  const found = code.flatMap((path) =>
    linesOf(path).flatMap((line, index) => (isNamed.test(plainName(line)) ? `${path}:${index + 1}` : [])),
  );
  expect(found).toEqual([]);
});

test("no year of the programme stands outside its data", () => {
  const found = code.flatMap((path) =>
    linesOf(path).flatMap((line, index) => (isDated.test(line) ? `${path}:${index + 1}: ${line.trim()}` : [])),
  );
  expect(found).toEqual([]);
});

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), "utf8").split("\n");
}
