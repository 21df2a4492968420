import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshFolder, runScript } from "../project.ts";

let home: string;

beforeAll(() => {
  home = freshFolder();
  mkdirSync(join(home, "inbox"));
  put("khong ky.csv", "TÌNH HÌNH TỘI PHẠM\nLoại tội phạm,Số vụ xảy ra\nTrộm cắp,5\n");
  put("thuc don.csv", "THỰC ĐƠN\nMón ăn,Giá tiền\nBún cá,40000\n");
  put(
    "T10.csv",
    "TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra,Ai ghi\nTrộm cắp,năm,x\n",
  );
  put("rong.xlsx", "");
  expect(run("ingest").status).toBe(4);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  runScript(script, ["--home", home, "--inbox", "inbox", ...args], home);

const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(home, "inbox", name), content);

const copy = (name: string) => join(home, "rejects", name);

test("what was not believed is told of what has landed while there is no warehouse", () => {
  const { status, stdout, stderr } = run("rejects");
  expect(status, stderr).toBe(0);
  const [counts = ""] = stdout.split("\n\n");
  expect(counts.split("\n").slice(1)).toEqual([
    "1\terror\tpolice_crime\tCông an phường\tnot_a_number",
    "1\trefused\tpolice_crime\tCông an phường\tmissing_period",
    "1\trefused\t–\t–\tempty_file",
    "1\trefused\t–\t–\tunknown_form",
  ]);
  expect(stdout).toContain("T10.csv · CSV!B4: cần một số");
  expect(stderr).toContain("và 1 cảnh báo (số vẫn được nhận): npm run rejects -- --warnings");
  expect(run("rejects", "--warnings").stderr).not.toContain("-- --warnings");
});

test("files refused whole are copied too: what is asked first, title or headers marked", () => {
  const { status, stderr } = run("rejects", "--export");
  expect(status, stderr).toBe(0);
  expect(stderr).toContain("rong.xlsx: bị từ chối cả tệp");
  const undated = read(readFileSync(copy("khong ky.csv.xlsx")));
  expect(undated.SheetNames).toEqual(["Cần làm rõ", "CSV"]);
  const [title, , why] = utils.sheet_to_json<string[]>(undated.Sheets["Cần làm rõ"] ?? {}, {
    header: 1,
  });
  expect(title).toEqual(["Tệp “khong ky.csv” chưa được nhận"]);
  expect(why?.[0]).toContain("kỳ báo cáo ở tiêu đề");
  expect(undated.Sheets["CSV"]?.["A1"]?.c?.[0]?.t).toContain("kỳ báo cáo ở tiêu đề");
  expect(undated.Sheets["CSV"]?.["A2"]?.c).toBeUndefined();
  const unknown = read(readFileSync(copy("thuc don.csv.xlsx"))).Sheets["CSV"] ?? {};
  expect(unknown["A2"]?.c?.[0]?.t).toContain("tiêu đề của một biểu mẫu");
  expect(unknown["B2"]?.c?.[0]?.t).toContain("tiêu đề của một biểu mẫu");
  expect(unknown["A1"]?.c).toBeUndefined();
});

test("such a copy, mended, lands, with the sheet of questions still in it", () => {
  const book = read(readFileSync(copy("khong ky.csv.xlsx")));
  const sheet = book.Sheets["CSV"] ?? {};
  sheet["A1"] = { t: "s", v: "TÌNH HÌNH TỘI PHẠM THÁNG 9/2026" };
  put("khong ky.xlsx", new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
  const { stdout } = run("ingest", "--dry-run", join(home, "inbox", "khong ky.xlsx"));
  expect(stdout).toContain("khong ky.xlsx: sẽ được nhận");
});
