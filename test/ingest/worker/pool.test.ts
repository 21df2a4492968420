import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../ingest/main.ts";
import { type WorkerLimits, workerLimits } from "../../../ingest/worker/limits.ts";
import { csvText, type Format, good } from "../../hostile/parts.ts";

let home: string;
let inbox: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "pool-"));
  inbox = join(home, "inbox");
  mkdirSync(inbox);
});

afterEach(() => rmSync(home, { recursive: true }));

const run = (workers = 2, limits: Partial<WorkerLimits> = {}, into = home) =>
  ingest({
    inbox: [inbox],
    home: into,
    keyPath: join(home, "person.key"),
    workers,
    limits: { ...workerLimits, ...limits },
    now: new Date("2026-11-24T00:00:00Z"),
  });

const putGood = (count: number) => {
  for (let at = 0; at < count; at++) {
    const format = (["xlsx", "xls", "ods", "csv"] as Format[])[at % 4] ?? "csv";
    writeFileSync(join(inbox, `T10 05.11.2026 ${at}.${format}`), good(format, 10 + at));
  }
};
/** A file that takes a second or more to read, and some memory. */
const putLarge = (rows = 20_000) =>
  writeFileSync(join(inbox, "lon.csv"), csvText(7) + "Món lạ;1\n".repeat(rows));

const outcomes = async (limits: Partial<WorkerLimits>) => {
  const summary = await run(2, limits);
  const rules = summary.problems.filter(({ file }) => file === "lon.csv").map(({ rule }) => rule);
  return { landed: summary.landed, refused: summary.refused, rules, problems: summary.problems };
};

test("a file that takes too long costs itself only, and is told in both languages", async () => {
  putGood(6);
  putLarge(200_000);
  // Many times what a good file takes on a busy machine, a part of what the large one takes on an idle one.
  const { landed, refused, rules, problems } = await outcomes({ seconds: 4 });
  expect({ landed, refused, rules }).toEqual({ landed: 6, refused: 1, rules: ["took_too_long"] });
  expect(problems[0]?.message_vi).toContain("quá thời gian");
  expect(problems[0]?.message_en).toContain("took longer than allowed");
});

test("a file that takes too much memory costs itself only", async () => {
  putGood(6);
  putLarge();
  const resident_bytes = 240 * 2 ** 20;
  const { landed, refused, rules } = await outcomes({ resident_bytes });
  expect({ landed, refused, rules }).toEqual({ landed: 6, refused: 1, rules: ["too_much_memory"] });
});

test("a full heap is too much memory as well", async () => {
  putLarge();
  const { refused, rules } = await outcomes({ heap_bytes: 48 * 2 ** 20 });
  expect({ refused, rules }).toEqual({ refused: 1, rules: ["too_much_memory"] });
});

test("a file refused for its time is tried again, and lands when there is more", async () => {
  putLarge();
  expect((await run(1, { seconds: 0.4 })).refused).toBe(1);
  const again = await run(1);
  expect(again).toMatchObject({ landed: 1, refused: 0, changed: true });
  expect((await run(1)).changed).toBe(false);
});

test("a worker that is ended leaves no unfinished part", async () => {
  putLarge();
  await run(1, { seconds: 0.4 });
  const names = readdirSync(join(home, "landed"), { recursive: true, encoding: "utf8" });
  expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("the parts are the same bytes, however many workers read", async () => {
  putGood(12);
  const one = mkdtempSync(join(tmpdir(), "pool-one-"));
  const [first, second] = [await run(1, {}, one), await run(2)];
  rmSync(one, { recursive: true });
  expect(first.landed).toBe(12);
  expect(first.fingerprint).toBe(second.fingerprint);
  expect(first.problems).toEqual(second.problems);
});

test.skipIf(process.platform !== "linux")(
  "a worker's arguments hold no key and no name",
  async () => {
    putLarge();
    const running = run(1);
    const seen = new Set<string>();
    const timer = setInterval(() => {
      for (const argument of childArguments()) seen.add(argument);
    }, 20);
    await running.finally(() => clearInterval(timer));
    const said = [...seen].join("\n");
    expect(said).toContain("child.ts");
    expect(said).not.toMatch(/lon\.csv|person\.key/);
  },
);

function childArguments(): string[] {
  const children = readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
  );
  return children.flatMap((child) => {
    try {
      return readFileSync(`/proc/${child}/cmdline`, "utf8").split("\0");
    } catch {
      return [];
    }
  });
}
