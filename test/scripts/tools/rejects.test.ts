import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { read, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { dayFromNow } from "../../end_to_end/run.ts";
import { member, membersRows, xlsx } from "../../ingest/people_list.ts";
import { freshFolder, runScript } from "../project.ts";

const CRIME = "CÔNG AN PHƯỜNG\nTÌNH HÌNH TỘI PHẠM\nTháng 10/2026\nLoại tội phạm,Số vụ xảy ra\n";

let home: string;

beforeAll(() => {
  home = freshFolder();
  mkdirSync(join(home, "inbox", "công an"), { recursive: true });
  put("công an/T10.csv", `${CRIME}Trộm cắp,năm\nCướp tài sản,=1+2\nGiết người,1\n`);
  const people = [
    member(1),
    { ...member(2), insurance: "12345", card: "", citizen: "" },
    member(3),
  ];
  put("danh sach.xlsx", xlsx({ A: membersRows("31/10/2026", people) }));
  put("rong.xlsx", "");
  expect(run("ingest", "--inbox", "inbox").status).toBe(4);
  const { status, stderr } = run("models", "--as-of", dayFromNow(0));
  expect(status, stderr).toBe(0);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  runScript(script, ["--home", home, ...args], home);

const rejects = (...args: string[]) => run("rejects", "--inbox", "inbox", ...args);

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(home, "inbox", name), content);
}

const landed = <Table extends "rejects" | "observations">(table: Table) =>
  withParquetStore((parquet) =>
    parquet.read(table, join(home, "landed", table, "*.parquet"), ["cell"] as never),
  );

test("counts come first, by form, office and rule, then each entry", () => {
  const { status, stdout, stderr } = rejects();
  expect(status).toBe(0);
  const [counts = "", entries = ""] = stdout.split("\n\n");
  expect(counts.split("\n")).toEqual([
    "entries\tseverity\tform\toffice\trule",
    "1\terror\thealth_insurance_members\tBảo hiểm xã hội TP Hải Phòng - cơ sở\tnot_an_identifier",
    "2\terror\tpolice_crime\tCông an phường\tnot_a_number",
    "1\trefused\t–\t–\tempty_file",
  ]);
  expect(
    entries
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t").slice(0, 3)),
  ).toEqual([
    ["error", "danh sach.xlsx", "not_an_identifier"],
    ["error", "công an/T10.csv", "not_a_number"],
    ["error", "công an/T10.csv", "not_a_number"],
    ["refused", "rong.xlsx", "empty_file"],
  ]);
  expect(stderr).toMatch(/^4 mục · entries\nvà 1 cảnh báo .*npm run rejects -- --warnings/);
});

test("one form alone", () => {
  const { stdout } = rejects("--form", "police_crime");
  expect(stdout).toContain("T10.csv");
  expect(stdout).not.toContain("danh sach");
});

describe("the export", () => {
  beforeAll(() => {
    rejects("--export");
  });

  const copy = (name: string) => join(home, "rejects", name);

  test("writes a copy for each file with bad cells, for its owner's eyes, and says what it holds", () => {
    for (const name of ["công an/T10.csv.xlsx", "danh sach.xlsx"])
      expect(statSync(copy(name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, "rejects")).mode & 0o777).toBe(0o700);
    const { status, stderr } = rejects("--export");
    expect(status).toBe(0);
    expect(stderr).toContain("may hold personal data");
    expect(stderr).toContain("rong.xlsx: bị từ chối cả tệp");
  });

  test("has what was expected in a comment at the bad cell, and text that is no formula", () => {
    const sheet = read(readFileSync(copy("công an/T10.csv.xlsx"))).Sheets["CSV"] ?? {};
    expect(sheet["B5"]).toMatchObject({ t: "s", v: "năm" });
    expect(sheet["B5"]?.c?.[0]?.t).toMatch(/CSV!B5: cần một số, .* nhưng thấy "năm"\. Sửa ô này/);
    expect(sheet["B6"]).toMatchObject({ t: "s", v: "=1+2" });
    expect(sheet["B6"]?.f).toBeUndefined();
    expect(sheet["B7"]?.c).toBeUndefined();
    const list = read(readFileSync(copy("danh sach.xlsx"))).Sheets["A"] ?? {};
    expect(list["E5"]?.c?.[0]?.t).toContain('nhưng thấy "•••"');
    expect(list["G4"]).toMatchObject({ t: "s", v: "031090000001" });
  });

  test("gives the same bytes again", () => {
    const bytes = readFileSync(copy("danh sach.xlsx"));
    rmSync(copy("danh sach.xlsx"));
    rejects("--export");
    expect(readFileSync(copy("danh sach.xlsx")).equals(bytes)).toBe(true);
  });

  test("keeps a copy that someone has begun to mend, and names a file that is gone", () => {
    writeFileSync(copy("công an/T10.csv.xlsx"), "being mended");
    renameSync(join(home, "inbox", "danh sach.xlsx"), join(home, "away.xlsx"));
    const { status, stderr } = rejects("--export");
    renameSync(join(home, "away.xlsx"), join(home, "inbox", "danh sach.xlsx"));
    expect(status).toBe(4);
    expect(stderr).toContain("it differs (delete it to have it written anew)");
    expect(stderr).toContain("danh sach.xlsx: không còn tệp gốc");
    expect(readFileSync(copy("công an/T10.csv.xlsx"), "utf8")).toBe("being mended");
    rmSync(copy("công an/T10.csv.xlsx"));
  });

  test("once mended and put in the old one's place, its rejects are gone and the figures are there", async () => {
    rejects("--export", "out");
    const before = await landed("rejects");
    expect(before.map(({ cell }) => cell)).toEqual(["A5", "B5", "B6", "E5"]);
    const book = read(readFileSync(join(home, "out", "công an", "T10.csv.xlsx")), { cellNF: true });
    const sheet = book.Sheets["CSV"] ?? {};
    sheet["B5"] = { t: "n", v: 5 };
    sheet["B6"] = { ...sheet["B6"], v: "3", w: "3" };
    rmSync(join(home, "inbox", "công an", "T10.csv"));
    put("công an/T10.csv.xlsx", new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
    expect(run("ingest", "--inbox", "inbox").status).toBe(4);
    expect((await landed("rejects")).map(({ cell }) => cell)).toEqual(["A5", "E5"]);
    const cases = (await landed("observations"))
      .filter(({ form }) => form === "police_crime")
      .map(({ cell, category, value }) => [cell, category, value]);
    expect(cases).toEqual([
      ["B5", "theft", 5],
      ["B6", "robbery", 3],
      ["B7", "murder", 1],
    ]);
  });

  test("an exported copy, unmended, is read as its file was", async () => {
    copyFileSync(copy("danh sach.xlsx"), join(home, "inbox", "danh sach.xlsx"));
    run("ingest", "--inbox", "inbox");
    expect((await landed("rejects")).map(({ cell, rule }) => [cell, rule])).toEqual([
      ["A5", "incomplete_count"],
      ["E5", "not_an_identifier"],
    ]);
  });
});

test("nothing published yet, and wrong arguments, are usage errors", () => {
  const empty = join(home, "empty");
  const unpublished = runScript("rejects", ["--home", empty], home);
  expect(unpublished.status).toBe(2);
  expect(unpublished.stderr).toContain("npm run refresh");
  expect(existsSync(empty)).toBe(false);
  expect(rejects("--forms").status).toBe(2);
  expect(rejects("--export", "--inbox", "nowhere").status).toBe(2);
});
