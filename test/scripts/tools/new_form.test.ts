import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, freshFolder, runScript } from "../project.ts";

const POVERTY = `ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN;;;;
KẾT QUẢ GIẢM NGHÈO THEO TỔ DÂN PHỐ;;;;
Quý III/2026;;;;
STT;Tổ dân phố;Số hộ nghèo;Tỷ lệ (%);Ghi chú
1;Tổ dân phố số 1;12;1,5;
2;Tổ dân phố số 2;7;0,8;đang rà soát
;Tổng cộng;19;1,1;
`;
const UNION = `DANH SÁCH ĐOÀN VIÊN
Tính đến ngày 31/10/2026
STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Số điện thoại,Tổ dân phố,Ngày vào đoàn
1,Nguyễn Văn Bí Mật,02/03/1999,Nam,031099000123,0912345678,Tổ 5,26/03/2015
2,Trần Thị Kín Đáo,05/06/2001,Nữ,031301000456,0987654321,Tổ 7,26/03/2016
`;
const SECRETS = /Bí Mật|Kín Đáo|031099000123|031301000456|0912345678|0987654321|1999|2001/;

let folder: string;
let project: string;

beforeAll(() => {
  folder = freshFolder();
  project = copyProject(folder);
  writeFileSync(join(folder, "giam_ngheo.csv"), POVERTY);
  writeFileSync(join(folder, "doan_vien.csv"), UNION);
});

afterAll(() => rmSync(folder, { recursive: true }));

const newForm = (...args: string[]) => runScript("new_form", args, folder, project);
const inProject = (...path: string[]) => join(project, ...path);

describe("a source of figures is one form file and one fixture folder", () => {
  test("the draft is printed, and written only when told", () => {
    const { status, stdout } = newForm("giam_ngheo.csv", "--id", "poverty");
    expect(status).toBe(0);
    expect(stdout).toContain('so_ho_ngheo: { unit: "households", kind: "stock", minimum: 0 }');
    expect(stdout).toContain('ty_le: { unit: "percent", kind: "ratio", minimum: 0, maximum: 100 }');
    expect(stdout).toContain('keys: {\n    area: { column: "area", blank: "reject" },\n  }');
    expect(stdout).toContain('frequency: "quarter"');
    expect(existsSync(inProject("ingest", "forms", "poverty.ts"))).toBe(false);
  });

  test("once written, the sheet is read with it", () => {
    expect(newForm("giam_ngheo.csv", "--id", "poverty", "--write").status).toBe(0);
    const fixture = inProject("test", "fixtures", "poverty", "first");
    expect(readFileSync(join(fixture, "giam_ngheo.csv"), "utf8")).toBe(POVERTY);
    const expected = JSON.parse(readFileSync(join(fixture, "expected.json"), "utf8"));
    expect(expected.rows).toBe("7 = 3 + 0 + 4");
    expect(expected.observations).toEqual([
      "C5 so_ho_ngheo le_chan_tdp_01 quarter 2026-07-01..2026-09-30 = 12 households stock",
      "D5 ty_le le_chan_tdp_01 quarter 2026-07-01..2026-09-30 = 1.5 percent ratio",
      "C6 so_ho_ngheo le_chan_tdp_02 quarter 2026-07-01..2026-09-30 = 7 households stock",
      "D6 ty_le le_chan_tdp_02 quarter 2026-07-01..2026-09-30 = 0.8 percent ratio",
      "C7 so_ho_ngheo le_chan quarter 2026-07-01..2026-09-30 = 19 households stock total",
      "D7 ty_le le_chan quarter 2026-07-01..2026-09-30 = 1.1 percent ratio total",
    ]);
    const { status, stdout } = runScript(
      "ingest",
      ["--dry-run", "giam_ngheo.csv"],
      folder,
      project,
    );
    expect(stdout).toContain("form: poverty: 5/5 cột khớp");
    expect(status).toBe(0);
  });

  test("files that stand are never written over", () => {
    const { status, stderr } = newForm("giam_ngheo.csv", "--id", "police_crime", "--write");
    expect(status).toBe(2);
    expect(stderr).toContain("file exists, choose another --id");
  });

  test("a sheet that a form reads already is drafted with a word of it", () => {
    const { stderr } = newForm("giam_ngheo.csv", "--id", "poverty_again");
    expect(stderr).toContain("check: the sheet is read already, as poverty");
  });
});

describe("a list of people", () => {
  test("is drafted without a person in the draft or its fixture", () => {
    const { status, stdout, stderr } = newForm("doan_vien.csv", "--id", "youth_union", "--write");
    expect(status, stderr).toBe(0);
    const form = readFileSync(inProject("ingest", "forms", "youth_union.ts"), "utf8");
    for (const column of ["ho_va_ten", "birth", "sex", "citizen_number", "so_dien_thoai"])
      expect(form).toMatch(new RegExp(`${column}: \\{ .*is_personal: true \\}`));
    expect(form).toContain('unique: ["person_key"]');
    const fixture = inProject("test", "fixtures", "youth_union", "first");
    const input = runScript(
      "ingest",
      ["--dry-run", join(fixture, "youth_union.xlsx")],
      folder,
      project,
    );
    expect(input.stdout).toContain("form: youth_union: 8/8 cột khớp");
    const expected = readFileSync(join(fixture, "expected.json"), "utf8");
    expect(JSON.parse(expected)).toMatchObject({ form: "youth_union", rows: "5 = 2 + 0 + 3" });
    expect(form + expected + stdout + stderr).not.toMatch(SECRETS);
  });

  test("its fixture holds invented people only", async () => {
    const { readWorkbook } = await import("../../../ingest/read/read_workbook.ts");
    const path = inProject("test", "fixtures", "youth_union", "first", "youth_union.xlsx");
    const shown = readWorkbook(readFileSync(path), path).sheets[0]?.rows.map((row) =>
      row.map((cell) => cell?.text ?? ""),
    );
    expect(shown?.[3]).toEqual([
      "1",
      "Người Mẫu 1",
      "01/01/1990",
      "Nam",
      "031090000001",
      "Người Mẫu 1",
      "Tổ 5",
      "26/03/2015",
    ]);
    expect(JSON.stringify(shown)).not.toMatch(SECRETS);
  });
});

test("what is drafted compiles against defineForm, keeps the house style and passes the fixtures' test", () => {
  const forms = ["poverty", "youth_union"].map((id) => inProject("ingest", "forms", `${id}.ts`));
  const tool = (path: string, ...args: string[]) =>
    spawnSync(process.execPath, [inProject("node_modules", path), ...args], {
      cwd: project,
      encoding: "utf8",
    });
  const options = ["--noEmit", "--ignoreConfig", "--strict", "--module", "nodenext"];
  const more = ["--target", "es2024", "--allowImportingTsExtensions", "--types", "node"];
  const types = tool("typescript/bin/tsc", ...options, ...more, "--skipLibCheck", ...forms);
  expect(types.stdout).toBe("");
  const style = tool("@biomejs/biome/bin/biome", "check", "--vcs-enabled=false", ...forms);
  expect(style.stderr + style.stdout).toContain("Checked 2 files");
  expect(style.status, style.stderr).toBe(0);
  const fixtures = tool("vitest/vitest.mjs", "run", "test/ingest/fixtures.test.ts");
  expect(fixtures.status, fixtures.stdout).toBe(0);
});

test.each([
  [[], "missing required argument 'file'"],
  [["nowhere.csv"], "no such file"],
  [["giam_ngheo.csv", "--id", "My-Form"], "expected an id as my_form"],
])("%j is a usage error", (args, words) => {
  const { status, stderr } = newForm(...args);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});

test("a file without a table is told so", () => {
  writeFileSync(join(folder, "van_ban.csv"), "Kính gửi;Ủy ban\nVề việc;họp\nTrân trọng;cảm ơn\n");
  const { status, stderr } = newForm("van_ban.csv");
  expect(status).toBe(1);
  expect(stderr).toContain("van_ban.csv: không tìm thấy bảng");
});
