import type { Form } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import { isPartTotal } from "../parse/part_total.ts";
import type { Candidate, Question, QuestionKind } from "../problems/question.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { Sheet } from "../read/grid.ts";
import type { SheetView, Try } from "./match.ts";
import { isTotalLabel } from "./row_rules.ts";

/** The types of columns of which a whole table may be one: of one category, in one unit, of one area. */
const KINDS: Readonly<Record<string, QuestionKind>> = {
  category: "category",
  unit: "unit",
  area: "area",
};

/** What is asked of the whole table, for each column of these that a form lacks. */
export function saidQuestions(
  { form, missing }: Try,
  { heading, catalogue }: SheetView,
): Question[] {
  return lackingIds(form, missing).map(([column, kind]) => {
    const candidates = candidatesOf(form, kind, catalogue.areas);
    return { kind, form: form.id, column, text: heading, samples: [], candidates };
  });
}

function lackingIds(form: Form, missing: readonly string[][]): [string, QuestionKind][] {
  return missing.flatMap(([id = "", ...others]): [string, QuestionKind][] => {
    const kind = KINDS[form.columns[id]?.type ?? ""];
    return kind && others.length === 0 ? [[id, kind]] : [];
  });
}

/** Units that published tables are in, as they are written. */
const UNITS: Readonly<Record<string, string>> = {
  percent: "%",
  people: "người",
  cases: "vụ",
  units: "căn",
  households: "hộ",
  hectares: "ha",
};

/** Areas of whole tables besides the ward. */
const AREAS = ["cả nước", "toàn thành phố"];

function candidatesOf(
  form: Form,
  kind: QuestionKind,
  areas: SheetView["catalogue"]["areas"],
): Candidate[] {
  if (kind === "unit") return Object.entries(UNITS).map(([id, vi]) => ({ id, vi, en: id }));
  if (kind === "area")
    return AREAS.flatMap((vi) => {
      const id = areas.read(vi, null);
      return id === null ? [] : { id, vi, en: id };
    });
  return Object.entries(form.keys.category?.known ?? {}).map(([id, { texts }]) => {
    return { id, vi: texts[0] ?? id, en: id.replaceAll("_", " ") };
  });
}

/** The sheet with what people have said of the whole of it, each in a column behind the others; null where nobody has. */
export function saidSheet(tries: readonly Try[], view: SheetView): Sheet | null {
  for (const { form, missing, header } of tries) {
    const said = lackingIds(form, missing).flatMap(([column, kind]) => {
      const text = saidText(form, column, kind, view);
      return text === null ? [] : { column, text };
    });
    if (said.length > 0) return withColumns(form, header, said, view);
  }
  return null;
}

function saidText(form: Form, column: string, kind: QuestionKind, view: SheetView): string | null {
  const { heading, file, sheet, catalogue } = view;
  const asked = { kind, form: form.id, column, text: heading, file, sheet: sheet.name };
  const answer = catalogue.lessons.answer(asked);
  if (answer === null || answer === NOT_NEEDED.id) return null;
  if (kind === "unit") return UNITS[answer] ?? answer;
  if (kind === "area")
    return AREAS.find((text) => catalogue.areas.read(text, null) === answer) ?? null;
  return form.keys.category?.known?.[answer]?.texts[0] ?? answer;
}

function withColumns(
  form: Form,
  { bottom }: Try["header"],
  said: readonly { column: string; text: string }[],
  { sheet, catalogue }: SheetView,
): Sheet {
  const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
  const rows = sheet.rows.map((row, index) => {
    const isHeader = index === bottom;
    if (!isHeader && (index < bottom || !isRecord(row))) return row;
    const cells = said.map(({ column, text }) =>
      textCell(isHeader ? headerOf(form, column) : text),
    );
    return [...Array.from({ length: width }, (_, at) => row[at] ?? null), ...cells];
  });
  return { ...sheet, rows };

  function isRecord(row: Sheet["rows"][number]): boolean {
    const texts = row.flatMap((cell) => cell?.text ?? []);
    const isSum = texts.some((text) => isTotalLabel(text, catalogue.areas) || isPartTotal(text));
    return !isSum && texts.length > 1 && texts.some((text) => /\d/.test(text));
  }
}

/** The header as declared, without what may be left out. */
function headerOf(form: Form, column: string): string {
  const [header = column] = form.columns[column]?.headers ?? [];
  const said =
    header
      .replace(/\[[^\]]*\]/g, " ")
      .split("|")
      .at(-1) ?? header;
  return said.replace(/\s+/g, " ").trim();
}

function textCell(text: string): Cell {
  return { type: "text", text };
}
