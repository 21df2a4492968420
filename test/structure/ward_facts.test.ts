import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { wordKey } from "../../ingest/parse/key.ts";
import { root } from "../../lib/store/home.ts";
import { readProgrammeTables } from "../../scripts/tools/ward/text_tables.ts";

/**
 * What a ward decides is data: no other file may hold its names, codes and years, or another ward
 * could not start with one folder. The sample's generator invents this ward and is left out.
 */
const code = globSync("{dashboards,ingest,lib,models,scripts}/**/*.{ts,mjs,js,css,sql,yml}", {
  cwd: root,
  exclude: (path) =>
    /(^|\/)(node_modules|target|logs|seeds|sample)$/.test(path.split(sep).join("/")),
}).map((path) => path.split(sep).join("/"));

/** Years that are not the programme's, whatever it is. */
const otherYears: Record<string, string> = {
  "scripts/bench/ingest/people_list.ts": "a seed of random numbers",
  "scripts/tools/draft/draft_column.ts": "any year does, to try whether a text is a period",
};

const programme = await readProgrammeTables();
const [own = {}] = programme.programme.rows;
const areas = programme.areas.rows.filter(({ level = "" }) => ["ward", "city"].includes(level));
const names = areas.flatMap(({ area_id = "", name = "", code = "" }) => [
  area_id,
  name.replace(/^(Phường|Xã|Đặc khu|Thành phố|Tỉnh) /, ""),
  code,
]);
const papers = [...(own["document_vi"] ?? "").matchAll(/\S*\d\S*-NQ\S*/g)].map(String);
const words = [...names, ...papers].map(wordKey).filter((word) => word !== "");
const isNamed = new RegExp(`(?<![a-z0-9])(?:${words.join("|")})(?![a-z0-9])`);

const years = ["first_year", "last_year", "first_shown_year"].map((column) => own[column]);
const isDated = new RegExp(`(?<!\\d)(?:${years.join("|")})(?!\\d)`);
/** Lines that show how a period or date is written. */
const isExample = /\b\d{4}-(?:\d\d|[QH]\d)\b|\d\/\d{4}\b/;

test("no name and code of the ward stands outside its data", () => {
  const found = code.flatMap((path) => linesOf(path, (line) => isNamed.test(wordKey(line))));
  expect(found).toEqual([]);
});

test("no year of the programme stands outside its data", () => {
  const isTold = (line: string) =>
    isDated.test(line) && !isExample.test(line) && !/^\s*(?:\/\/|\/?\*|--)/.test(line);
  const found = code
    .filter((path) => !path.endsWith("__unit.yml"))
    .map((path) => ({ path, lines: linesOf(path, isTold) }));
  const holding = found.filter(({ lines }) => lines.length > 0);
  const strays = holding.filter(({ path }) => !(path in otherYears)).flatMap(({ lines }) => lines);
  expect(strays).toEqual([]);
  expect(holding.map(({ path }) => path).sort()).toEqual(Object.keys(otherYears).sort());
});

/** The lines of a file that hold something, each as file:line: text. */
function linesOf(path: string, holds: (line: string) => boolean): string[] {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  return lines.flatMap((line, index) =>
    holds(line) ? `${path}:${index + 1}: ${line.trim()}` : [],
  );
}
