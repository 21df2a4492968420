import type { FormColumn } from "../form.ts";
import { parseChoice } from "../parse/choice.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import type { Sheet } from "../read/grid.ts";
import type { AssignedColumn } from "./assign_columns.ts";
import type { HeaderCell } from "./header.ts";

/** Of the cells of a column of choices so many must say one. */
const MOST = 0.6;

/** A column with what each row says in it: a choice, or null for what is none or nothing. */
interface Said {
  cell: HeaderCell;
  choices: (string | null)[];
  filled: number;
}

/**
 * A column of choices that two headers fit (`PhuongAn` beside `MaPhuongAn`), where they say the same of every
 * row, or one says all that the other does: the one that says more, as likely. Null where they contradict each other.
 */
export function twinColumn(
  one: AssignedColumn,
  { choices }: FormColumn,
  sheet: Sheet,
  bottom: number,
  words: TermReader,
): AssignedColumn | null {
  if (!choices || one.rivals.length === 0 || one.sureness === "doubt") return null;
  const rows = sheet.rows.slice(bottom + 1);
  const said = [one.cell, ...one.rivals].map((cell) => saidIn(cell, rows, choices, words));
  const best = said.reduce((a, b) => (count(b) > count(a) ? b : a));
  const isReadable = count(best) > 0 && count(best) >= best.filled * MOST;
  const isAgreed = said.every((other) => other.choices.every(agreesWith(best)));
  return isReadable && isAgreed
    ? { ...one, cell: best.cell, rivals: [], sureness: "likely" }
    : null;
}

function saidIn(
  cell: HeaderCell,
  rows: Sheet["rows"],
  choices: NonNullable<FormColumn["choices"]>,
  words: TermReader,
): Said {
  const texts = rows.map((row) => row[cell.column]?.text.trim() ?? "");
  return {
    cell,
    choices: texts.map((text) => (text === "" ? null : parseChoice(text, choices, words))),
    filled: texts.filter((text) => text !== "").length,
  };
}

function count({ choices }: Said): number {
  return choices.filter((choice) => choice !== null).length;
}

/** Nothing is said that the best column does not say of the same row. */
function agreesWith(best: Said): (choice: string | null, row: number) => boolean {
  return (choice, row) => choice === null || choice === best.choices[row];
}
