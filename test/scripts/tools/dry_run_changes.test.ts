import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshFolder, runScript } from "../project.ts";

let home: string;

beforeAll(() => {
  home = freshFolder();
  mkdirSync(join(home, "inbox"));
});

afterAll(() => rmSync(home, { recursive: true }));

const crime = (...rows: string[]) =>
  `TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra\n${rows.join("\n")}\n`;

function dryRun(name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return runScript("ingest", ["--home", home, "--dry-run", path], home).stdout;
}

const NEW = crime("Trộm cắp,42500", "Giết người,1", "Cướp tài sản,2", "Đánh bạc,4");

test("without anything landed there is nothing to compare with", () => {
  expect(dryRun("20261105_T10.csv", NEW)).toContain("nothing has landed to compare with");
});

test("what would be replaced is told, the largest change first, and what would be asked", () => {
  writeFileSync(
    join(home, "inbox", "20261101_T10.csv"),
    crime("Trộm cắp,151219", "Giết người,1", "Cướp tài sản,0", "Cướp giật tài sản,10"),
  );
  expect(runScript("ingest", ["--home", home, "--inbox", "inbox"], home).status).toBe(0);
  const lines = dryRun("20261105_T10.csv", `${NEW}Mất cắp xe máy,3\n`).split("\n");
  const from = lines.findIndex((line) => line.includes("against what has landed"));
  expect(lines.slice(from + 1, from + 4)).toEqual([
    "    CSV!B6 Số vụ xảy ra · Cướp tài sản · 10/2026: thay 0 bằng 2",
    "    CSV!B4 Số vụ xảy ra · Trộm cắp tài sản · 10/2026: thay 151.219 bằng 42.500, −72%",
    "    1 số mới · new figures; 1 số như cũ · as they were",
  ]);
  const asked = lines.findIndex((line) => line.includes("would be asked"));
  expect(lines[asked + 1]).toContain("CSV!A8: Dòng “Mất cắp xe máy” thuộc nhóm nào của biểu");
});

test("a paper of before changes nothing", () => {
  const told = dryRun("20261020_T10.csv", NEW);
  expect(told).toContain("2 số đã có tệp mới hơn, không thay");
  expect(told).not.toContain("thay 151.219");
});

test("an office's file is not held against the sample's figures", () => {
  const own = freshFolder();
  mkdirSync(join(own, "inbox"));
  const sample = crime("Trộm cắp,7", "Giết người,1").replace("\n", "\nDỮ LIỆU MẪU\n");
  writeFileSync(join(own, "inbox", "20261101_mau.csv"), sample);
  expect(runScript("ingest", ["--home", own, "--inbox", "inbox"], own).status).toBe(0);
  const path = join(own, "20261105_T10.csv");
  writeFileSync(path, crime("Trộm cắp,9", "Giết người,1"));
  const { stdout } = runScript("ingest", ["--home", own, "--dry-run", path], own);
  expect(stdout).toContain("2 số mới · new figures; 0 số như cũ");
  expect(stdout).not.toContain("thay 7");
  rmSync(own, { recursive: true });
});
