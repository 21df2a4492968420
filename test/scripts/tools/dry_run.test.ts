import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { member, membersRows, xlsx } from "../../ingest/people_list.ts";
import { freshFolder, runScript } from "../project.ts";

let folder: string;

beforeEach(() => {
  folder = freshFolder();
});

afterEach(() => rmSync(folder, { recursive: true }));

const dryRun = (...files: string[]) => runScript("ingest", ["--dry-run", ...files], folder);

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const crime = (header: string, cases: string) =>
  `TÌNH HÌNH TỘI PHẠM\nTháng 10/2026\n${header}\nTrộm cắp,${cases},Ông Kín Đáo\nCướp tài sản,3,\n`;

test("says which form and why, each column, the period, the rows and what is wrong; writes nothing", () => {
  const { status, stdout } = dryRun(
    put("T10.csv", crime("Loại tội phạm,Số vụ xảy ra,Lực lượng", "năm")),
  );
  const lines = stdout.split("\n").map((line) => line.trim());
  expect(lines[0]).toBe("T10.csv: sẽ được nhận · would land (csv, UTF-8)");
  expect(lines).toContain("Biểu · form: police_crime: 2/3 cột khớp · columns matched");
  expect(stdout).toMatch(
    /held against: police_crime \([\d.]+ điểm · points\) · \w+ \(-?[\d.]+ điểm · points, thiếu · lacks /,
  );
  expect(lines).toContain('B "Số vụ xảy ra" → cases');
  expect(stdout).toMatch(/C "Lực lượng" → \? không đọc · not read \(gần nhất · nearest: .+\)/);
  expect(stdout).toContain("2026-09-15 … 2026-10-14 (month)");
  expect(lines).toContain("5: category=Cướp tài sản · cases=3");
  expect(stdout).toContain("5 = 1 đã nhận (landed) + 1 bị loại (rejected) + 3 bỏ qua (ignored)");
  expect(stdout).toContain("CSV!B4: expected a number");
  expect(stdout).not.toContain("Kín Đáo");
  expect(status).toBe(4);
  expect(readdirSync(folder)).toEqual(["T10.csv"]);
});

test("shows the reading that lands: what stands down the rows is named by its own cells", () => {
  const lines = [
    "KẾT QUẢ PHÁT TRIỂN BHXH,,,,",
    "Tháng 10/2026,,,,",
    "STT,Chỉ tiêu,ĐVT,Kế hoạch,Thực hiện",
    "1,Số người tham gia BHXH bắt buộc,người,39000,38210",
    "2,Số người tham gia BHXH tự nguyện,người,3000,2951",
    "3,Số người tham gia BHTN,người,35000,34100",
  ];
  const { status, stdout } = dryRun(put("BHXH.csv", lines.join("\n")));
  expect(status).toBe(0);
  const said = stdout.split("\n").map((line) => line.trim());
  expect(said[0]).toContain("sẽ được nhận");
  expect(stdout).not.toContain("no form recognised");
  expect(said).toContain("Biểu · form: social_insurance_summary: 3/3 cột khớp · columns matched");
  expect(said).toContain("Cách trình bày · layout: chỉ tiêu theo dòng · indicators down the rows");
  expect(said).toContain('B4 "Số người tham gia BHXH bắt buộc" → compulsory');
  expect(said).toContain("E4: compulsory=38210 · voluntary=2951 · unemployment_insurance=34100");
  expect(stdout).toMatch(/held against: social_insurance_summary \([\d.]+ điểm · points\)/);
});

test("a good file ends with 0; people are masked", () => {
  const rows = membersRows("31/10/2026", [member(12), member(13)]);
  const { status, stdout } = dryRun(put("list.xlsx", xlsx({ A: rows })));
  expect(status).toBe(0);
  expect(stdout).toContain("citizen_number=•••");
  expect(stdout).toContain("area=Tổ 13");
  for (const secret of ["Người Mẫu", "3190000012", "031090000012", "đường Mẫu", "1990"])
    expect(stdout).not.toContain(secret);
  expect(readdirSync(folder)).toEqual(["list.xlsx"]);
});

test("files that would be refused say so, each with its sentence", () => {
  const strange = put("cay.csv", "Cây xanh;Đường phố\nPhượng;Tô Hiệu\nBàng;Cầu Đất\n");
  const { status, stdout } = dryRun(put("rong.xlsx", ""), strange);
  expect(status).toBe(4);
  expect(stdout).toContain("rong.xlsx: sẽ bị từ chối · would be refused");
  expect(stdout).toContain("empty_file: Tệp rỗng");
  expect(stdout).toContain("unknown_form: cay.csv");
  expect(stdout).toContain("Không nhận ra biểu nào · no form recognised");
});

test("a secret document is refused and nothing of it is shown", () => {
  const text =
    "MẬT\nKẾ HOẠCH ĐẶC BIỆT\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra\nTrộm cắp,5\nCướp,1\n";
  const { status, stdout, stderr } = dryRun(put("m.csv", text));
  expect(status).toBe(4);
  expect(stdout).toContain("secret_document");
  expect(stdout + stderr).not.toMatch(/ĐẶC BIỆT|Trộm/);
});

test.each([
  [["--dry-run"], "argument missing"],
  [["--dry-run", "nowhere.xlsx"], "no such file"],
  [["--dry-run", "."], "no such file"],
  [["a.xlsx"], "too many arguments"],
])("%j is a usage error", (args, words) => {
  const { status, stderr } = runScript("ingest", args, folder);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});
