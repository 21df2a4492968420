import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { ingest } from "../../../ingest/main.ts";
import { finishRekey } from "../../../ingest/people/rekey_commit.ts";
import { rekey } from "../../../scripts/tools/rekey.ts";
import { member, membersRows, xlsx } from "../../ingest/people_list.ts";

const TABLE = "records_health_insurance_members";
let home: string;
let keyPath: string;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "rekey-"));
  keyPath = join(home, "person.key");
  mkdirSync(join(home, "inbox"));
  put("a.xlsx", "30/09/2026", [1, 2, 3]);
  put("b.xlsx", "31/10/2026", [2, 3, 4]);
  await run();
});

afterEach(() => rmSync(home, { recursive: true }));

function put(name: string, date: string, numbers: readonly number[]): void {
  const rows = membersRows(date, numbers.map(member));
  writeFileSync(join(home, "inbox", name), xlsx({ A: rows }));
}

const run = () => ingest({ inbox: [join(home, "inbox")], home, keyPath, workers: 1 });

const rotate = () => rekey({ home, inbox: [join(home, "inbox")], keyPath, log: () => {} });

async function landed(): Promise<Record<string, unknown>[]> {
  const glob = join(home, "landed", TABLE, "*.parquet");
  return withParquetStore((parquet) => parquet.read(TABLE, glob, ["period_end", "row"]));
}

const tokens = async () => (await landed()).map((row) => String(row["person_key"]));

/** Which rows are the same person, whatever their token. */
const links = (keys: readonly string[]) => keys.map((key) => keys.indexOf(key));

test("every token is new and every link is as it was", async () => {
  const before = await landed();
  const summary = await rotate();
  const after = await landed();
  const keys = [before, after].map((rows) => rows.map((row) => String(row["person_key"])));
  expect(summary).toEqual({ parts: 2, rows: 6, persons: 4, persons_reread: 4 });
  expect(links(keys[0] ?? [])).toEqual([0, 1, 2, 1, 2, 5]);
  expect(links(keys[1] ?? [])).toEqual([0, 1, 2, 1, 2, 5]);
  expect((keys[1] ?? []).filter((key) => keys[0]?.includes(key))).toEqual([]);
  const citizens = [before, after].map((rows) => rows.map((row) => String(row["citizen_key"])));
  expect(links(citizens[1] ?? [])).toEqual(links(citizens[0] ?? []));
  expect((citizens[1] ?? []).filter((key) => citizens[0]?.includes(key))).toEqual([]);
  const others = (rows: typeof before) =>
    rows.map(({ person_key: _, citizen_key: __, ...rest }) => rest);
  expect(others(after)).toEqual(others(before));
});

test("a file that comes later links to people who were there before", async () => {
  await rotate();
  const known = await tokens();
  put("c.xlsx", "30/11/2026", [4, 9]);
  await run();
  const [, , , , , fourth, again, stranger] = await tokens();
  expect(again).toBe(fourth);
  expect(known).not.toContain(stranger);
});

test("people whose file is gone keep their links to each other and to the rest", async () => {
  renameSync(join(home, "inbox", "a.xlsx"), join(home, "a.xlsx"));
  const summary = await rotate();
  expect(summary.persons_reread).toBe(3);
  expect(links(await tokens())).toEqual([0, 1, 2, 1, 2, 5]);
});

test("the old key is destroyed under every name, the new one is its owner's alone", async () => {
  const old = readFileSync(keyPath);
  linkSync(keyPath, join(home, "other.name"));
  await rotate();
  const key = readFileSync(keyPath);
  expect(key).toHaveLength(32);
  expect(key.equals(old)).toBe(false);
  expect(readFileSync(join(home, "other.name")).equals(old)).toBe(false);
  expect(statSync(keyPath).mode & 0o777).toBe(0o600);
  expect(existsSync(`${keyPath}.next`)).toBe(false);
  expect(existsSync(join(home, ".rekey"))).toBe(false);
});

test("what was not committed is dropped: parts and key stay as they were", async () => {
  const before = { tokens: await tokens(), key: readFileSync(keyPath) };
  mkdirSync(join(home, ".rekey", TABLE), { recursive: true });
  writeFileSync(join(home, ".rekey", TABLE, "half.parquet"), "half");
  writeFileSync(`${keyPath}.next`, Buffer.alloc(32, 1));
  await run();
  expect(await tokens()).toEqual(before.tokens);
  expect(readFileSync(keyPath).equals(before.key)).toBe(true);
  expect(existsSync(join(home, ".rekey"))).toBe(false);
});

test("what was committed is finished by the next ingest, from any point", async () => {
  const next = Buffer.alloc(32, 2);
  mkdirSync(join(home, ".rekey", TABLE), { recursive: true });
  writeFileSync(`${keyPath}.next`, next);
  writeFileSync(join(home, ".rekey", TABLE, "waiting.parquet"), "waiting");
  writeFileSync(join(home, ".rekey", "commit.json"), JSON.stringify({ key_path: keyPath }));
  finishRekey(home);
  expect(readFileSync(join(home, "landed", TABLE, "waiting.parquet"), "utf8")).toBe("waiting");
  expect(readFileSync(keyPath).equals(next)).toBe(true);
  finishRekey(home);
  expect(readFileSync(keyPath).equals(next)).toBe(true);
});

test("without a key there is nothing to rotate", async () => {
  rmSync(keyPath);
  await expect(rotate()).rejects.toThrow(`no person key to rotate: ${keyPath}`);
});
