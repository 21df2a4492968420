import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadForms } from "../../ingest/forms.ts";
import { planLinks } from "../../ingest/inbox/indicator_links.ts";
import type { LandedRow, LandedTable } from "../../ingest/land/landed.ts";
import { withParquetStore } from "../../ingest/land/parquet.ts";
import { ingest } from "../../ingest/main.ts";
import { loadProgramme } from "../../ingest/programme/programme.ts";
import { wardForms } from "../../ingest/programme/ward_forms.ts";
import { readWorkbook } from "../../ingest/read/read_workbook.ts";
import { draftOf } from "../../scripts/tools/draft/draft.ts";
import { formWorkbook } from "../../scripts/tools/draft/form_workbook.ts";
import { type FormFilling, filledForm } from "../scripts/tools/filled_form.ts";
import {
  adding,
  type Change,
  folderWith,
  setting,
  shipped,
  toldOf,
} from "./programme/decisions.ts";

const WASTE = {
  form_id: "illegal_dumping",
  title_vi: "Điểm rác tự phát",
  title_en: "Illegal dumping",
  agency_id: "economy_infrastructure_division",
  expected_every: "month",
  frequency: "month",
  period_window: "calendar",
  dash_means: "zero",
  empty_means: "missing",
  totals: "ward",
  subject: "rác tự phát",
};
const COLUMNS = [
  { column_id: "area", headers: "Tổ dân phố", type: "area" },
  {
    column_id: "found",
    headers: "Số điểm rác phát hiện",
    type: "count",
    unit: "places",
    kind: "flow",
    minimum: "0",
    is_required: "có",
  },
  {
    column_id: "cleared",
    headers: "Đã xử lý; Số điểm đã dọn [xong]",
    type: "count",
    unit: "places",
    kind: "flow",
    is_subset: "có",
  },
];
const REPORT = (month: number, header = "Tổ dân phố,Số điểm rác phát hiện,Đã xử lý") =>
  `PHÒNG KINH TẾ HẠ TẦNG VÀ ĐÔ THỊ\nBÁO CÁO ĐIỂM RÁC TỰ PHÁT\nTháng ${month}/2026\n${header}\nTổ dân phố số 1,4,3\nTổ dân phố số 2,-,-\nTổng cộng,4,3\n`;

const both =
  (...changes: Change[]): Change =>
  (rows) =>
    changes.reduce((all, change) => change(all), rows);

const declared = (
  form: Record<string, string> = {},
  columns: readonly Record<string, string>[] = COLUMNS,
) =>
  folderWith({
    forms: adding({ ...WASTE, ...form }),
    form_columns: both(
      ...columns.map((column) => adding({ form_id: "illegal_dumping", ...column })),
    ),
  });

let home: string;
let inbox: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ward-forms-"));
  inbox = join(home, "inbox");
  mkdirSync(inbox);
});

afterEach(() => rmSync(home, { recursive: true }));

const run = (programme: string) =>
  ingest({
    inbox: [inbox],
    home,
    programme,
    keyPath: join(home, "person.key"),
    workers: 1,
    now: new Date("2026-12-01T03:00:00Z"),
  });

const landed = <Table extends LandedTable>(table: Table, ...order: string[]) =>
  withParquetStore((parquet) =>
    parquet.read(table, join(home, "landed", table, "*.parquet"), order as never),
  ) as Promise<LandedRow<Table>[]>;

const figures = async () =>
  (await landed("observations", "period_end", "cell")).map(
    ({ form, measure, area_id, period_end, value, cell }) =>
      `${form} ${measure} ${area_id} ${period_end} = ${value} at ${cell}`,
  );

describe("a form of the ward's own", () => {
  test("is read like any other, with what its columns mean", async () => {
    writeFileSync(join(inbox, "rac_T10.csv"), REPORT(10));
    const summary = await run(declared());
    expect(summary).toMatchObject({ files: 1, landed: 1 });
    expect(await figures()).toEqual([
      "illegal_dumping found le_chan_tdp_01 2026-10-31 = 4 at B5",
      "illegal_dumping found le_chan_tdp_02 2026-10-31 = 0 at B6",
      "illegal_dumping found le_chan 2026-10-31 = 4 at B7",
      "illegal_dumping cleared le_chan_tdp_01 2026-10-31 = 3 at C5",
      "illegal_dumping cleared le_chan_tdp_02 2026-10-31 = 0 at C6",
      "illegal_dumping cleared le_chan 2026-10-31 = 3 at C7",
    ]);
    const [form] = (await landed("forms", "form")).filter(({ form }) => form === WASTE.form_id);
    expect(form).toEqual({
      form: "illegal_dumping",
      title_vi: "Điểm rác tự phát",
      title_en: "Illegal dumping",
      agency_id: "economy_infrastructure_division",
      expected_every: "month",
      grace_days: 15,
    });
  });

  test("is known by other wordings of its headers, and by words that the vocabulary lacks", async () => {
    const header = "TDP,SỐ ĐIỂM RÁC ĐÃ PHÁT HIỆN,Số điểm đã dọn xong";
    writeFileSync(join(inbox, "rac_T11.csv"), REPORT(11, header));
    await run(declared());
    expect(await figures()).toContain("illegal_dumping found le_chan_tdp_01 2026-11-30 = 4 at B5");
  });

  test("counts in the reader's version: files that were refused are read once it is there", async () => {
    writeFileSync(join(inbox, "rac_T10.csv"), REPORT(10));
    expect(await run(folderWith())).toMatchObject({ landed: 0, refused: 1 });
    const folder = declared();
    expect(await run(folder)).toMatchObject({ landed: 1, refused: 0, changed: true });
    expect(await run(folder)).toMatchObject({ changed: false });
    expect(await run(folderWith())).toMatchObject({ landed: 0, refused: 1 });
  });

  test("does not take a sheet that speaks of something else", async () => {
    const other = REPORT(10).replace("ĐIỂM RÁC TỰ PHÁT", "CÂY XANH").replace("điểm rác", "cây");
    writeFileSync(join(inbox, "cay.csv"), other);
    expect(await run(declared())).toMatchObject({ landed: 0, refused: 1 });
  });

  test("is a form that lessons may name", async () => {
    const folder = declared();
    const lesson = { lesson_id: "a", kind: "column", form: WASTE.form_id, column_id: "cleared" };
    writeFileSync(
      join(folder, "lessons.csv"),
      `${Object.keys(lesson).join(",")},text,answer,author,decided_on\n${Object.values(lesson).join(",")},Dọn,cleared,Hà,2026-11-01\n`,
    );
    expect(await toldOf(folder)).toEqual([]);
  });
});

describe("a workbook of a form in the inbox", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");

  /** As `npm run new-form` writes it for a report, filled in by another program. */
  async function drafted(programme: string, filling: FormFilling): Promise<Uint8Array> {
    const bytes = new TextEncoder().encode(REPORT(10));
    const name = "rac_T10.csv";
    const { areas, tables } = await loadProgramme(programme);
    const context = { areas, tables, forms: await loadForms(), id: "illegal_dumping" };
    const file = { name, hash: hash(REPORT(10)), bytes, is_ignored: false };
    const made = draftOf(file, readWorkbook(bytes, name).sheets, context);
    if (!made) throw new Error("nothing drafted");
    return filledForm(formWorkbook(made, { file: name, hash: file.hash }, tables), filling);
  }

  const CLEARED = { da_xu_ly: { unit: "places" } };
  const FINISHED = {
    forms: { "": { agency_id: "economy_infrastructure_division" } },
    form_columns: CLEARED,
  };

  test("is taken by the run that finds it, once: what was deleted does not come back", async () => {
    const programme = folderWith();
    writeFileSync(join(inbox, "rac_T10.csv"), REPORT(10));
    writeFileSync(join(inbox, "so khai.xlsx"), await drafted(programme, FINISHED));
    expect(await run(programme)).toMatchObject({ landed: 1, refused: 0, forms_taken: 1 });
    expect((await figures()).length).toBe(6);
    expect(await run(programme)).toMatchObject({ landed: 1, forms_taken: 0, changed: false });
    for (const name of ["forms", "form_columns"])
      writeFileSync(join(programme, `${name}.csv`), `${shipped(name)[0]?.join(",")}\n`);
    expect(await run(programme)).toMatchObject({ landed: 0, refused: 1, forms_taken: 0 });
  });

  test("that is not finished is refused with its cells, and taken once it is", async () => {
    const programme = folderWith();
    writeFileSync(join(inbox, "rac_T10.csv"), REPORT(10));
    const path = join(inbox, "so khai.xlsx");
    writeFileSync(
      path,
      await drafted(programme, { forms: { "": { agency_id: "phong_la" } }, form_columns: CLEARED }),
    );
    const { problems, forms_taken } = await run(programme);
    expect(forms_taken).toBe(0);
    const told = problems.filter(({ file }) => file === "so khai.xlsx");
    expect(told.map(({ rule, sheet, cell }) => [rule, sheet, cell])).toEqual([
      ["form_not_taken", null, null],
      ["not_a_form", "forms", expect.stringMatching(/^D\d$/)],
    ]);
    writeFileSync(path, await drafted(programme, FINISHED));
    expect(await run(programme)).toMatchObject({ landed: 1, refused: 0, forms_taken: 1 });
  });

  test("leaves nothing of its trial behind", async () => {
    const programme = folderWith();
    writeFileSync(join(inbox, "so khai.xlsx"), await drafted(programme, FINISHED));
    await run(programme);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("a declaration is checked", () => {
  test("without forms nothing changes", async () => {
    const { tables } = await loadProgramme(folderWith());
    expect(wardForms(tables)).toEqual([]);
  });

  test("all that is wrong is told at once, by row and column", async () => {
    const form_id = "police_crime";
    const folder = declared({ form_id, agency_id: "phong_la", subject: "báo cáo" }, [
      { form_id, column_id: "Số", headers: "Họ và tên", type: "note" },
      { form_id, column_id: "a", headers: "Số vụ 31/10/2026", type: "count" },
      { form_id, column_id: "b", headers: "Tỷ lệ", type: "number", unit: "percent", kind: "stock" },
      { form_id, column_id: "c", headers: "Tỷ lệ", type: "note", unit: "people" },
      { form_id, column_id: "d", headers: "Địa bàn", type: "area" },
      { form_id, column_id: "e", headers: "Khu vực", type: "area" },
      { form_id: "nowhere", column_id: "f", headers: "Số vụ", type: "hàng" },
    ]);
    const told = (await toldOf(folder)).map((line) => line.replace(/,? thấy.*/, ""));
    expect(told).toEqual([
      "error form_columns.csv · dòng 2 · column_id: cần chữ thường không dấu, chữ số và _, bắt đầu bằng chữ",
      "error form_columns.csv · dòng 2 · headers: cần biểu số liệu; bảng có họ tên, số của từng người là danh sách, không khai ở đây",
      "error form_columns.csv · dòng 3 · kind: cần stock, flow, flow_ytd hoặc ratio, khi type là number hay count",
      "error form_columns.csv · dòng 3 · headers: cần tên cột không ghi ngày, tháng, năm: kỳ đọc từ tiêu đề hoặc tên cột của từng tệp",
      "error form_columns.csv · dòng 3 · unit: cần đơn vị tính của cột số, hoặc một cột unit trong biểu",
      "error form_columns.csv · dòng 3 · is_required: cần có ở ít nhất một cột số: cột mà trang nào của biểu cũng phải có",
      "error form_columns.csv · dòng 4 · kind: cần ratio, khi unit là percent",
      "error form_columns.csv · dòng 5 · unit: cần ô trống, khi type không phải number hay count",
      "error form_columns.csv · dòng 5 · headers: cần tên cột khác với cột b ở dòng 4",
      "error form_columns.csv · dòng 7 · type: cần note hoặc loại khác: cột area đã có ở dòng 6",
      "error form_columns.csv · dòng 8 · type: cần một trong: ordinal, area, period, category, unit, number, count, note (gần nhất: area)",
      "error form_columns.csv · dòng 8 · form_id: cần một trong: police_crime (gần nhất: police_crime) trong forms",
      "error forms.csv · dòng 2 · agency_id: cần một mã đã có (gần nhất: youth_union) trong agencies",
      "error forms.csv · dòng 2 · form_id: cần mã khác với các biểu có sẵn",
      'error forms.csv · dòng 2 · subject: cần từ riêng của biểu; "báo cáo" thì bảng nào cũng có',
    ]);
  });

  test("an indicator names columns of figures that the form has", async () => {
    const folder = folderWith({
      forms: adding(WASTE),
      form_columns: both(...COLUMNS.map((column) => adding({ form_id: WASTE.form_id, ...column }))),
      indicators: both(
        setting("ENV_WASTE", "numerator_form", WASTE.form_id),
        setting("ENV_WASTE", "numerator_measures", "cleard"),
        setting("ENV_WASTE", "denominator_form", WASTE.form_id),
        setting("ENV_WASTE", "denominator_measures", "found|-cleared"),
      ),
    });
    expect(await toldOf(folder)).toEqual([
      'error indicators.csv · dòng 8 · numerator_measures: cần các cột số của biểu illegal_dumping: found, cleared, thấy "cleard" · expected columns of figures of illegal_dumping: found, cleared, found "cleard"',
    ]);
  });
});

describe("links to indicators", () => {
  const link = (indicator: string, role: string, column_id = "found") => ({
    ...{ form_id: WASTE.form_id, column_id, indicator, role, cell: "N6" },
  });
  const planned = async (...links: ReturnType<typeof link>[]) => {
    const { tables } = await loadProgramme(declared());
    const [form] = wardForms(tables);
    if (!form) throw new Error("no form");
    return planLinks(links, form, tables);
  };

  test("fill the empty cells of a row, several columns together", async () => {
    const { cells, told } = await planned(
      link("ENV_WASTE", "mẫu số"),
      link("ENV_WASTE · Chất thải rắn sinh hoạt được thu gom", "tử số", "cleared"),
      link("Chất thải rắn sinh hoạt được thu gom", "tử số"),
    );
    expect(told).toEqual([]);
    expect(cells.map(({ column, text }) => `${column} ${text}`)).toEqual([
      "denominator_form illegal_dumping",
      "denominator_measures found",
      "numerator_form illegal_dumping",
      "numerator_measures cleared|found",
    ]);
  });

  test("tell a numerator without its denominator, and a value or a count need none", async () => {
    const { told } = await planned(link("ENV_WASTE", "tử số"));
    expect(told.map(({ cell, vi }) => `${cell} ${vi}`)).toEqual([
      "N6 cột nào là mẫu số của ENV_WASTE: một cột “Dùng làm” là mẫu số, nếu không chỉ tiêu chưa tính được",
    ]);
    expect((await planned(link("ENV_WASTE", "giá trị"))).told).toEqual([]);
  });

  test.each([
    ["no indicator", link("ENV_WAST", "tử số"), "gần nhất: ENV_WASTE"],
    ["no figures", link("ENV_WASTE", "tử số", "area"), "chỉ tiêu chỉ ở cột số"],
    ["no role", link("ENV_WASTE", ""), "tử số, mẫu số, giá trị"],
    ["what is filled already", link("HI_COVERAGE", "tử số"), "đang là health_insurance_summary"],
    ["another unit", link("HERITAGE_EVENTS", "giá trị"), "một cột tính bằng events"],
  ])("are told where there is %s", async (_, wrong, words) => {
    const { cells, told } = await planned(wrong);
    expect(cells).toEqual([]);
    expect(told.map(({ vi }) => vi).join()).toContain(words);
  });
});
