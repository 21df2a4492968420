import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "command-"));
  mkdirSync(join(home, "inbox"));
});

afterEach(() => rmSync(home, { recursive: true }));

function run(script: string, ...args: string[]) {
  const env = { ...process.env, LECHAN_KEY_FILE: join(home, "person.key"), INIT_CWD: home };
  const path = join(root, "scripts", `${script}.ts`);
  return spawnSync(process.execPath, [path, ...args], { env, encoding: "utf8" });
}

function put(name: string, cases: string): void {
  const text = `TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra\nTrộm cắp,${cases}\n`;
  writeFileSync(join(home, "inbox", name), text);
}

const ingest = () => run("ingest", "--inbox", "inbox", "--home", home);

test("all input believed: the counts on stdout, exit 0", () => {
  put("T10.csv", "5");
  const { status, stdout } = ingest();
  expect(status).toBe(0);
  expect(stdout).toContain(
    "files: 1 = 1 đã nhận (landed) + 0 bị từ chối (refused) + 0 bỏ qua (ignored); thêm 1 tệp số liệu công bố (data/reference) · ",
  );
  expect(stdout).toMatch(/rows: \d+ = \d+ đã nhận \(landed\) \+ 0 bị loại \(rejected\)/);
  expect(stdout).toContain("parts changed");
  expect(ingest().stdout).toContain("nothing new");
});

test("a cell that is not believed is told on stderr with its address, exit 4", () => {
  put("T10.csv", "năm");
  const { status, stdout, stderr } = ingest();
  expect(status).toBe(4);
  expect(stdout).toContain("errors: 1");
  expect(stderr).toContain("police_crime · T10.csv · CSV!B4: expected a number");
});

test("a refused file beside a good one: exit 4 each time, the good one lands", () => {
  put("T10.csv", "5");
  writeFileSync(join(home, "inbox", "rong.xlsx"), "");
  expect(ingest().status).toBe(4);
  const { status, stdout } = ingest();
  expect(status).toBe(4);
  expect(stdout).toMatch(/[1-9]\d* đã nhận \(landed\) \+ 1 bị từ chối \(refused\)/);
});

test("an inbox that is not there and an unknown option are usage errors: exit 2", () => {
  const missing = run("ingest", "--inbox", "nowhere", "--home", home);
  expect(missing.status).toBe(2);
  expect(missing.stderr).toContain(`no such inbox: ${join(home, "nowhere")}`);
  const unknown = run("ingest", "--inbx", "x");
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain("unknown option '--inbx'");
});

test("the template is written where it is wanted, said so, and never over a file", () => {
  const { status, stderr } = run("template", "--out", "t.xlsx");
  const path = join(home, "t.xlsx");
  expect(status).toBe(0);
  expect(stderr).toContain(`written to ${path}`);
  expect(existsSync(path)).toBe(true);
  const again = run("template", "--out", "t.xlsx");
  expect(again.status).toBe(2);
  expect(again.stderr).toContain(path);
});
