import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLanding } from "../../../ingest/land/land.ts";
import { type LandedRow, landedTables } from "../../../ingest/land/landed.ts";
import { openParquetStore, type ParquetStore } from "../../../ingest/land/parquet.ts";

const started = new Date("2026-11-24T02:00:00Z");
let folder: string;
let parquet: ParquetStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "landing-"));
  parquet = await openParquetStore();
});

afterEach(() => {
  parquet.close();
  rmSync(folder, { recursive: true });
});

const observation: LandedRow<"observations"> = {
  form: "police_crime",
  measure: "cases",
  category: "theft",
  area_text: null,
  area_id: "le_chan",
  frequency: "month",
  period_start: "2026-09-15",
  period_end: "2026-10-14",
  value: 5.5,
  unit: "cases",
  kind: "flow",
  is_approximate: false,
  is_total: false,
  is_subset: true,
  file_hash: "a1",
  sheet: "T10's",
  cell: "C6",
};

function fileRow(hash: string, name = `${hash}.xlsx`): LandedRow<"files"> {
  return {
    file_name: name,
    file_hash: hash,
    form: "police_crime",
    status: "landed",
    refusal_code: null,
    message_vi: null,
    message_en: null,
    received_at: "2026-11-05 00:00:00",
    edition: null,
    is_sample: false,
    sheet_count: 1,
    rows_read: 1,
    rows_landed: 1,
    rows_rejected: 0,
    rows_ignored: 0,
    encoding: null,
    warnings: 0,
    reader_version: "v1",
  };
}

/** Every part but the empty ones, as `table/name`. */
function parts(): string[] {
  return readdirSync(folder)
    .flatMap((table) => readdirSync(join(folder, table)).map((name) => `${table}/${name}`))
    .filter((name) => !name.endsWith("/empty.parquet"))
    .sort();
}

async function query(sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test("every table has a part without rows, with the declared columns and types", async () => {
  await openLanding(folder, parquet, started);
  expect(readdirSync(folder).sort()).toEqual(Object.keys(landedTables).sort());
  for (const [table, columns] of Object.entries(landedTables)) {
    const glob = join(folder, table, "*.parquet");
    const described = await query(`describe select * from read_parquet('${glob}')`);
    const found = (described as { column_name: string; column_type: string }[]).map(
      ({ column_name, column_type }) => [column_name, column_type],
    );
    const declared = Object.entries<string>(columns);
    expect(found).toEqual(declared.map(([name, type]) => [name, type.replace("?", "")]));
    expect(await query(`select count(*)::int as rows from read_parquet('${glob}')`)).toEqual([
      { rows: 0 },
    ]);
  }
});

test("rows land as they are, in their order, nulls and dates too", async () => {
  const landing = await openLanding(folder, parquet, started);
  const second = { ...observation, category: null, value: 1, period_end: "1999-12-31" };
  await landing.land({ observations: [observation, second] }, fileRow("a1"));
  const rows = await query(
    `select * from read_parquet('${join(folder, "observations", "a1.parquet")}')`,
  );
  expect(rows).toEqual([observation, second]);
  expect(await landing.files()).toEqual([fileRow("a1")]);
});

test("many rows cross the chunk's edge unharmed", async () => {
  const landing = await openLanding(folder, parquet, started);
  const many = Array.from({ length: 5000 }, (_, value) => ({ ...observation, value }));
  await landing.land({ observations: many }, fileRow("a1"));
  const path = join(folder, "observations", "a1.parquet");
  expect(
    await query(`select count(*)::int as n, sum(value)::int as s from read_parquet('${path}')`),
  ).toEqual([{ n: 5000, s: (4999 * 5000) / 2 }]);
});

test("a value that is needed and missing stops the part", async () => {
  const landing = await openLanding(folder, parquet, started);
  const row = { ...observation, unit: null } as unknown as LandedRow<"observations">;
  await expect(landing.land({ observations: [row] }, fileRow("a1"))).rejects.toThrow(
    "no value for a column that needs one: observations.unit",
  );
  expect(parts()).toEqual([]);
});

test("a crash before the mark leaves a file that counts as not landed", async () => {
  const landing = await openLanding(folder, parquet, started);
  const broken = { ...fileRow("a1"), status: null } as unknown as LandedRow<"files">;
  await expect(landing.land({ observations: [observation] }, broken)).rejects.toThrow();
  expect(parts()).toEqual(["observations/a1.parquet"]);
  expect(await landing.files()).toEqual([]);
  expect(landing.retireAllBut(new Set())).toBe(true);
  expect(parts()).toEqual([]);
});

test("landing again replaces everything, also parts that are no longer given", async () => {
  const landing = await openLanding(folder, parquet, started);
  await landing.land({ observations: [observation] }, fileRow("a1"));
  await landing.land({}, { ...fileRow("a1"), status: "refused", refusal_code: "unknown_form" });
  expect(parts()).toEqual(["files/a1.parquet"]);
});

test("only the parts of files that are gone are retired", async () => {
  const landing = await openLanding(folder, parquet, started);
  await landing.landWhole("forms", []);
  await landing.land({ observations: [observation] }, fileRow("a1"));
  await landing.land({ observations: [{ ...observation, file_hash: "b2" }] }, fileRow("b2"));
  expect(landing.retireAllBut(new Set(["a1", "b2"]))).toBe(false);
  expect(landing.retireAllBut(new Set(["b2"]))).toBe(true);
  expect(parts()).toEqual(["files/b2.parquet", "forms/all.parquet", "observations/b2.parquet"]);
});

test("temporary files of earlier runs are swept, those of a run at work are not", async () => {
  await openLanding(folder, parquet, started);
  const old = join(folder, "files", "a1.parquet.1.tmp");
  const fresh = join(folder, "files", "b2.parquet.2.tmp");
  for (const path of [old, fresh]) writeFileSync(path, "half");
  utimesSync(old, started, new Date(started.getTime() - 1000));
  utimesSync(fresh, started, new Date(started.getTime() + 1000));
  await openLanding(folder, parquet, started);
  expect(parts()).toEqual(["files/b2.parquet.2.tmp"]);
});

test("the fingerprint follows the parts, and equal rows give equal bytes", async () => {
  const landing = await openLanding(folder, parquet, started);
  const empty = landing.fingerprint();
  await landing.land({ observations: [observation] }, fileRow("a1"));
  const first = landing.fingerprint();
  await landing.land({ observations: [observation] }, fileRow("a1"));
  expect(landing.fingerprint()).toBe(first);
  landing.retireAllBut(new Set());
  expect(landing.fingerprint()).toBe(empty);
  expect(first).not.toBe(empty);
});
