import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filledQuestions } from "../../ingest/filled_questions.ts";
import { folderWith } from "../../ingest/programme/decisions.ts";
import { copyProject, freshFolder, runScript } from "../project.ts";

let home: string;
let project: string;

beforeAll(() => {
  home = freshFolder();
  project = copyProject(home);
  mkdirSync(join(home, "inbox"));
  const text = "TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra\nMất cắp xe máy,7\n";
  writeFileSync(join(home, "inbox", "T10.csv"), text);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  runScript(script, ["--home", home, ...args], home, project);

const ingest = () => run("ingest", "--inbox", join(home, "inbox"));

test("before anything has landed it says what to run", () => {
  const { status, stderr } = run("questions");
  expect(status).toBe(1);
  expect(stderr).toContain("npm run refresh");
});

test("the questions stand in one workbook, for its owner's eyes, each with its list", () => {
  expect(ingest().stderr).toContain("1 câu hỏi chờ trả lời: npm run questions");
  const { status, stdout, stderr } = run("questions");
  expect(status, stderr).toBe(0);
  const path = join(home, "cau_hoi.xlsx");
  expect(stdout).toBe(`${path}\n`);
  expect(stderr).toContain("put it into data/inbox");
  expect(stderr).toContain("1 câu hỏi · questions");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const book = read(readFileSync(path));
  expect(book.SheetNames).toEqual(["Câu hỏi", "Danh mục", "_lechan"]);
  expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1, 1]);
  const rows = utils.sheet_to_json<string[]>(book.Sheets["Câu hỏi"] ?? {}, { header: 1 });
  expect(rows.at(-1)?.slice(0, 5)).toEqual([
    1,
    "T10.csv",
    "CSV",
    "A4",
    "Dòng “Mất cắp xe máy” thuộc nhóm nào của biểu “Tình hình tội phạm và vi phạm pháp luật”?",
  ]);
  const xml = strFromU8(unzipSync(readFileSync(path))["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(xml).toMatch(/errorStyle="stop" sqref="I9"><formula1>&#39;Danh mục&#39;!\$B\$2:/);
  const lists = utils.sheet_to_json<string[]>(book.Sheets["Danh mục"] ?? {}, { header: 1 });
  expect(lists.map((row) => row[1])).toContain("không cần");
});

test("as JSON on stdout nothing is written", () => {
  rmSync(join(home, "cau_hoi.xlsx"));
  const [question] = JSON.parse(run("questions", "--json").stdout);
  expect(question).toMatchObject({ kind: "category", text: "Mất cắp xe máy", files: 1 });
  expect(existsSync(join(home, "cau_hoi.xlsx"))).toBe(false);
});

test("a workbook with answers is never written over", () => {
  const path = join(home, "cau_hoi.xlsx");
  run("questions");
  expect(run("questions").status).toBe(0);
  const filled = filledQuestions(readFileSync(path), {
    "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" },
  });
  writeFileSync(path, filled);
  const { status, stderr } = run("questions");
  expect(status).toBe(2);
  expect(stderr).toContain("holds answers");
  expect(readFileSync(path).equals(Buffer.from(filled))).toBe(true);
});

test("answers are told when they are learned, and listed with the files that used them", () => {
  writeFileSync(join(home, "inbox", "tra loi.xlsx"), readFileSync(join(home, "cau_hoi.xlsx")));
  const { status, stderr } = ingest();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain("1 câu trả lời đã thành quy ước · 1 answers became lessons");
  const listed = run("lessons");
  expect(listed.status).toBe(0);
  const [header = "", line = ""] = listed.stdout.split("\n");
  expect(header.split("\t").at(-1)).toBe("files");
  expect(line).toMatch(/\tcategory\tpolice_crime\tcategory\tMất cắp xe máy\t–\t–\ttheft\tChị Hà\t/);
  expect(line.split("\t").at(-1)).toBe("1");
  const [lesson] = JSON.parse(run("lessons", "--json").stdout);
  expect(lesson).toMatchObject({ answer: "theft", files: 1 });
});

test("lessons of another folder are listed without files while none was read by them", () => {
  const { stdout } = run("lessons", "--json", "--folder", folderWith());
  expect(JSON.parse(stdout)).toEqual([]);
});
