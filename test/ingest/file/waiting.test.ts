import { expect, test } from "vitest";
import type { InboxFile } from "../../../ingest/file/file_input.ts";
import { readSheets } from "../../../ingest/file/read_sheets.ts";
import { loadForms } from "../../../ingest/forms.ts";
import type { Asked } from "../../../ingest/lessons.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { sheetOf } from "../grid.ts";

const words = catalogue(await loadForms(), await loadAreas());
const HEADER = "Tổ dân phố|Số hộ|Nhân khẩu thường trú|Tạm trú";

/** What became of sheets of people by neighbourhood, each given by its lines above. */
function outcomes(
  titles: readonly string[],
  answer: (asked: Asked) => string | null = () => null,
  file: Partial<InboxFile> = {},
) {
  const sheets = titles.map((title, at) => ({
    ...sheetOf([`${title}|`, HEADER, "Tổ 1|5|6|7"], `S${at}`),
    is_hidden: false,
  }));
  const asked: InboxFile = {
    ...{ name: "a.xlsx", hash: "h", bytes: new Uint8Array(), is_ignored: false },
    ...file,
  };
  const workbook = { format: "xlsx" as const, encoding: null, sheets, notes: [] };
  const tools = {
    catalogue: words,
    personKey: () => new Uint8Array(),
    log: () => {},
    lessons: { answer },
  };
  const read = readSheets(workbook, asked, tools);
  if ("refusal" in read) return { refusal: read.refusal };
  return {
    rows: read.outcomes.map(({ sheet_row: { rows_landed, rows_rejected, rows_ignored } }) =>
      [rows_landed, rows_rejected, rows_ignored].join(" "),
    ),
    problems: read.outcomes.flatMap(({ extracted }) => extracted.problems),
  };
}

test("a sheet in doubt of its period waits, the others land", () => {
  const { rows, problems } = outcomes(["Tháng 10/2026", "Tháng 9, 10 năm 2026"]);
  expect(rows).toEqual(["1 0 2", "0 1 2"]);
  expect(problems).toMatchObject([
    {
      rule: "period_in_doubt",
      sheet: "S1",
      question: { kind: "period", text: "Tháng 9, 10 năm 2026" },
    },
  ]);
});

test("a file all of whose sheets wait is refused, with the question", () => {
  expect(outcomes(["Tháng 9, 10 năm 2026"]).refusal).toMatchObject({
    rule: "period_in_doubt",
    question: { kind: "period", text: "Tháng 9, 10 năm 2026" },
  });
});

test("an answer about the period lands the sheet", () => {
  const answer = ({ kind }: Asked) => (kind === "period" ? "Tháng 10/2026" : null);
  expect(outcomes(["Tháng 9, 10 năm 2026"], answer).rows).toEqual(["1 0 2"]);
});

test("a sheet of another ward is asked about; answers take it or pass it by", () => {
  const title = "PHƯỜNG HẢI AN - Tháng 10/2026";
  expect(outcomes([title]).refusal).toMatchObject({
    rule: "another_ward",
    question: { kind: "area", text: "PHƯỜNG HẢI AN", candidates: [{}, { id: "another_ward" }] },
  });
  const { ward_id } = words.areas;
  expect(outcomes([title], ({ kind }) => (kind === "area" ? ward_id : null)).rows).toEqual([
    "1 0 2",
  ]);
  expect(outcomes([title], ({ kind }) => (kind === "area" ? "another_ward" : null)).rows).toEqual([
    "0 0 3",
  ]);
});

test("a period of the file's name is told, one after the file came in is asked about", () => {
  const { problems, rows } = outcomes(["DÂN CƯ"], undefined, { name: "dan cu T10.2026.xlsx" });
  expect({ rows, rules: problems?.map(({ rule }) => rule) }).toEqual({
    rows: ["1 0 2"],
    rules: ["period_from_name"],
  });
  const file = { received_on: "2026-10-20" };
  expect(outcomes(["Tháng 10/2026"], undefined, file).refusal?.rule).toBe("period_in_doubt");
});

test("what speaks against the one period that it may be is told", () => {
  const told = (title: string, file: Partial<InboxFile> = {}) =>
    outcomes([title], undefined, file).refusal?.message_vi;
  expect(told("Tháng 10/2026", { received_on: "2026-10-20" })).toContain(
    "(Tháng 10/2026; kỳ này chưa hết vào ngày của văn bản hoặc ngày nhận tệp, 20/10/2026)",
  );
  expect(told("Tháng 10/2026", { name: "dan cu T9.2026.xlsx" })).toContain(
    "tên trang tính hoặc tên tệp nói kỳ khác",
  );
  expect(told("Tháng 9, 10 năm 2026")).toContain("tiêu đề viết chưa rõ");
});
