import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "../../../lib/store/lock.ts";
import { member, membersRows, xlsx } from "../../ingest/people_list.ts";
import { freshFolder, runScript } from "../project.ts";

let home: string;
const landed = freshFolder();

beforeAll(() => {
  home = landed;
  mkdirSync(join(home, "inbox"));
  const rows = membersRows("30/09/2026", [1, 2, 3].map(member));
  writeFileSync(join(home, "inbox", "9.xlsx"), xlsx({ A: rows }));
  expect(run("ingest", "--inbox", "inbox").status).toBe(0);
});

afterAll(() => rmSync(landed, { recursive: true }));

beforeEach(() => {
  home = freshFolder();
  cpSync(landed, home, { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  runScript(script, ["--home", home, ...args], home);

const people = () =>
  globSync("landed/records_health_insurance_members/*.parquet", { cwd: home }).filter(
    (name) => !name.endsWith("empty.parquet"),
  );

const report = (command: string) =>
  globSync("runs/*/report.json", { cwd: home })
    .map((name) => JSON.parse(readFileSync(join(home, name), "utf8")))
    .find((each) => each.command === command);

describe("purge", () => {
  test("lists and leaves everything unless told yes", () => {
    const { status, stdout, stderr } = run("purge", "--before", "2026-10-01");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^records_health_insurance_members\t9\.xlsx\t\w{12}\t3\t0\t2026-09-30\t2026-09-30\n$/,
    );
    expect(stderr).toContain("nothing deleted yet: add --yes");
    expect(people()).toHaveLength(1);
    expect(report("purge")).toBeUndefined();
  });

  test("deletes with --yes, says to delete the file too, and leaves a report of it", () => {
    const { status, stderr } = run("purge", "--before", "2026-10-01", "--yes");
    expect(status).toBe(0);
    expect(stderr).toContain("still lie in the inbox: delete them too");
    expect(people()).toEqual([]);
    expect(report("purge")).toMatchObject({
      exit_code: 0,
      before: "2026-10-01",
      parts: [{ file_name: "9.xlsx", rows: 3, kept: 0 }],
    });
    expect(run("ingest", "--inbox", "inbox").status).toBe(0);
    expect(people()).toEqual([]);
  });

  test("deletes the marked copy of such a file too", () => {
    mkdirSync(join(home, "rejects"));
    writeFileSync(join(home, "rejects", "9.xlsx"), "a copy");
    run("purge", "--before", "2026-10-01", "--yes");
    expect(existsSync(join(home, "rejects", "9.xlsx"))).toBe(false);
  });

  test.each([
    [[], "required option '--before <date>' not specified"],
    [["--before", "31/13/2026"], "expected a date as 24/11/2026 or 2026-11-24"],
    [["--before", "2026-10-01", "all"], "too many arguments"],
  ])("%j is a usage error", (args, words) => {
    const { status, stderr } = run("purge", ...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});

describe("rekey", () => {
  test("counts what it did and changes the key", () => {
    const before = readFileSync(join(home, "person.key"));
    const { status, stdout, stderr } = run("rekey", "--inbox", "inbox");
    expect(status).toBe(0);
    expect(stdout).toBe("parts\t1\nrows\t3\npersons\t3\npersons_reread\t3\n");
    expect(stderr).toContain("destroy copies of it too");
    expect(readFileSync(join(home, "person.key")).equals(before)).toBe(false);
    expect(report("rekey")).toMatchObject({ exit_code: 0, parts: 1, rows: 3, persons: 3 });
  });

  test("an inbox that is not there is a usage error, and the key stands", () => {
    const before = readFileSync(join(home, "person.key"));
    const { status, stderr } = run("rekey", "--inbox", "nowhere");
    expect(status).toBe(2);
    expect(stderr).toContain("no such inbox");
    expect(readFileSync(join(home, "person.key")).equals(before)).toBe(true);
  });
});

test.each([
  ["purge", "--before", "2026-10-01", "--yes"],
  ["rekey", "--inbox", "inbox"],
  ["ingest", "--inbox", "inbox"],
])("%s waits for no one: exit 75 while another run is at work", async (script, ...args) => {
  const release = await takeLock(home, "refresh", new Date());
  const { status, stderr } = run(script, ...args);
  release();
  expect(status).toBe(75);
  expect(stderr).toContain(`refresh, pid ${process.pid}`);
  expect(people()).toHaveLength(1);
});
