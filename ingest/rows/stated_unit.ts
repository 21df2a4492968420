import type { Measure } from "../form.ts";
import { convertUnit, parseUnit, type ScaledUnit } from "../parse/unit.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { answerTo, asking } from "./doubt.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** A column of figures with the words of its header. */
interface Headed {
  id: string;
  measure: Measure;
  column: number;
  texts: readonly string[];
}

/** What is stated of a column's figures: the factor to its unit, or why they can't be believed. */
export type StatedUnit = { factor: number } | { problem: Problem };

/**
 * A function that says what the sheet states of a column: its own header first (`Dân số (nghìn người)`), else
 * the lines above the table, which are about the columns that they fit. One that fits no column, as đồng,
 * speaks of another table than the form's: no column of it is believed.
 */
export function statedUnits(
  context: SheetContext,
  all: readonly Headed[],
): (one: Headed) => StatedUnit {
  const { units } = context.title;
  const [title = null] = units;
  const isOfNone = !units.some((unit) =>
    all.some(({ measure }) => factorTo(unit, measure) !== null),
  );
  return (one) => {
    const glosses = glossesOf(one.texts);
    const own = glosses.map((gloss) => factorTo(gloss, one.measure)).find((one) => one !== null);
    if (own !== undefined) return { factor: own };
    const [other] = glosses;
    if (other !== undefined) return settled(context, one, other);
    if (title === null) return { factor: 1 };
    if (isOfNone) return settled(context, one, title);
    const factors = units.flatMap((unit) => factorTo(unit, one.measure) ?? []);
    return { factor: factors[0] ?? 1 };
  };
}

/** The factor from a stated unit to the measure's; null where it is of another kind. */
export function factorTo(stated: ScaledUnit, { unit }: Measure): number | null {
  if (typeof unit !== "string" || unit === "indicator_unit") return stated.scale;
  return convertUnit(stated, unit);
}

/** What stands behind a header in parentheses, after a comma, a dash or on a line of its own. */
const GLOSS = /(?:[(,\n]|\s[-–]\s)\s*([^()\n,]+)/g;

function glossesOf(headers: readonly string[]): ScaledUnit[] {
  const glosses = headers.flatMap((text) =>
    [...text.matchAll(GLOSS)].map(([, gloss = ""]) => parseUnit(gloss)),
  );
  return glosses.filter((unit) => unit !== null);
}

/** A unit of another kind: as people answered, else asked. */
function settled(context: SheetContext, one: Headed, { unit }: ScaledUnit): StatedUnit {
  const expected = String(one.measure.unit);
  const answer = answerTo(context, "unit", one.id, unit);
  if (answer === expected) return { factor: 1 };
  const place = placeOf(context, context.match.header.bottom, one.column);
  const words = { column: one.texts.join(" | "), unit: expected };
  const told = problem("unit_in_doubt", place, unit, words);
  if (answer !== null) return { problem: told };
  const question = {
    kind: "unit" as const,
    column: one.id,
    text: unit,
    samples: samplesOf(context, one.column),
    candidates: [{ id: expected, vi: expected, en: expected }, NOT_NEEDED],
  };
  return { problem: asking(context, told, question) };
}

function samplesOf({ sheet, table }: SheetContext, column: number): string[] {
  const texts = table.rows.flatMap(({ index }) => sheet.rows[index]?.[column]?.text ?? []);
  return [...new Set(texts)].slice(0, 3);
}
