import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LandedRow, LandedTable } from "../../ingest/land/landed.ts";
import { withParquetStore } from "../../ingest/land/parquet.ts";
import { ingest } from "../../ingest/main.ts";
import { QUESTION_SHEETS } from "../../ingest/problems/questions_workbook.ts";
import { readProgramme } from "../../ingest/programme/programme.ts";
import { loadProgrammeFiles } from "../../ingest/programme/programme_files.ts";
import { programmeWorkbook } from "../../scripts/tools/programme_workbook.ts";
import { askedWorkbook, type Filling, filledQuestions } from "./filled_questions.ts";
import { folderWith } from "./programme/decisions.ts";

let home: string;
let inbox: string;
let programme: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "questions-"));
  inbox = join(home, "inbox");
  programme = folderWith();
  mkdirSync(inbox);
});

afterEach(() => rmSync(home, { recursive: true }));

const run = (day = "2026-11-20") =>
  ingest({
    inbox: [inbox],
    home,
    programme,
    keyPath: join(home, "person.key"),
    workers: 1,
    now: new Date(`${day}T03:00:00Z`),
  });

const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(inbox, name), content);

const landed = <Table extends LandedTable>(table: Table, ...order: string[]) =>
  withParquetStore((parquet) =>
    parquet.read(table, join(home, "landed", table, "*.parquet"), order as never),
  ) as Promise<LandedRow<Table>[]>;

const crime = (month: number, header: string, ...rows: string[]) =>
  `TÌNH HÌNH TỘI PHẠM\nTháng ${month}/2026\n${header}\n${rows.join("\n")}\n`;

const HEADER = "Loại tội phạm,Số vụ xảy ra";
const lessons = () => readFileSync(join(programme, "lessons.csv"), "utf8").trimEnd().split(/\r?\n/);

const figures = async () =>
  (await landed("observations", "period_end", "measure", "category")).map(
    ({ measure, category, period_end, value }) =>
      `${measure}/${category} ${period_end.slice(0, 7)} = ${value}`,
  );

const isNoAnswer = ({ rule }: { rule: string }) => rule === "not_an_answer";

/** The day on which a file of the inbox came in. */
function cameOn(name: string, day: string): void {
  const at = new Date(`${day}T03:00:00Z`);
  utimesSync(join(inbox, name), at, at);
}

/** What is answered to the questions of now, dropped into the inbox under a name. */
async function answer(name: string, fillings: Readonly<Record<string, Filling>>, type?: "ods") {
  put(name, filledQuestions(await askedWorkbook(home), fillings, type));
}

describe("the way of a question", () => {
  beforeEach(async () => {
    put("T9.csv", crime(9, HEADER, "Mất cắp xe máy,4"));
    put("T10.csv", crime(10, HEADER, "Mất cắp xe máy,7", "Giết người,0"));
    const { questions } = await run();
    expect(questions).toBe(1);
  });

  test("is landed with its place and candidates, the same from every file", async () => {
    const asked = await landed("questions", "file_hash");
    expect(new Set(asked.map(({ question_id }) => question_id)).size).toBe(1);
    expect(asked[0]).toMatchObject({
      kind: "category",
      form: "police_crime",
      column_id: "category",
      sheet: "CSV",
      cell: "A4",
      text: "Mất cắp xe máy",
      question_vi:
        "Dòng “Mất cắp xe máy” thuộc nhóm nào của biểu “Tình hình tội phạm và vi phạm pháp luật”?",
    });
    expect(JSON.parse(asked[0]?.candidates ?? "[]")).toContainEqual({
      id: "theft",
      vi: "Trộm cắp tài sản",
      en: "theft",
    });
  });

  test("answered in the inbox it becomes a lesson that the same run uses for all files", async () => {
    await answer("tra loi.xlsx", {
      "Mất cắp xe máy": { answer: "Trộm cắp tài sản", author: "Chị Hà", reason: "hỏi công an" },
    });
    const summary = await run();
    expect(summary).toMatchObject({ lessons_learned: 1, lessons_replaced: 0, questions: 0 });
    expect(summary).toMatchObject({ files: 3, landed: 2, refused: 0, ignored: 1 });
    expect(await figures()).toEqual([
      "cases/theft 2026-09 = 4",
      "cases/murder 2026-10 = 0",
      "cases/theft 2026-10 = 7",
    ]);
    expect(lessons()[1]).toMatch(
      /^[0-9a-f]{12},category,police_crime,category,Mất cắp xe máy,,,theft,Chị Hà,2026-11-20,hỏi công an$/,
    );
    expect(await landed("applied_lessons", "file_hash")).toHaveLength(2);
    const [book] = (await landed("files", "file_name")).filter(
      ({ status }) => status === "ignored",
    );
    expect(book?.message_vi).toBe("sổ câu hỏi, 1 câu đã trả lời");
  });

  test("saved by another program under any name it is known by its mark", async () => {
    await answer(
      "Bao cao thang 10.ods",
      {
        "Mất cắp xe máy": { answer: "theft", author: "Chị Hà", day: "05/11/2026" },
      },
      "ods",
    );
    expect(await run()).toMatchObject({ lessons_learned: 1, refused: 0, ignored: 1 });
    expect(lessons()[1]).toContain(",theft,Chị Hà,2026-11-05,");
  });

  test("dropped again it changes nothing, also on another day", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    await run();
    const before = lessons();
    copyFileSync(join(inbox, "a.xlsx"), join(inbox, "b.xlsx"));
    rmSync(join(inbox, "a.xlsx"));
    expect(await run("2026-11-25")).toMatchObject({ lessons_learned: 0, lessons_replaced: 0 });
    rmSync(join(home, "landed"), { recursive: true });
    expect(await run("2026-11-26")).toMatchObject({ lessons_learned: 0, lessons_replaced: 0 });
    expect(lessons()).toEqual(before);
    expect(await run("2026-11-27")).toMatchObject({ changed: false });
  });

  test("answered anew the newer answer holds, and it is said", async () => {
    const asked = await askedWorkbook(home);
    const fill = (answered: string) =>
      filledQuestions(asked, { "Mất cắp xe máy": { answer: answered, author: "Chị Hà" } });
    put("1.xlsx", fill("theft"));
    await run("2026-11-20");
    put("2.xlsx", fill("Cướp tài sản"));
    expect(await run("2026-11-21")).toMatchObject({ lessons_learned: 0, lessons_replaced: 1 });
    expect(lessons()).toHaveLength(2);
    expect(await figures()).toContain("cases/robbery 2026-10 = 7");
  });

  test("a lesson taken out of the file is withdrawn, though its workbook lies there still", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    await run();
    writeFileSync(join(programme, "lessons.csv"), `${lessons()[0]}\n`);
    expect(await run()).toMatchObject({ questions: 1, lessons_learned: 0 });
    expect(lessons()).toHaveLength(1);
    expect(await figures()).toEqual(["cases/murder 2026-10 = 0"]);
  });

  test("for one file only it leaves the others as they were", async () => {
    await answer("a.xlsx", {
      "Mất cắp xe máy": { answer: "theft", scope: "chỉ tệp này", author: "Chị Hà" },
    });
    expect(await run()).toMatchObject({ lessons_learned: 1, questions: 1 });
    expect(await figures()).toEqual(["cases/murder 2026-10 = 0", "cases/theft 2026-10 = 7"]);
  });

  test("what is not needed is read past by that rule", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "không cần", author: "Chị Hà" } });
    expect(await run()).toMatchObject({ questions: 0, rows_rejected: 0 });
    const sheets = await landed("sheets", "rows_read");
    expect(sheets.map(({ ignored_by_rule }) => JSON.parse(ignored_by_rule).not_needed)).toEqual([
      1, 1,
    ]);
  });

  test.each([
    ["an answer that is none of the choices", { answer: "Cháy nổ", author: "Chị Hà" }, "I9"],
    ["a scope that is none", { answer: "theft", scope: "tệp khác", author: "Chị Hà" }, "J9"],
    ["a day that is none", { answer: "theft", day: "31/02/2026", author: "Chị Hà" }, "M9"],
    ["nobody who answers", { answer: "theft" }, "K9"],
  ])("%s is told at its cell, and the question stays", async (_, filling, cell) => {
    await answer("a.xlsx", { "Mất cắp xe máy": filling });
    const summary = await run();
    expect(summary).toMatchObject({ lessons_learned: 0, questions: 1 });
    const told = summary.problems.filter(({ rule }) => rule === "not_an_answer");
    expect(told.map(({ file, sheet, cell }) => `${file} ${sheet}!${cell}`)).toEqual([
      `a.xlsx Câu hỏi!${cell}`,
    ]);
    expect(lessons()).toHaveLength(1);
  });

  test("what was answered elsewhere since is no longer told, what is newer than the answer is", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "Cháy nổ", author: "Chị Hà" } });
    cameOn("a.xlsx", "2026-11-20");
    expect((await run()).problems.filter(isNoAnswer)).toHaveLength(1);
    await answer("b.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    const summary = await run("2026-11-20");
    expect(summary).toMatchObject({ lessons_learned: 1, questions: 0 });
    expect(summary.problems.filter(isNoAnswer)).toEqual([]);
    copyFileSync(join(inbox, "a.xlsx"), join(inbox, "c.xlsx"));
    rmSync(join(inbox, "a.xlsx"));
    cameOn("c.xlsx", "2026-11-22");
    rmSync(join(home, "landed"), { recursive: true });
    expect((await run("2026-11-22")).problems.filter(isNoAnswer)).toHaveLength(1);
  });

  test("a workbook alone teaches nothing: what nobody asks has no answer", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    rmSync(join(inbox, "T9.csv"));
    rmSync(join(inbox, "T10.csv"));
    rmSync(join(home, "landed"), { recursive: true });
    expect(await run()).toMatchObject({ lessons_learned: 0, answers_unasked: 1 });
    expect(lessons()).toHaveLength(1);
  });

  test("a workbook whose hidden sheet was changed teaches nothing else", async () => {
    const book = read(await askedWorkbook(home));
    const ids = book.Sheets[QUESTION_SHEETS.ids] ?? {};
    utils.sheet_add_aoa(ids, [["value", "police_crime", "cases", "", "5", "{"]], { origin: "D3" });
    const changed = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
    put("a.xlsx", filledQuestions(changed, { "Mất cắp xe máy": { answer: "12", author: "A" } }));
    expect(await run()).toMatchObject({ lessons_learned: 0, answers_unasked: 1, refused: 0 });
  });

  test("rows without an answer stay questions", async () => {
    await answer("a.xlsx", {});
    expect(await run()).toMatchObject({ lessons_learned: 0, questions: 1, ignored: 1 });
  });

  test("with the programme in one workbook the answers stand beside its sheet, and take its place", async () => {
    const { programme: shipped } = await readProgramme(programme);
    const book = programmeWorkbook(await loadProgrammeFiles(), shipped);
    rmSync(programme, { recursive: true });
    mkdirSync(programme);
    writeFileSync(join(programme, "chuong trinh.xlsx"), book);
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    expect(await run()).toMatchObject({ lessons_learned: 1, questions: 0 });
    const { programme: taught, findings } = await readProgramme(programme);
    expect(findings).toEqual([]);
    rmSync(join(programme, "lessons.csv"));
    const whole = programmeWorkbook(await loadProgrammeFiles(), taught);
    writeFileSync(join(programme, "chuong trinh.xlsx"), whole);
    expect(await run()).toMatchObject({ questions: 0, lessons_learned: 0 });
    put(
      "b.xlsx",
      filledQuestions(readFileSync(join(inbox, "a.xlsx")), {
        "Mất cắp xe máy": { answer: "Cướp tài sản", author: "Chị Hà" },
      }),
    );
    expect(await run("2026-11-21")).toMatchObject({ lessons_replaced: 1 });
    expect(lessons()).toHaveLength(2);
    expect(await figures()).toContain("cases/robbery 2026-10 = 7");
  });

  test("where the lessons can't be written it is said, and tried again", async () => {
    await answer("a.xlsx", { "Mất cắp xe máy": { answer: "theft", author: "Chị Hà" } });
    rmSync(join(programme, "lessons.csv"));
    mkdirSync(join(programme, "lessons.csv"));
    const summary = await run();
    expect(summary).toMatchObject({ lessons_learned: 0, questions: 1, refused: 1 });
    const [told] = summary.problems.filter(({ rule }) => rule === "lessons_not_kept");
    expect(told?.message_en).toContain(join(programme, "lessons.csv"));
    rmSync(join(programme, "lessons.csv"), { recursive: true });
    expect(await run()).toMatchObject({ lessons_learned: 1, questions: 0, refused: 0 });
  });
});

test("a header that is nearly a column's is asked about, and taught", async () => {
  put("T10.csv", crime(10, `${HEADER},Số vụ khám phá nhanh gọn`, "Trộm cắp,7,5"));
  expect(await run()).toMatchObject({ questions: 1, rows_landed: 1 });
  await answer("a.xlsx", {
    "Số vụ khám phá nhanh gọn": { answer: "Số vụ khám phá", author: "Chị Hà" },
  });
  expect(await run()).toMatchObject({ questions: 0, lessons_learned: 1 });
  expect(await figures()).toEqual(["cases/theft 2026-10 = 7", "cleared/theft 2026-10 = 5"]);
});

test("nothing of a person is in a question about a list of people", async () => {
  const rows = [
    "DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ ĐẾN NGÀY 31/10/2026",
    "Họ và tên,Mã thẻ BHYT,Ngày sinh lạ,Số CCCD mơ hồ",
    "Nguyễn Văn An,DN4310100000001,12/03/1956,031056000001",
  ];
  put("danh sach.csv", `${rows.join("\n")}\n`);
  await run();
  const asked = await landed("questions", "cell");
  expect(asked.length).toBeGreaterThan(0);
  expect(JSON.stringify(asked)).not.toMatch(/Nguyễn|12\/03\/1956|031056000001|0100000001/);
});

test("the same questions give the same workbook", async () => {
  put("T10.csv", crime(10, HEADER, "Mất cắp xe máy,7", "Hành vi lạ,1"));
  await run();
  const [first, second] = [await askedWorkbook(home), await askedWorkbook(home)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
