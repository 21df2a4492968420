import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFile } from "../../ingest/file/read_file.ts";
import { root } from "../../lib/store/home.ts";
import { corpusTools, type Expected, figureKey } from "./corpus.ts";

/** Small tables with a remark, worded by people who knew neither the rules nor the vocabulary. */
const folder = join(root, "test/fixtures/remarks");
type Remarked = Omit<Expected, "must"> & {
  /** `ask`: the remark limits the figures that are `touched`. */
  must: "land" | "ask";
  touched?: Expected["expected"];
};
const remarked: Record<string, Remarked> = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
);
/** The figures of a file that land although somebody might be asked first. */
const outcomes: Record<string, number> = JSON.parse(
  readFileSync(join(folder, "outcomes.json"), "utf8"),
);
const names = readdirSync(folder).filter((name) => name in remarked);

function landedKeys(name: string): string[] {
  const bytes = readFileSync(join(folder, name));
  const hash = createHash("sha256").update(bytes).digest("hex");
  const { rows } = readFile({ name, hash, bytes, is_ignored: false }, corpusTools);
  return (rows.observations ?? []).map(({ measure, category, area_id, period_end }) =>
    figureKey([measure, category, area_id, period_end]),
  );
}

describe("a table with a remark", () => {
  test.each(names)("%s lands nothing that its remark limits", (name) => {
    const { expected = [], touched = [] } = remarked[name] ?? {};
    const limited = new Set(touched.map(figureKey));
    const known = new Set(expected.map(figureKey));
    const landed = landedKeys(name);
    expect(landed.filter((key) => limited.has(key))).toEqual([]);
    expect(landed.filter((key) => known.has(key)).length).toBe(outcomes[name]);
  });

  test("lands in most cases where the remark limits nothing", () => {
    const harmless = names.filter((name) => remarked[name]?.must === "land");
    const whole = harmless.filter((name) => outcomes[name] === remarked[name]?.expected.length);
    expect(whole.length / harmless.length).toBeGreaterThan(0.6);
  });
});
