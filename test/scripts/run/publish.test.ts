import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { withDatabase } from "../../../lib/store/database.ts";
import { homePaths } from "../../../lib/store/home.ts";
import { publish, readPublished, recover, sealWarehouse } from "../../../scripts/run/publish.ts";

const note = {
  run_id: "20261124T190000Z-1",
  published_at: "2026-11-24T19:00:00.000Z",
  as_of: "2026-11-25",
  is_sample: false,
  fingerprint: "abc",
};

/** A home in which a warehouse and a site have been built aside. */
async function builtHome(words: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "lechan-publish-"));
  await build(home, words);
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
    const home = await builtHome("first");
    publish(home, note);
    await build(home, "second");
    publish(home, { ...note, fingerprint: "def" });
    const paths = homePaths(home);
    const rows = await withDatabase(paths.warehouse, "READ_ONLY", (ask) =>
      ask("select word from marts.fct_words"),
    );
    expect(rows).toEqual([{ word: "second" }]);
    expect(readFileSync(join(paths.site, "index.html"), "utf8")).toBe("second");
    expect(readFileSync(join(paths.public_site, "index.html"), "utf8")).toBe("public second");
    expect(readFileSync(paths.public_memory, "utf8")).toBe('{"words":"second"}');
    expect(readPublished(home)).toEqual({ ...note, fingerprint: "def" });
    expect(existsSync(paths.building.retired_site)).toBe(false);
  });

  it("knows nothing as published while a part is missing", async () => {
    const home = await builtHome("only built");
    expect(readPublished(home)).toBeNull();
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
    await expect(sealWarehouse(path)).rejects.toThrow("the warehouse holds no marts");
  });
});
