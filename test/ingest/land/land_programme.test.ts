import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLanding } from "../../../ingest/land/land.ts";
import { landProgramme, programmeVersions } from "../../../ingest/land/land_programme.ts";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { loadProgramme } from "../../../ingest/programme/programme.ts";
import { folderWith, freshFolder, setting } from "../programme/decisions.ts";

const first = await loadProgramme(folderWith());
const second = await loadProgramme(
  folderWith({ targets: setting("HI_COVERAGE", "target_value", "97") }),
);

test("each version lands once, is never written again, and one that comes back holds again", async () => {
  const folder = freshFolder();
  await withParquetStore(async (parquet) => {
    const landing = await openLanding(folder, parquet, new Date("2026-01-01"));
    const land = (programme: typeof first, day: string) =>
      landProgramme(programme, folder, parquet, new Date(`${day}T08:00:00Z`));
    expect(await land(first, "2026-01-10")).toBe(true);
    const part = join(folder, "programme_targets", `${first.hash}.parquet`);
    const bytes = readFileSync(part);
    expect(await land(first, "2026-02-10")).toBe(false);
    const before = landing.fingerprint();
    expect(await land(second, "2026-03-10")).toBe(true);
    expect(landing.fingerprint()).not.toBe(before);
    expect(await land(first, "2026-03-10")).toBe(true);
    expect(readFileSync(part)).toEqual(bytes);
    expect(await programmeVersions(folder, parquet)).toEqual([
      { programme_hash: first.hash, received_at: "2026-01-10 08:00:00" },
      { programme_hash: second.hash, received_at: "2026-03-10 08:00:00" },
      { programme_hash: first.hash, received_at: "2026-03-10 08:00:01" },
    ]);
    const parts = readdirSync(join(folder, "programme_targets")).sort();
    const hashes = [first, second].map(({ hash }) => `${hash}.parquet`);
    expect(parts).toEqual([...hashes, "empty.parquet"].sort());
    expect(landing.retireAllBut(new Set())).toBe(false);
    const rows = await parquet.read("programme_targets", part, ["indicator_id"]);
    expect(rows).toHaveLength(15);
    expect(rows.find((row) => row["indicator_id"] === "HI_COVERAGE")).toMatchObject({
      due_date: "2030-12-31",
      target_value: 98,
      valid_to: null,
      programme_hash: first.hash,
    });
  });
});

test("the same said in another order is the same version", async () => {
  const turned = (rows: string[][]) => [...rows.slice(0, 1), ...rows.slice(1).reverse()];
  const programme = await loadProgramme(folderWith({ indicators: turned, areas: turned }));
  expect(programme.hash).toBe(first.hash);
});
