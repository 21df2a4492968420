import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { withDatabase } from "../../../lib/store/database.ts";
import { homePaths } from "../../../lib/store/home.ts";
import {
  describeWarehouse,
  intactParts,
  mismatchesOf,
  publish,
  readPublished,
  recover,
  verifyWarehouse,
} from "../../../scripts/run/publish.ts";

const note = {
  run_id: "20261124T190000Z-1",
  published_at: "2026-11-24T19:00:00.000Z",
  as_of: "2026-11-25",
  is_looking_back: false,
  is_sample: false,
};

/** Fingerprints of all parts, made of one warehouse. */
const all = (warehouse: string) => {
  return { warehouse, site: `site of ${warehouse}`, public_site: `public site of ${warehouse}` };
};

/** A home in which a warehouse and a site have been built aside. */
async function builtHome(words: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "lechan-publish-"));
  await build(home, words);
  return home;
}

/** A home in which those are published. */
async function publishedHome(words: string): Promise<string> {
  const home = await builtHome(words);
  publish(home, note, all(words), words);
  return home;
}

async function build(home: string, words: string): Promise<void> {
  const { building } = homePaths(home);
  mkdirSync(dirname(building.warehouse), { recursive: true });
  await withDatabase(building.warehouse, "READ_WRITE", async (ask) => {
    await ask("create schema marts");
    await ask("create table marts.fct_words (word varchar)");
    await ask("insert into marts.fct_words values ($words)", { words });
  });
  mkdirSync(building.site, { recursive: true });
  writeFileSync(join(building.site, "index.html"), words);
  mkdirSync(building.public_site, { recursive: true });
  writeFileSync(join(building.public_site, "index.html"), `public ${words}`);
  writeFileSync(building.public_memory, JSON.stringify({ words }));
}

describe("publishing", () => {
  it("puts what was built in place of what stood there", async () => {
    const home = await publishedHome("first");
    await build(home, "second");
    publish(home, note, all("second"), "second");
    const paths = homePaths(home);
    const rows = await withDatabase(paths.warehouse, "READ_ONLY", (ask) =>
      ask("select word from marts.fct_words"),
    );
    expect(rows).toEqual([{ word: "second" }]);
    expect(readFileSync(join(paths.site, "index.html"), "utf8")).toBe("second");
    expect(readFileSync(join(paths.public_site, "index.html"), "utf8")).toBe("public second");
    expect(readFileSync(paths.public_memory, "utf8")).toBe('{"words":"second"}');
    expect(readPublished(home)).toMatchObject({ ...note, fingerprint: "second" });
    expect(existsSync(paths.building.retired_site)).toBe(false);
  });

  it("tells of each part from what it was made, by which day, run and time", async () => {
    const home = await publishedHome("first");
    const { run_id, published_at, as_of } = note;
    const own = { run_id, published_at, as_of, warehouse: "first" };
    expect(readPublished(home)?.parts).toMatchObject({
      warehouse: { ...own, fingerprint: "first" },
      site: { ...own, fingerprint: "site of first" },
      public_site: { ...own, fingerprint: "public site of first" },
    });
    expect(mismatchesOf(home)).toEqual([]);
  });

  it("of the warehouse alone leaves the sites as they are, and tells that they are of another", async () => {
    const home = await publishedHome("first");
    await build(home, "second");
    const later = { ...note, run_id: "later", as_of: "2024-06-30" };
    publish(home, later, { warehouse: "second" }, "second");
    expect(readFileSync(join(homePaths(home).site, "index.html"), "utf8")).toBe("first");
    expect(readPublished(home)).toMatchObject({
      as_of: "2024-06-30",
      is_looking_back: false,
      fingerprint: "second",
    });
    expect(readPublished(home)?.parts.site).toMatchObject({ as_of: "2026-11-25" });
    expect(mismatchesOf(home)).toEqual([
      { part: "site", reason: "other" },
      { part: "public_site", reason: "other" },
    ]);
  });

  it("knows nothing as published while a part is missing", async () => {
    const home = await builtHome("only built");
    expect(readPublished(home)).toBeNull();
    expect(intactParts(home)).toEqual({});
  });

  it("reads the note of an earlier version as one that tells of no part", async () => {
    const home = await publishedHome("first");
    writeFileSync(homePaths(home).published, JSON.stringify({ ...note, fingerprint: "first" }));
    expect(readPublished(home)).toEqual({ ...note, fingerprint: "first", parts: {} });
    expect(intactParts(home)).toEqual({});
  });

  it("brings the site back after a kill between the two renames", async () => {
    const home = mkdtempSync(join(tmpdir(), "lechan-publish-"));
    const { site, public_site, building } = homePaths(home);
    for (const retired of [building.retired_site, building.retired_public_site]) {
      mkdirSync(retired, { recursive: true });
      writeFileSync(join(retired, "index.html"), "last good");
    }
    recover(home);
    for (const folder of [site, public_site]) {
      expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("last good");
    }
  });

  it("refuses a warehouse without marts", async () => {
    const home = mkdtempSync(join(tmpdir(), "lechan-publish-"));
    const path = join(home, "warehouse.duckdb");
    await withDatabase(path, "READ_WRITE", (ask) => ask("create table words (word varchar)"));
    await expect(verifyWarehouse(path)).rejects.toThrow("the warehouse holds no marts");
  });
});

describe("a part that is not as it was published", () => {
  it.each([
    [
      "a warehouse that was written to",
      "warehouse",
      (home: string) =>
        withDatabase(homePaths(home).warehouse, "READ_WRITE", (ask) =>
          ask("create table marts.fct_more (n integer)"),
        ),
    ],
    [
      "a warehouse that was damaged",
      "warehouse",
      (home: string) => appendFileSync(homePaths(home).warehouse, "x"),
    ],
    [
      "a page that is gone",
      "site",
      (home: string) => rmSync(join(homePaths(home).site, "index.html")),
    ],
    [
      "a page cut short",
      "public_site",
      (home: string) => writeFileSync(join(homePaths(home).public_site, "index.html"), ""),
    ],
    [
      "a page of the same length with other bytes",
      "site",
      (home: string) => {
        const page = join(homePaths(home).site, "index.html");
        writeFileSync(page, "x".repeat(readFileSync(page).length));
      },
    ],
  ] as const)("%s is noticed", async (_, part, spoil) => {
    const home = await publishedHome("first");
    await spoil(home);
    expect(intactParts(home)[part]).toBeUndefined();
    expect(mismatchesOf(home)).toEqual([{ part, reason: "changed" }]);
  });

  it("a part that is missing is told", async () => {
    const home = await publishedHome("first");
    rmSync(homePaths(home).site, { recursive: true });
    expect(mismatchesOf(home)).toEqual([{ part: "site", reason: "missing" }]);
  });

  it("a warehouse that no run published is described by itself", async () => {
    const home = mkdtempSync(join(tmpdir(), "lechan-publish-"));
    await withDatabase(homePaths(home).warehouse, "READ_WRITE", async (ask) => {
      await ask("create schema marts");
      await ask("create table marts.fct_progress as select date '2026-11-06' as as_of");
      await ask("create table marts.fct_observations as select true as is_sample");
    });
    const described = await describeWarehouse(home);
    expect(described).toMatchObject({
      as_of: "2026-11-06",
      is_looking_back: false,
      is_sample: true,
    });
    expect(described.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});
