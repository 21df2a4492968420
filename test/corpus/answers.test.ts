import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answeredCorpusFile, knownAnswers } from "./answers.ts";
import { corpusFiles, corpusFolder, expectations } from "./corpus.ts";
import { judgedFigures } from "./figures.ts";

/** The figures of a file that land right before anybody has answered. */
const outcomes: Record<string, number> = JSON.parse(
  readFileSync(join(corpusFolder, "outcomes.json"), "utf8"),
);

const honest = corpusFiles.filter((name) => expectations[name]?.must === "land");
const answered = new Set(knownAnswers.map(({ file }) => file.normalize("NFC")));
const isWhole = (name: string) => (outcomes[name] ?? 0) >= figuresOf(name);
const asking = honest.filter((name) => answered.has(name.normalize("NFC")) || !isWhole(name));
const rights = new Map<string, number>();

function figuresOf(name: string): number {
  return expectations[name]?.expected.length ?? 0;
}

describe("a file of the corpus whose questions are answered", () => {
  test.each(asking)("%s lands more, nothing wrong, and asks nothing again", (name) => {
    const { outcome, again, unreadable } = answeredCorpusFile(name);
    const { strange, right } = judgedFigures(name, outcome);
    rights.set(name, right);
    expect(strange).toEqual([]);
    expect(again).toEqual([]);
    expect(unreadable).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(outcomes[name] ?? 0);
  });

  /** What is missing then is not asked for yet. */
  test("lands nearly whole: of all figures at most one in a hundred is missing", () => {
    const all = honest.reduce((sum, name) => sum + figuresOf(name), 0);
    const right = honest.reduce((sum, name) => sum + (rights.get(name) ?? outcomes[name] ?? 0), 0);
    expect(right / all).toBeGreaterThan(SHARE);
  });
});

/** 4664 of 4696 figures; 4596 of them before. */
const SHARE = 0.99;
