import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../../dashboards/main.ts";
import { withDatabase } from "../../../lib/store/database.ts";
import { writeWarehouse } from "../fixture.ts";
import { everyReason, madeIds } from "./agreement/every_reason.ts";
import { heldToMart } from "./agreement/held.ts";
import { contradictions, rules } from "./agreement/rules.ts";
import { tampered } from "./agreement/tampered.ts";
import { siteTexts, tell } from "./agreement/told.ts";
import { type Truth, truths } from "./agreement/truth.ts";

const folder = mkdtempSync(join(tmpdir(), "agreement-"));
const warehouse = join(folder, "w.duckdb");
const sites = { internal: join(folder, "site"), public: join(folder, "site-public") };
let known: Truth[];

beforeAll(async () => {
  await writeWarehouse(warehouse, everyReason());
  const made = { warehouse, now: new Date("2026-11-06T19:14:00Z"), has_png: false };
  const memory = join(folder, "memory.json");
  await buildSite({ ...made, out: sites.internal });
  await buildSite({
    ...{ ...made, out: sites.public },
    memory: { before: memory, after: memory, key: new Uint8Array(32) },
  });
  known = await withDatabase(warehouse, "READ_ONLY", truths);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["internal", "public"] as const)(
  "every page of the %s edition tells one value and one future, those of the mart",
  async (edition) => {
    const isMade = ({ indicator_id }: Truth) => madeIds.includes(indicator_id);
    const { pages, problems } = await heldToMart(
      { warehouse, folder: sites[edition], edition },
      isMade,
    );
    expect(pages).toBeGreaterThan(2 * madeIds.length);
    expect(problems).toEqual([]);
  },
);

describe("a page that tells something else breaks the rule", () => {
  test("of which there is a tampered page for each", () => {
    expect(Object.keys(tampered).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  test.each(Object.entries(tampered))("%s", (rule, { id, file, change }) => {
    const truth = known.find(({ indicator_id }) => indicator_id === id) as Truth;
    const whole = siteTexts(sites.internal, "internal");
    const path = file(id.toLowerCase());
    expect(change(whole.read(path)), "nothing was changed").not.toBe(whole.read(path));
    const changed = {
      ...whole,
      read: (name: string) => (name === path ? change(whole.read(name)) : whole.read(name)),
    };
    const broken = contradictions(tell(changed, truth, "vi"), truth);
    expect(broken.filter((problem) => problem.includes(` · ${rule} · `))).not.toEqual([]);
  });
});
