import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { loadProgramme, readProgramme } from "../../../ingest/programme/programme.ts";
import { loadProgrammeFiles } from "../../../ingest/programme/programme_files.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { programmeWorkbook } from "../../../scripts/tools/programme_workbook.ts";
import { runScript } from "../project.ts";

const files = await loadProgrammeFiles();
const shipped = await loadProgramme();
const bytes = programmeWorkbook(files, shipped);

test("the workbook dropped into the folder means the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "programme-"));
  writeFileSync(join(folder, "programme.xlsx"), bytes);
  const { programme, findings } = await readProgramme(folder);
  expect(findings).toEqual([]);
  expect(programme.hash).toBe(shipped.hash);
});

test("it offers codes and words to choose from, notes and heads that stay in sight", () => {
  const parts = unzipSync(bytes);
  const names = readWorkbook(bytes, "programme.xlsx").sheets.map(({ name }) => name);
  expect(names).toEqual([...files.map(({ id }) => id), "Danh mục"]);
  const sheet = `xl/worksheets/sheet${names.indexOf("targets") + 1}.xml`;
  const xml = strFromU8(parts[sheet] ?? new Uint8Array());
  expect(xml).toContain('state="frozen"');
  expect(xml.match(/<dataValidation /g)).toHaveLength(5);
  expect(xml).toMatch(/errorStyle="warning"[^>]*><formula1>[^<]*indicators[^<]*!\$A\$2:\$A\$35</);
  const notes = Object.keys(parts).filter((name) => /comments\d+\.xml$/.test(name));
  expect(notes).toHaveLength(files.length);
  const told = notes.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join("");
  expect(told).toContain("số phải đạt; để trống khi phường chưa giao số");
  expect(told).toContain("Bắt buộc · required");
});

test("the command checks, exports and says what holds; a broken folder ends it with 1", () => {
  const folder = mkdtempSync(join(tmpdir(), "programme-"));
  const rows = [...shipped.tables.values()].flat().length;
  const checked = runScript("programme", ["--check"], folder);
  expect(checked).toMatchObject({
    status: 0,
    stdout: `Đã kiểm tra 16 tệp (trang tính), ${rows} dòng: không có lỗi, 0 cảnh báo · checked files (sheets): 16, rows: ${rows}, no errors, warnings: 0\n`,
  });
  const out = join(folder, "so.xlsx");
  expect(runScript("programme", ["--export", "so.xlsx"], folder)).toMatchObject({
    status: 0,
    stdout: `${out}\n`,
  });
  const described = runScript("programme", ["--home", folder], folder);
  expect(described.stdout).toContain("   15  targets · Mục tiêu và mốc · Targets and milestones\n");
  expect(described.stdout).toContain(`Mã băm · hash: ${shipped.hash}\n`);
  expect(described.stdout).toContain("not in force yet: npm run refresh\n");
  const broken = mkdtempSync(join(tmpdir(), "programme-"));
  writeFileSync(join(broken, "targets.csv"), "indicator_id\nHI\n");
  const refused = runScript("programme", ["--check", "--folder", broken], folder);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("the programme has errors, nothing was changed: ");
  expect(refused.stderr).not.toContain("chưa đọc tệp nào");
});
