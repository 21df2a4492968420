import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openParquetStore } from "../../ingest/land/parquet.ts";
import { type IngestSummary, ingest } from "../../ingest/main.ts";
import { expectedOf } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { type Format, good } from "./parts.ts";
import { watchChildren } from "./watch.ts";

/** Every file of every kind, by the name it has in the inbox. */
const files = kinds
  .flatMap((kind) => (Object.keys(kind.make) as Format[]).map((format) => ({ kind, format })))
  .map(({ kind, format }, index) => {
    const cases = 1_000 + index;
    return { kind, format, cases, name: nameOf(kind, format), bytes: kind.make[format]?.(cases) };
  });
const GOOD: Format[] = ["xlsx", "xls", "ods", "csv"];

function nameOf({ id, extension }: (typeof kinds)[number], format: Format): string {
  const ending = extension ?? format;
  return ending === "" ? `${id}_${format}` : `${id}_${format}.${ending}`;
}

interface Outcome {
  hash: string;
  status: string;
  code: string | null;
  vi: string | null;
  en: string | null;
  read: number;
  sum: number;
}

let home: string;
let summary: IngestSummary;
let outcomes: Map<string, Outcome>;
let peakBytes: number;
let seconds: number;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "hostile-"));
  const inbox = join(home, "inbox");
  mkdirSync(inbox);
  for (const { name, bytes } of files) writeFileSync(join(inbox, name), bytes ?? "");
  for (const [index, format] of GOOD.entries())
    writeFileSync(join(inbox, `good_${format}.${format}`), good(format, 10 + index));
  const watch = watchChildren();
  const begun = performance.now();
  summary = await ingest({ inbox: [inbox], home, keyPath: join(home, "person.key") });
  seconds = (performance.now() - begun) / 1000;
  peakBytes = watch.stop();
  const parquet = await openParquetStore();
  const rows = await parquet.read("files", join(home, "landed", "files", "*.parquet"), [
    "file_name",
  ]);
  parquet.close();
  outcomes = new Map(
    rows.map((row) => [
      row.file_name,
      {
        hash: row.file_hash,
        status: row.status,
        code: row.refusal_code,
        vi: row.message_vi,
        en: row.message_en,
        read: row.rows_read,
        sum: row.rows_landed + row.rows_rejected + row.rows_ignored,
      },
    ]),
  );
}, 900_000);

afterAll(() => rmSync(home, { recursive: true }));

test("there are at least 40 kinds, each by its own name", () => {
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
  expect(kinds.length).toBeGreaterThanOrEqual(40);
});

describe("a batch of all of them", () => {
  test.each(files.map(({ kind, format, name }) => [name, expectedOf(kind, format)] as const))(
    "%s: %j",
    (name, expected) => {
      const outcome = outcomes.get(name);
      const verdict = outcome?.status === "landed" ? "landed" : (outcome?.code ?? "missing");
      expect([expected].flat()).toContain(verdict);
      expect(outcome?.read).toBe(outcome?.sum);
      if (verdict === "landed") return;
      expect(outcome?.vi).toMatch(/[ạảãàáâậầấẩẫăằắẳẵặđêềếểễệôồốổỗộơờớởỡợưừứửữự]/);
      expect(outcome?.en).toMatch(/[a-z]{4} .*\./);
    },
  );

  test.each(GOOD)("the good .%s beside them lands", (format) => {
    expect(outcomes.get(`good_${format}.${format}`)?.status).toBe("landed");
  });

  test("no file is left out of the account", () => {
    const distinct = new Set(
      files.map(({ bytes }) =>
        createHash("sha256")
          .update(bytes ?? "")
          .digest("hex"),
      ),
    );
    expect(summary.files).toBe(distinct.size + GOOD.length);
    expect(summary.landed + summary.refused).toBe(summary.files);
  });

  test("none takes a gigabyte, nor 30 seconds", () => {
    expect(peakBytes).toBeLessThan(2 ** 30);
    expect([...outcomes.values()].map(({ code }) => code)).not.toContain("took_too_long");
    expect(seconds).toBeLessThan(120);
  });

  test("nothing is left behind but parts", () => {
    const left = globSync("**/*", { cwd: join(home, "landed"), withFileTypes: true });
    const names = left.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.filter((name) => !name.endsWith(".parquet"))).toEqual([]);
    expect(readdirSync(home).sort()).toEqual(["inbox", "landed"]);
    expect(existsSync("/tmp/climbed") || existsSync("/etc/climbed")).toBe(false);
  });

  test("what landed is what the files say, to the figure", async () => {
    const parquet = await openParquetStore();
    const glob = join(home, "landed", "observations", "*.parquet");
    const rows = await parquet.read("observations", glob, ["file_hash", "cell"]);
    parquet.close();
    const thefts = new Map(
      rows.flatMap((row) => (row.category === "theft" ? [[row.file_hash, row.value]] : [])),
    );
    const landed = files.flatMap(({ name, cases }) => {
      const outcome = outcomes.get(name);
      const isCut = name.startsWith("cut_at") && name.endsWith(".csv");
      return outcome?.status === "landed" && !isCut
        ? [[name, cases, thefts.get(outcome.hash)]]
        : [];
    });
    expect(landed.length).toBeGreaterThan(50);
    expect(landed.filter(([, cases, theft]) => cases !== theft)).toEqual([]);
  });
});
