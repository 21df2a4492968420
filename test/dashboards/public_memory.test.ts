import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeSite } from "../../dashboards/main.ts";
import { writeWarehouse } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "public-memory-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a memory of what was hidden that can't be read stops the public edition and says what to do", async () => {
  const warehouse = join(folder, "warehouse.duckdb");
  const before = join(folder, "public-memory.json");
  await writeWarehouse(warehouse);
  writeFileSync(before, '{"half":');
  const out = join(folder, "site-public");
  const memory = { before, after: join(folder, "after.json"), key: Buffer.alloc(32, 1) };
  const built = writeSite({ warehouse, out, now: new Date("2026-11-10T00:00:00Z"), memory });
  await expect(built).rejects.toThrow(`${before}: tệp nhớ`);
  await expect(built).rejects.toThrow("put the file back from a backup, do not delete it");
  expect(existsSync(join(folder, "after.json"))).toBe(false);
});
