import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { HeaderCell } from "../recognise/header.ts";
import type { TableRow } from "../recognise/locate.ts";
import { titleContent } from "../recognise/title_content.ts";
import { answerTo, CONFIRM } from "./doubt.ts";
import { heldProblem, isAmbiguous } from "./held.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";
import { STRUCK, struckReader } from "./struck_rows.ts";

/** Rows of a list that do not count, by their own words or those of the heading above them. */
export interface HeldPeople {
  /** `not_counted`: it says so; `rejected`: it may not count. */
  of(row: TableRow): "not_counted" | "rejected" | null;
  problems(): Problem[];
}

/** Who is said to be this does not count. */
const GONE: readonly string[] = [
  "not",
  "stopped",
  "expired",
  "dropped",
  "decrease",
  "death",
  "moved_away",
  "plan",
  "forecast",
];
/** Said beside it, this changes nothing. */
const BESIDE: readonly string[] = [
  "participate",
  "card",
  "health_insurance",
  "social_insurance",
  "contract_of_work",
  "reason",
  "to",
  "compulsory",
  "voluntary",
  "compulsory voluntary",
  "period",
  "on_date",
  "labour_force",
  "start",
];
/** Columns that say of a person whether he counts. */
const STATUS: readonly string[] = [
  "decision",
  "note",
  "reason",
  "participate",
  "death",
  "moved_away",
  "to",
];

/** Opens what of a list does not count. */
export function heldPeople(context: SheetContext): HeldPeople {
  const gone: number[] = [];
  const held = new Map<string, number[]>();
  const isGone = goneReader(context);
  const headingOf = headingReader(context, isGone);
  const cellsOf = statusReader(context);
  const isStruck = struckReader(context);
  const ofStruck = (row: TableRow): Heading => {
    return { heading: STRUCK, fate: fateOf(context, STRUCK, isStruck(row.index)) };
  };
  return {
    of: (row) => {
      const struck = ofStruck(row);
      const { heading, fate } = struck.fate === null ? headingOf(row) : struck;
      if (fate === "rejected" && heading !== null)
        held.set(heading, [...(held.get(heading) ?? []), row.index]);
      if (fate === "rejected") return fate;
      const isOut = fate === "not_counted" || cellsOf(row.index).some((text) => isGone(text));
      if (isOut) gone.push(row.index);
      return isOut ? "not_counted" : null;
    },
    problems: () => [
      ...gone.slice(0, 1).map((row) => {
        const words = { count: String(gone.length) };
        return problem("person_not_counted", placeOf(context, row, undefined), null, words);
      }),
      ...[...held].map(([text, rows]) => heldProblem(context, text, rows)),
    ],
  };
}

/** Whether a text says that somebody does not count, and nothing that changes it. */
function goneReader({ match: { words, form } }: SheetContext): (text: string) => boolean {
  const out = form.records?.sections ? ["dropped"] : GONE;
  return memoisedText((text) => {
    if (!/\p{L}{2}/u.test(text)) return false;
    if (out === GONE && NO.test(wordKey(text))) return true;
    const terms = words
      .parts(text)
      .filter(({ is_sure, text: said }) => is_sure && !isAmbiguous(said))
      .flatMap((part) => part.terms);
    const meant = terms.filter((term) => !words.isNeutral(term));
    const isOnly = meant.every((term) => out.includes(term) || BESIDE.includes(term));
    return isOnly && meant.some((term) => out.includes(term));
  });
}

const NO = /^(?:khong|ko|k|chua)$/;

interface Heading {
  heading: string | null;
  fate: "not_counted" | "rejected" | null;
}

/** What becomes of people to whom words apply, as it was answered; held until then. */
function fateOf(context: SheetContext, text: string, isSo: boolean): Heading["fate"] {
  if (!isSo) return null;
  const answer = answerTo(context, "choice", null, text);
  if (answer === CONFIRM.id) return null;
  return answer === NOT_NEEDED.id ? "not_counted" : "rejected";
}

/** What the headings above a row say of it: a declared section speaks for itself, with no words beside. */
function headingReader(
  context: SheetContext,
  isGone: (text: string) => boolean,
): (row: TableRow) => Heading {
  const { match } = context;
  const isSectioned = match.form.records?.sections !== undefined;
  const fateOf = memoisedText((text): Heading["fate"] => {
    const answer = answerTo(context, "choice", null, text);
    if (answer === CONFIRM.id) return null;
    if (answer === NOT_NEEDED.id) return "not_counted";
    const said = match.words.read(text).meanings.flat();
    if (isSectioned) return isStrange(text, said) ? "rejected" : null;
    if (isGone(text)) return "not_counted";
    return said.some((term) => GONE.includes(term)) ? "rejected" : null;
  });
  const isName = (text: string) => match.words.read(text).unknown.length > 0;
  const isStrange = (text: string, said: readonly string[]) =>
    (titleContent([text], match, match).length > 0 && !isName(text)) ||
    said.some((term) => match.words.isExcluding(term) && !match.title_allowed.has(term));
  return ({ headings = [] }) => {
    for (const text of headings) {
      const fate = fateOf(text);
      if (fate !== null) return { heading: text, fate };
    }
    return { heading: null, fate: null };
  };
}

/** A function that gives what the columns of status, remark and card say of a row; a blank among marks says no. */
function statusReader({ match, sheet, table }: SheetContext): (row: number) => string[] {
  const { columns, unknown, words } = match;
  const headed = (terms: readonly string[]) =>
    unknown.filter((cell) => meantBy(cell, words).some((term) => terms.includes(term)));
  const textAt = (row: number, { column }: { column: number }) =>
    sheet.rows[row]?.[column]?.text ?? null;
  const own = OWN_STATUS.flatMap((id) => columns.get(id) ?? []).map((column) => ({ column }));
  const others = headed(STATUS);
  const marked = others.filter((cell) =>
    areMarks(table.rows.map(({ index }) => textAt(index, cell) ?? "")),
  );
  const departures = headed(DEPARTED);
  return (row) => [
    ...[...own, ...others].flatMap((cell) => textAt(row, cell) ?? []),
    ...marked.flatMap((cell) => (textAt(row, cell) === null ? "không tham gia" : [])),
    ...departures.flatMap((cell) => (textAt(row, cell) === null ? [] : "đã chết")),
  ];
}

/** Columns of the form that say so too, by their ids. */
const OWN_STATUS: readonly string[] = ["note", "card", "validity"];
const DEPARTED: readonly string[] = ["death", "moved_away"];

function meantBy({ texts }: HeaderCell, words: SheetContext["match"]["words"]): string[] {
  return texts.flatMap((text) => words.read(text).meanings.flat());
}

const MARK = /^(?:x|v|co|1|roi|da tham gia|tham gia)$/;

/** Marks in some rows, and nothing or a no in the others. */
function areMarks(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text.trim() !== "").map(wordKey);
  return said.some((key) => MARK.test(key)) && said.every((key) => MARK.test(key) || NO.test(key));
}
