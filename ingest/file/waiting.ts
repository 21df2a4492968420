import { NO_LESSONS } from "../lessons.ts";
import { type Problem, type ProblemPlace, placeInFile, problem } from "../problems/problem.ts";
import { NOT_NEEDED, type Question } from "../problems/question.ts";
import { answerTo } from "../rows/doubt.ts";
import { heldProblem } from "../rows/held.ts";
import { openLimits } from "../rows/limited_columns.ts";
import { hasRowsOfAreas, isOfOther, isOfWider } from "../rows/said_area.ts";
import type { SheetContext } from "../rows/sheet_context.ts";
import { columnDoubts } from "./column_problems.ts";
import type { ReaderTools } from "./file_input.ts";
import { lacksPeriod } from "./read_sheet.ts";

/** What a sheet waits for: an answer, or nothing any more, for it is of another ward or not needed. */
export type Waiting = { problem: Problem } | { rule: "other_ward" | "not_needed" };

/** Why a recognised sheet can't be read before somebody has answered; null where it can. */
export function waitingOf(context: SheetContext, tools: ReaderTools): Waiting | null {
  return (
    otherWardOf(context, tools) ??
    oneNeighbourhoodOf(context, tools) ??
    limitedBy(context) ??
    (lacksPeriod(context) ? undated(context) : lackingColumn(context))
  );
}

/** A sheet whose lines name another ward, or none at all, is ours only if somebody says so. */
function otherWardOf(context: SheetContext, { lessons = NO_LESSONS }: ReaderTools): Waiting | null {
  const { title, match, table, file, sheet } = context;
  if (table.rows.length === 0) return null;
  const text =
    title.other_ward ??
    (isOfWider(context) ? title.wider_area : null) ??
    (isOfOther(context) ? (title.title ?? file) : null);
  if (text === null) return null;
  const { ward_id } = match.areas;
  const about = { kind: "area", form: match.form.id, column: null, text } as const;
  const answer = lessons.answer({ ...about, file, sheet: sheet.name });
  if (answer === ward_id) return null;
  if (answer === "another_ward") return { rule: "other_ward" };
  const candidates = [
    { id: ward_id, vi: "địa phương mình", en: "our own ward" },
    { id: "another_ward", vi: "địa phương khác", en: "another ward" },
  ];
  const question: Question = { ...about, samples: [], candidates };
  return { problem: { ...problem("another_ward", placeOf(context), text), question } };
}

/** Remarks that limit all figures: these land only if somebody says of each that they are what they seem. */
function limitedBy(context: SheetContext): Waiting | null {
  const all = context.table.rows.map(({ index }) => index);
  if (all.length === 0) return null;
  const open = openLimits(context).flatMap(({ text, rows, measures }) => {
    return rows || measures ? [] : text;
  });
  const [text] = open;
  if (text === undefined) return null;
  const isNotNeeded = (each: string) => answerTo(context, "choice", null, each) === NOT_NEEDED.id;
  if (open.some(isNotNeeded)) return { rule: "not_needed" };
  return { problem: heldProblem(context, text, all) };
}

/** A required column that is in doubt: its table can't be read without it. */
function lackingColumn(context: SheetContext): Waiting | null {
  const { form, doubts } = context.match;
  const required = doubts.some(({ id }) => form.columns[id]?.is_required);
  const [problem] = required ? columnDoubts(context) : [];
  return problem ? { problem } : null;
}

/** Lines above name a neighbourhood, and no column does: the rows are not the ward's unless somebody says so. */
function oneNeighbourhoodOf(
  context: SheetContext,
  { lessons = NO_LESSONS }: ReaderTools,
): Waiting | null {
  const { title, match, table, file, sheet } = context;
  const text = title.neighbourhood;
  if (text === null || table.rows.length === 0 || hasRowsOfAreas(context)) return null;
  const about = { kind: "area", form: match.form.id, column: null, text } as const;
  const answer = lessons.answer({ ...about, file, sheet: sheet.name });
  if (answer === match.areas.ward_id) return null;
  if (answer === "another_ward") return { rule: "other_ward" };
  const candidates = [{ id: match.areas.ward_id, vi: "cả phường, xã", en: "the whole ward" }];
  const question: Question = { ...about, samples: [], candidates };
  return { problem: { ...problem("one_neighbourhood", placeOf(context), text), question } };
}

function undated(context: SheetContext): Waiting {
  const { period, question, period_doubt: why } = context.title;
  const place = placeOf(context);
  if (!question) return { problem: problem("missing_period", place, null) };
  const isSilent =
    question.candidates.length === 0 && !period.ok && period.rule !== "period_in_doubt";
  const told = isSilent
    ? problem("missing_period", place, null)
    : problem("period_in_doubt", place, question.text, {
        candidates: question.candidates.map(({ vi }) => vi).join("; ") || "–",
        why_vi: why ? `; ${why.vi}` : "",
        why_en: why ? `; ${why.en}` : "",
      });
  return { problem: { ...told, question } };
}

function placeOf({ file, match, sheet }: SheetContext): ProblemPlace {
  return { ...placeInFile(file), form: match.form.id, sheet: sheet.name };
}
