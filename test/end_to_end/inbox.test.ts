import { cpSync, existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withPublished } from "../../lib/store/database.ts";
import { root } from "../../lib/store/home.ts";
import { takeLock } from "../../lib/store/lock.ts";
import { dayFromNow, type Ended, freshFolder, runCommand } from "./run.ts";

const fixtures = join(root, "test", "fixtures");

/** An inbox of an office: good files, and one of each kind that is refused. */
function fillInbox(): string {
  const inbox = freshFolder("inbox");
  const good = ["health_insurance_summary/neighbourhoods", "police_population/neighbourhoods"];
  for (const name of good)
    for (const file of globSync(`${name}/*.{csv,xlsx,xls,ods}`, { cwd: fixtures }))
      cpSync(join(fixtures, file), join(inbox, file.replaceAll(/[/\\]/g, "_")));
  writeFileSync(join(inbox, "trong.xlsx"), "");
  writeFileSync(
    join(inbox, "khong_phai_bang_tinh.xlsx"),
    Buffer.from([0, 1, 2, 3, 255, 254, 7, 0, 9]),
  );
  writeFileSync(join(inbox, "bieu_la.csv"), "Cây xanh;Đường phố\nPhượng;Tô Hiệu\nBàng;Cầu Đất\n");
  return inbox;
}

const home = freshFolder("home");
const inbox = fillInbox();
const asOf = ["--as-of", dayFromNow(0)];

describe("an office's own files", () => {
  let ended: Ended;

  beforeAll(() => {
    ended = runCommand("refresh", ["--home", home, "--inbox", inbox, ...asOf]);
  });

  it("are published although some were refused", () => {
    expect(ended.code, ended.stderr).toBe(4);
  });

  it("replace the sample: no page carries its banner", () => {
    const pages = globSync("site/**/*.html", { cwd: home, exclude: ["site/models/**"] });
    const marked = pages.filter((page) =>
      /class="[^"]*sample|Dữ liệu mẫu|Sample data/i.test(readFileSync(join(home, page), "utf8")),
    );
    expect(pages.length).toBeGreaterThan(60);
    expect(marked).toEqual([]);
  });

  it("are refused one by one, with a code and a sentence in both languages", async () => {
    const refused = await withPublished(home, (ask) =>
      ask(`select file_name, refusal_code, length(message_vi) > 40 as vi, length(message_en) > 40 as en
           from marts.fct_files where status = 'refused' order by file_name`),
    );
    expect(refused).toEqual([
      { file_name: "bieu_la.csv", refusal_code: "unknown_form", vi: true, en: true },
      {
        file_name: "khong_phai_bang_tinh.xlsx",
        refusal_code: "not_a_workbook",
        vi: true,
        en: true,
      },
      { file_name: "trong.xlsx", refusal_code: "empty_file", vi: true, en: true },
    ]);
  });

  it("are listed by `rejects` and left untouched", () => {
    const { code, stdout } = runCommand("rejects", ["--home", home]);
    expect(code).toBe(0);
    expect(stdout).toContain("trong.xlsx");
    expect(readdirSync(inbox).length).toBe(5);
  });

  it("leave a report of the run", () => {
    const [report] = globSync("runs/*/report.json", { cwd: home });
    const { exit_code, steps, ingest } = JSON.parse(
      readFileSync(join(home, report as string), "utf8"),
    );
    expect(exit_code).toBe(4);
    expect(steps.map(({ status }: { status: string }) => status)).toEqual([
      "done",
      "done",
      "done",
      "done",
    ]);
    expect(ingest.refused).toBe(3);
    expect(ingest.rows_read).toBe(ingest.rows_landed + ingest.rows_rejected + ingest.rows_ignored);
  });

  it("stay published, byte for byte, when dbt fails the next time", () => {
    const bytes = (file: string) => readFileSync(join(home, file)).toString("base64");
    const standing = ["warehouse.duckdb", ...globSync("site/**/*.html", { cwd: home })];
    const before = standing.map(bytes);
    const args = ["--home", home, "--inbox", inbox, "--as-of", dayFromNow(1)];
    const failed = runCommand("refresh", args, { DBT_TARGET: "absent" });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("the last good version still stands");
    expect(standing.map(bytes)).toEqual(before);
  });
});

describe("the commands", () => {
  it.each([
    ["refresh", ["--as-of", "31/13/2026"], "expected a date as 24/11/2026 or 2026-11-24"],
    ["refresh", ["--inbox", "/no/such/inbox"], "no such inbox"],
    ["refresh", ["everything"], "too many arguments"],
    ["nightly", ["--homes", "x"], "unknown option"],
    ["explain", ["HI_COVERAGE"], "missing required argument"],
    ["schedule", ["--at", "25:00"], "expected a time as 02:00"],
    ["status", ["--home"], "argument missing"],
  ])("%s %j is a usage error", (command, args, words) => {
    const { code, stderr } = runCommand(command, args);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  it("explain names what it knows when it does not know an indicator", () => {
    const { code, stderr } = runCommand("explain", [
      "NO_SUCH",
      "le_chan",
      "2026-10",
      "--home",
      home,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown indicator: NO_SUCH");
    expect(stderr).toContain("HI_COVERAGE");
  });

  it("nightly exits 75 and names the holder while another run is at work", async () => {
    const locked = freshFolder("home");
    const release = await takeLock(locked, "refresh", new Date());
    const { code, stderr } = runCommand("nightly", ["--home", locked, "--inbox", inbox]);
    release();
    expect(code).toBe(75);
    expect(stderr).toContain(`refresh, pid ${process.pid}`);
    expect(existsSync(join(locked, "landed"))).toBe(false);
  });
});
