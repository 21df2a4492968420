import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Audience,
  type Edition,
  internal,
  withEdition,
} from "../../../../dashboards/reading/editions/edition.ts";
import { writeWarehouse } from "../../fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "edition-"));
const path = join(folder, "warehouse.duckdb");
const everybody: Audience = { name: "public", before: null, key: new Uint8Array(32) };
const police = "DRUG_ADDICTS";
const small = "le_chan_tdp_21";

beforeAll(() => writeWarehouse(path));
afterAll(() => rmSync(folder, { recursive: true }));

/** All that the tests ask of an edition. */
async function lookAt(edition: Edition) {
  const [observations, quality, explanations] = [
    await edition.read("observations"),
    await edition.read("quality"),
    await edition.read("explanations"),
  ];
  const files = await edition.read("files");
  const states = edition.neighbourhoods.get("HI_COVERAGE") ?? new Map();
  return { observations, quality, explanations, files, states, tables: await edition.tables() };
}

describe.each([internal, everybody])("the $name edition", (audience) => {
  let seen: Awaited<ReturnType<typeof lookAt>>;
  beforeAll(async () => {
    seen = await withEdition(path, audience, lookAt);
  });

  test.each(["observations", "quality", "explanations"] as const)(
    "reads no police row of a neighbourhood from %s",
    (mart) => {
      const places = seen[mart].map(({ indicator_id, area_id }) => `${indicator_id} ${area_id}`);
      expect(places.filter((place) => place.startsWith(`${police} le_chan_tdp`))).toEqual([]);
      const isThere = audience === internal || mart === "observations";
      expect(places.some((place) => place.endsWith(" le_chan"))).toBe(isThere);
    },
  );

  test("reads no series of a neighbourhood with counts below ten, and says so", () => {
    expect(seen.observations.length).toBeGreaterThan(40);
    expect(seen.observations.filter(({ area_id }) => area_id === small)).toEqual([]);
    expect(seen.states.get(small)).toBe(audience === internal ? "small_count" : "newest_hidden");
    expect([...seen.states.values()]).toContain("shown");
  });

  test("has neither in any whole table", () => {
    const places = seen.tables.flatMap(({ values }) =>
      (values["area_id"] ?? []).map((area, row) => `${values["indicator_id"]?.[row]} ${area}`),
    );
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((place) => place.startsWith(`${police} le_chan_tdp`))).toEqual([]);
    const withSmall = seen.tables.filter(({ values }) =>
      values["area_id"]?.some((area, row) => area === small && values["value"]?.[row] != null),
    );
    expect(withSmall).toEqual([]);
  });

  test("has what internal contracts name for the ward's own people only", () => {
    const isInternal = audience === internal;
    expect(seen.files.length > 0).toBe(isInternal);
    expect(seen.tables.some(({ name }) => name === "fct_files")).toBe(isInternal);
    expect(seen.tables.some(({ name }) => name === "fct_observations")).toBe(true);
  });
});
