import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { parseStrictly } from "../../outputs.ts";
import { pictures } from "./cases.ts";
import { expectPicture, reviewedNames } from "./snapshot.ts";

// Charts take their colours from the style sheet, so one drawing serves light, dark and paper: what
// differs there is proved on the pages, in Chromium. The pictures here are those that readers download.

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => warn.mockRestore());

test.each(Object.keys(pictures))("%s is drawn as reviewed, and without a warning", (name) => {
  const svg = (pictures[name] as () => string)();
  parseStrictly(svg);
  expect(svg).not.toMatch(/NaN|undefined|var\(/);
  expectPicture(name, svg);
  expect(warn.mock.calls).toEqual([]);
});

test("every reviewed picture is still drawn", () => {
  expect(reviewedNames()).toEqual(Object.keys(pictures).toSorted());
});
