import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  corpusFiles,
  corpusFolder,
  expectations,
  figureKey,
  isSameFigure,
  readCorpusFile,
} from "./corpus.ts";

/** The figures of a file that land right; those that lack are asked about or told. */
const outcomes: Record<string, number> = JSON.parse(
  readFileSync(join(corpusFolder, "outcomes.json"), "utf8"),
);

/** Categories that the expectations do not name: projects, groups of insured people. */
const UNNAMED = ["housing_clearance", "health_insurance_summary"];

describe("files that must land", () => {
  const honest = corpusFiles.filter((name) => expectations[name]?.must === "land");
  test.each(honest)("%s lands no other figure", (name) => {
    const { form, expected = [], may_ask = [] } = expectations[name] ?? {};
    const { rows } = readCorpusFile(name);
    const known = new Map([...expected, ...may_ask].map((each) => [figureKey(each), each[4]]));
    const wanted = new Set(expected.map(figureKey));
    const landed = (rows.observations ?? []).map((each) => {
      const isNamed = expected.some(([, category]) => category !== null);
      const category = form === "housing_clearance" && !isNamed ? null : each.category;
      return {
        ...each,
        category,
        key: figureKey([each.measure, category, each.area_id, each.period_end]),
      };
    });
    const strange = landed.filter(({ key, value, category }) => {
      const stated = known.get(key);
      if (stated !== undefined)
        return !isSameFigure(stated, value) && !isProject(form, landed, key);
      return value !== 0 && !(category !== null && UNNAMED.includes(form ?? ""));
    });
    expect(strange).toEqual([]);
    const right = new Set(
      landed
        .filter(({ key, value }) => wanted.has(key) && isSameFigure(known.get(key) ?? NaN, value))
        .map(({ key }) => key),
    );
    expect(right.size).toBe(outcomes[name]);
  });
});

/** Of projects that share a key one is the total of the others. */
function isProject(
  form: string | null | undefined,
  landed: readonly { key: string }[],
  key: string,
): boolean {
  return form === "housing_clearance" && landed.filter((each) => each.key === key).length > 1;
}

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
