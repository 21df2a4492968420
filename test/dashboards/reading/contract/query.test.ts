import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import type { MartColumnType } from "../../../../dashboards/reading/contract/mart.ts";
import { openWarehouse } from "../../../../dashboards/reading/contract/query.ts";
import { hostile } from "../../hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "query-"));
afterAll(() => rmSync(folder, { recursive: true }));

const words = {
  ...({ name: "words", file: "words.yml", visibility: "internal", release: "none" } as const),
  columns: {
    position: column("integer", false),
    word: column("text"),
    said_on: column("date"),
    said_at: column("instant"),
  },
  order: ["position"],
} as const;

function column<Kind extends MartColumnType>(kind: Kind, is_nullable = true) {
  const decided = { visibility: "internal", when_suppressed: "withheld" } as const;
  return { ...decided, kind, is_nullable };
}

/** A warehouse with one table of words, said at midnight of the day of their position, of 500 days. */
async function warehouseOf(name: string, list: readonly (string | null)[]) {
  const path = join(folder, `${name}.duckdb`);
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run("create schema marts");
  await connection.run(
    "create table marts.words (position integer, word varchar, said_on date, said_at timestamp)",
  );
  const rows = list.map((_, position) => {
    const day = `date '2026-01-01' + ${position % 500}`;
    return `(${position}, $${position + 1}, ${day}, ${day})`;
  });
  await connection.run(`insert into marts.words values ${rows.join(", ")}`, [...list]);
  connection.closeSync();
  instance.closeSync();
  return openWarehouse(path);
}

test.each([
  ["in a few rows", 1],
  ["in more rows than a small mart has", 150],
])("a few texts, the harmful and the missing among them, come as they are %s", async (_, times) => {
  const list = Array.from({ length: times }, () => [...hostile, "it's", null, "it's", ""]).flat();
  expect(list.length > 1_000).toBe(times > 1);
  const warehouse = await warehouseOf(`few-${times}`, list);
  const rows = await warehouse.read(words);
  const [table] = await warehouse.tables();
  warehouse.close();
  expect(rows.map(({ word }) => word)).toEqual(list);
  expect(rows[1]).toMatchObject({ said_on: "2026-01-02", said_at: "2026-01-02T00:00:00Z" });
  expect(table?.values["word"]).toEqual(list);
  expect(table?.values["said_on"]?.[2]).toBe("2026-01-03");
});

test("so do many, and none", async () => {
  const list = Array.from({ length: 1500 }, (_, index) => `word ${index}`);
  const warehouse = await warehouseOf("many", list);
  expect((await warehouse.read(words)).map(({ word }) => word)).toEqual(list);
  expect(await warehouse.read(words, { position: -1 })).toEqual([]);
  expect((await warehouse.read(words, { word: "word 7" })).map(({ position }) => position)).toEqual(
    [7],
  );
  warehouse.close();
});
