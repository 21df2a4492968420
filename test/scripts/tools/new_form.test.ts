import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORM_MARK } from "../../../ingest/programme/form_workbook.ts";
import { programmeFolder } from "../../../ingest/programme/programme.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { freshFolder, runScript } from "../project.ts";
import { type FormFilling, filledForm } from "./filled_form.ts";

const POVERTY = `ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN;;;;
KẾT QUẢ GIẢM NGHÈO THEO TỔ DÂN PHỐ;;;;
Quý III/2026;;;;
STT;Tổ dân phố;Số hộ nghèo;Tỷ lệ (%);Ghi chú
1;Tổ dân phố số 1;12;1,5;
2;Tổ dân phố số 2;7;0,8;đang rà soát
;Tổng cộng;19;1,1;
`;
const UNION = `DANH SÁCH ĐOÀN VIÊN
STT,Họ và tên,Ngày sinh,Tổ dân phố
1,Nguyễn Văn Bí Mật,02/03/1999,Tổ 5
2,Trần Thị Kín Đáo,05/06/2001,Tổ 7
`;
const POPULATION = `CÔNG AN PHƯỜNG LÊ CHÂN;;;
TÌNH HÌNH DÂN CƯ TRÊN ĐỊA BÀN;;;
Tháng 10/2026;;;
STT;Tổ dân phố;Tổng số hộ gia đình quản lý;Tổng nhân khẩu quản lý gốc
1;Tổ dân phố số 1;310;1204
2;Tổ dân phố số 2;280;1100
`;

let folder: string;

beforeAll(() => {
  folder = freshFolder();
  writeFileSync(join(folder, "giam_ngheo.csv"), POVERTY);
  writeFileSync(join(folder, "doan_vien.csv"), UNION);
  writeFileSync(join(folder, "dan_cu.csv"), POPULATION);
  for (const name of ["README.md", "huong_dan.docx"]) writeFileSync(join(folder, name), POVERTY);
});

afterAll(() => rmSync(folder, { recursive: true }));

const newForm = (...args: string[]) =>
  runScript("new_form", [...args, "--home", join(folder, "home")], folder);

const textsOf = (path: string, sheet: string) =>
  readWorkbook(new Uint8Array(readFileSync(path)), path)
    .sheets.find(({ name }) => name === sheet)
    ?.rows.map((row) => row.map((cell) => cell?.text ?? ""));

/** A row of a sheet by the names of its columns. */
const rowOf = (path: string, sheet: string, key: string) => {
  const rows = textsOf(path, sheet) ?? [];
  const header = rows.find((row) => row.includes("form_id")) ?? [];
  const row = rows.find((each) => each.includes(key)) ?? [];
  return Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
};

describe("a file that no form reads", () => {
  let path: string;

  beforeAll(() => {
    const { status, stdout, stderr } = newForm("giam_ngheo.csv", "--id", "poverty");
    expect(status, stderr).toBe(0);
    expect(stderr).toContain("Bản thảo đọc được 6 số");
    path = stdout.trim();
  });

  test("is drafted with the best guesses", () => {
    expect(rowOf(path, "forms", "poverty")).toMatchObject({
      title_vi: "Kết quả giảm nghèo theo tổ dân phố",
      expected_every: "quarter · quý",
      frequency: "quarter · quý",
      totals: "ward · là số của cả phường, xã",
      subject: "giảm nghèo",
    });
    expect(rowOf(path, "form_columns", "so_ho_ngheo")).toMatchObject({
      headers: "Số hộ nghèo",
      type: "count · số đếm, nguyên",
      unit: "households · hộ",
      kind: "stock · có tại thời điểm",
      is_required: "có",
      "Giá trị mẫu": "12 · 7 · 19",
      "Cần xem": "kind: có tại thời điểm?",
    });
    expect(rowOf(path, "form_columns", "ty_le")).toMatchObject({
      unit: "percent · %",
      kind: "ratio · tỷ lệ",
    });
  });

  test("is known by its mark and comes with guidance and lists", () => {
    expect(textsOf(path, "_lechan")?.[0]).toEqual([FORM_MARK]);
    expect(textsOf(path, "Hướng dẫn")?.length).toBeGreaterThan(5);
    expect(textsOf(path, "Danh mục")?.[0]).toContain("form_columns.kind");
  });

  test("is never written over", () => {
    const { status, stderr } = newForm("giam_ngheo.csv", "--id", "poverty");
    expect(status).toBe(2);
    expect(stderr).toContain("use --out");
  });
});

describe("a workbook that was filled in", () => {
  let made: string;
  let taken: string;
  const programme = () => join(folder, "programme");
  const rows = (file: string) =>
    readFileSync(join(programme(), file), "utf8").trimEnd().split(/\r?\n/).slice(1);

  const fill = (name: string, filling: FormFilling, type?: "ods") => {
    const path = join(folder, name);
    writeFileSync(path, filledForm(readFileSync(made), filling, type));
    return path;
  };
  const handIn = (path: string) =>
    newForm("--from", path, "--folder", programme(), "--inbox", join(folder, "inbox"));

  beforeAll(() => {
    cpSync(programmeFolder, programme(), { recursive: true });
    mkdirSync(join(folder, "inbox"));
    cpSync(join(folder, "giam_ngheo.csv"), join(folder, "inbox", "giam_ngheo.csv"));
    made = join(folder, "so.xlsx");
    expect(newForm("giam_ngheo.csv", "--id", "poor_households", "--out", made).status).toBe(0);
    taken = fill("dien.ods", { forms: { "": { agency_id: "culture_society_division" } } }, "ods");
  });

  test("is told all that is wrong, by sheet and cell, and nothing is written", () => {
    const path = fill("sai.xlsx", {
      forms: { "": { agency_id: "phong_la" } },
      form_columns: {
        so_ho_ngheo: { unit: "căn hộ nghèo", kind: "", "Chỉ tiêu": "ENV_WAST" },
        ty_le: { headers: "Họ và tên" },
      },
    });
    const { status, stderr } = handIn(path);
    expect(status).toBe(4);
    for (const cell of ["forms!D6", "form_columns!E7", "form_columns!F7", "form_columns!C8"])
      expect(stderr).toContain(`sai.xlsx · ${cell}: cần`);
    expect(stderr).toContain("gần nhất: ENV_WASTE");
    expect(rows("forms.csv")).toEqual([]);
    expect(rows("form_columns.csv")).toEqual([]);
  });

  test("that would take the sheets of another form is refused with its name", () => {
    const path = fill("bat.xlsx", {
      forms: { "": { form_id: "catcher", agency_id: "ward_police", subject: "nhân khẩu|hộ khẩu" } },
      form_columns: {
        area: { form_id: "catcher" },
        ordinal: { form_id: "catcher" },
        note: { form_id: "catcher" },
        so_ho_ngheo: { form_id: "catcher", headers: "Nhân khẩu thường trú", unit: "people" },
        ty_le: { form_id: "catcher", headers: "Số hộ", unit: "households", kind: "stock" },
      },
    });
    const { status, stderr } = handIn(path);
    expect(stderr).toContain("police_population");
    expect(stderr).toContain("nó cũng hợp với");
    expect(status).toBe(4);
    expect(rows("forms.csv")).toEqual([]);
  });

  test("that can't read its own file is told what it lacks", () => {
    const path = fill("thieu.xlsx", {
      forms: { "": { agency_id: "culture_society_division" } },
      form_columns: { so_ho_ngheo: { headers: "Số lượt xe buýt" } },
    });
    const { status, stderr } = handIn(path);
    expect(stderr).toContain("đọc được tệp mẫu giam_ngheo.csv");
    expect(status).toBe(4);
  });

  test("becomes rows of the programme, once", () => {
    const { status, stderr } = handIn(taken);
    expect(stderr).toContain("Đã nhận biểu poor_households");
    expect(status).toBe(0);
    expect(rows("forms.csv")).toEqual([
      "poor_households,Kết quả giảm nghèo theo tổ dân phố,,culture_society_division,quarter,15,quarter,calendar,zero,missing,ward,giảm nghèo,,,,",
    ]);
    expect(rows("form_columns.csv")).toContain(
      "poor_households,so_ho_ngheo,Số hộ nghèo,count,households,stock,0,,có,,,",
    );
    expect(handIn(taken).stderr).toContain("đã có như thế");
    expect(rows("forms.csv")).toHaveLength(1);
  });

  test("declared otherwise under an id that is there is told so", () => {
    const path = fill("khac.xlsx", {
      forms: { "": { agency_id: "culture_society_division", subject: "hộ nghèo" } },
    });
    const { status, stderr } = handIn(path);
    expect(stderr).toContain("khac.xlsx · forms!A6");
    expect(stderr).toContain("poor_households đã khai khác");
    expect(status).toBe(4);
  });

  test("any other workbook is a usage error", () => {
    expect(handIn(join(folder, "giam_ngheo.csv"))).toMatchObject({ status: 2 });
  });
});

describe("a known form in other words", () => {
  test("becomes questions, not a form", () => {
    const { status, stdout, stderr } = newForm("dan_cu.csv");
    expect(stderr).toContain("gần giống biểu police_population");
    expect(stderr).toContain("data/inbox");
    expect(status).toBe(0);
    expect(textsOf(stdout.trim(), "Câu hỏi")?.flat().join(" ")).toContain(
      "Tổng nhân khẩu quản lý gốc",
    );
    expect(existsSync(join(folder, "home", "bieu_dan_cu.xlsx"))).toBe(false);
  });

  test("is drafted where someone insists", () => {
    const { stdout } = newForm("dan_cu.csv", "--new", "--id", "dan_cu");
    expect(rowOf(stdout.trim(), "forms", "dan_cu")).toMatchObject({
      agency_id: "ward_police · Công an phường",
    });
  });
});

test("a list of people is refused without a word of them", () => {
  const { status, stdout, stderr } = newForm("doan_vien.csv");
  expect(status).toBe(1);
  expect(stderr).toContain("là danh sách, không khai được ở đây");
  expect(stdout + stderr).not.toMatch(/Bí Mật|Kín Đáo|1999|2001/);
});

test.each([
  [[], "cần một tệp"],
  [["nowhere.csv"], "không có tệp này"],
  [["README.md"], "README.md: không phải bảng tính"],
  [["huong_dan.docx"], "huong_dan.docx: không phải bảng tính"],
  [["giam_ngheo.csv", "--id", "My-Form"], "expected an id as my_form"],
  [["giam_ngheo.csv", "--sheet", "T9"], "không có trang T9"],
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
