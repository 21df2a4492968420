import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusFiles, corpusFolder, expectations, readCorpusFile } from "./corpus.ts";
import { judgedFigures } from "./figures.ts";

/** The figures of a file that land right; those that lack are asked about or told. */
const outcomes: Record<string, number> = JSON.parse(
  readFileSync(join(corpusFolder, "outcomes.json"), "utf8"),
);

describe("files that must land", () => {
  const honest = corpusFiles.filter((name) => expectations[name]?.must === "land");
  test.each(honest)("%s lands no other figure", (name) => {
    const { strange, right } = judgedFigures(name, readCorpusFile(name));
    expect(strange).toEqual([]);
    expect(right).toBe(outcomes[name]);
  });
});

describe("files that look like a form and are none", () => {
  const strangers = corpusFiles.filter((name) => expectations[name]?.must === "not_land");
  test.each(strangers)("%s lands nothing", (name) => {
    const { rows, file } = readCorpusFile(name);
    const records = Object.entries(rows).filter(([table]) => table.startsWith("records_"));
    expect([...(rows.observations ?? []), ...records.flatMap(([, each]) => each)]).toEqual([]);
    expect(file.status).not.toBe("ignored");
  });
});

test("nearly all figures of the corpus land, and none of them wrong", () => {
  const all = Object.values(expectations).flatMap(({ expected }) => expected).length;
  const right = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  expect(right / all).toBeGreaterThan(0.9);
});
