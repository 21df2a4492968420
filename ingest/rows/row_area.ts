import type { Days } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { maskedText } from "../people/masked_text.ts";
import { MASK, type Problem, problem } from "../problems/problem.ts";
import { areaColumn } from "../recognise/area_column.ts";
import { ANOTHER_WARD, answerTo, asking, NOT_NEEDED } from "./doubt.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** Why a row is read past for the area that it names. */
export type PastRule = "other_ward" | "not_needed";

/** What the area that a row names came to. */
interface RowArea {
  area_id: string | null;
  past: PastRule | null;
}

/** Reads the areas that rows name, and gathers what is in doubt about them. */
export interface RowAreas {
  /** By the programme, else by what people answered. */
  of(text: string, days: Days | null): RowArea;
  /** Remembers a row (0-based) for what is told of its area. */
  note(text: string, row: number, area: RowArea): void;
  /** A question for each unknown text, and one word about rows of other wards. */
  problems(): Problem[];
}

/** Opens the areas of a sheet. */
export function rowAreas(context: SheetContext): RowAreas {
  const { areas, form, columns } = context.match;
  const column = form.keys.area?.column ?? null;
  const { read } = areaColumn(context.match);
  const answers = new Map<string, string | null>();
  const unknown = new Map<string, number[]>();
  const others: number[] = [];
  let ofWards: boolean | undefined;
  const answerOf = (text: string) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(context, "area", column, text);
    answers.set(text, answer);
    return answer;
  };
  const place = (row: number) => placeOf(context, row, columns.get(column ?? ""));
  return {
    of: (text, days) => {
      const area_id = read(text, days);
      if (area_id !== null) return { area_id, past: null };
      const answer = answerOf(text);
      if (answer === "not_needed") return { area_id, past: "not_needed" };
      if (answer === "another_ward") return { area_id, past: "other_ward" };
      if (answer !== null) return { area_id: answer, past: null };
      ofWards ??= isOfWards(context, read);
      return { area_id, past: ofWards || areas.isOtherWard(text, days) ? "other_ward" : null };
    },
    note: (text, row, { area_id, past }) => {
      if (past === "other_ward") others.push(row);
      else if (area_id === null && past === null)
        unknown.set(text, [...(unknown.get(text) ?? []), row]);
    },
    problems: () => [
      ...[...unknown].map(([text, rows]) => areaQuestion(context, text, rows, place)),
      ...others.slice(0, 1).map((row) => {
        const text = context.sheet.rows[row]?.[columns.get(column ?? "") ?? -1]?.text ?? "";
        return problem("other_ward", place(row), shownArea(context, text), {
          count: String(others.length),
        });
      }),
    ],
  };
}

/** Words that begin no name of a person. */
const OF_AREA =
  /^(?:tdp|to dan pho|khu pho|khu dan cu|kp|thon|xom|phuong|thi tran)\b|^(?:to|khu|ban|ap|lang) (?:so )?\d/;

/** In a list of people a name may have slipped in: only what is worded as an area is shown. */
function shownArea({ match }: SheetContext, text: string): string {
  const column = match.form.columns[match.form.keys.area?.column ?? ""];
  return column && !OF_AREA.test(wordKey(text)) ? maskedText(match, column, text) : text;
}

/** The ward is one row among others and none is a neighbourhood of it: the rows are wards. */
function isOfWards(
  { match, title, sheet, table }: SheetContext,
  read: (text: string, days: Days | null) => string | null,
): boolean {
  const { areas, form, columns } = match;
  const days = title.period.ok ? title.period.value : null;
  const column = columns.get(form.keys.area?.column ?? "") ?? -1;
  const texts = table.rows.flatMap(({ index, is_total }) =>
    is_total ? [] : (sheet.rows[index]?.[column]?.text ?? []),
  );
  const ids = new Set(texts.map((text) => read(text, days)));
  return ids.has(areas.ward_id) && !areas.neighbourhoods.some(({ area_id }) => ids.has(area_id));
}

function areaQuestion(
  context: SheetContext,
  text: string,
  rows: readonly number[],
  place: (row: number) => ReturnType<typeof placeOf>,
): Problem {
  const { areas, form } = context.match;
  const words = { count: String(rows.length) };
  const shown = shownArea(context, text);
  if (shown === MASK) return problem("area_in_doubt", place(rows[0] ?? 0), shown, words);
  const nearest = areas.nearest(text).map(({ area_id, name, name_en }) => {
    return { id: area_id, vi: name, en: name_en };
  });
  return asking(context, problem("area_in_doubt", place(rows[0] ?? 0), text, words), {
    kind: "area",
    column: form.keys.area?.column ?? null,
    text,
    samples: [],
    candidates: [...nearest, ANOTHER_WARD, NOT_NEEDED],
  });
}
