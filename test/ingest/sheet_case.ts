import { expect } from "vitest";
import { readSheets } from "../../ingest/file/read_sheets.ts";
import { loadForms } from "../../ingest/forms.ts";
import type { LandedRow } from "../../ingest/land/landed.ts";
import { type Lessons, NO_LESSONS } from "../../ingest/lessons.ts";
import type { Problem } from "../../ingest/problems/problem.ts";
import { knownIndicators, loadAreas, loadProgramme } from "../../ingest/programme/programme.ts";
import type { Merge, Sheet } from "../../ingest/read/grid.ts";
import { catalogue } from "../../ingest/recognise/form_catalogue.ts";
import { sheetOf } from "./grid.ts";

const tools = {
  catalogue: catalogue(await loadForms(), await loadAreas()),
  indicators: knownIndicators(await loadProgramme()),
  personKey: () => new Uint8Array(32).fill(7),
  log: () => {},
};

/** A sheet of a case: lines of cells parted by `|`. */
interface CaseSheet {
  name?: string;
  hidden?: true;
  lines: readonly string[];
  merges?: Merge[];
}

/** What a workbook of such sheets is, and what must come of it. */
export interface Case {
  sheets: readonly CaseSheet[];
  /** `cell measure[/category] area period = value`, all of them; the period only where sheets differ. */
  landed: readonly string[];
  /** `sheet rule count` of the rows read past. */
  ignored?: readonly string[];
  /** `severity rule cell`, all of them. */
  told?: readonly string[];
}

/** A case of one sheet. */
export function one(
  lines: readonly string[],
  rest: Omit<Case, "sheets">,
  merges: Merge[] = [],
): Case {
  return { sheets: [{ lines, merges }], ...rest };
}

const NOTHING = {
  landed: [] as string[],
  ignored: [] as string[],
  observations: [] as LandedRow<"observations">[],
  records: [] as Record<string, unknown>[],
  periods: [] as string[],
  rows: [] as string[],
};

/** What came of a case; every sheet's rows must be accounted for. */
export function read({ sheets }: Case, lessons: Lessons = NO_LESSONS) {
  const made: Sheet[] = sheets.map(({ name = "S", hidden = false, lines, merges = [] }) => ({
    ...sheetOf(lines, name, merges),
    is_hidden: hidden,
  }));
  const file = { name: "a.xlsx", hash: "h", bytes: new Uint8Array(), is_ignored: false };
  const workbook = { format: "xlsx" as const, encoding: null, sheets: made, notes: [] };
  const known = { ...tools.catalogue, lessons };
  const outcome = readSheets(workbook, file, { ...tools, catalogue: known, lessons });
  if ("refusal" in outcome) {
    const { rule, severity, cell, message_en } = outcome.refusal;
    const told = [`${severity} ${rule} ${cell}`];
    return { ...NOTHING, told, messages: [message_en], questions: questionsOf(outcome.asked) };
  }
  const { outcomes } = outcome;
  for (const { sheet_row } of outcomes)
    expect(sheet_row.rows_landed + sheet_row.rows_rejected + sheet_row.rows_ignored).toBe(
      sheet_row.rows_read,
    );
  const observations = outcomes.flatMap(({ extracted }) => extracted.observations);
  const problems = outcomes.flatMap(({ extracted }) => extracted.problems);
  const manySheets = outcomes.length > 1;
  return {
    landed: outcomes.flatMap(({ extracted }) =>
      extracted.observations.map((row) => {
        const what = row.category === null ? row.measure : `${row.measure}/${row.category}`;
        const when = manySheets ? ` ${row.period_start}..${row.period_end}` : "";
        const marks = `${row.is_total ? " total" : ""}${row.is_subset ? " subset" : ""}`;
        return `${row.cell} ${what} ${row.area_id}${when} = ${row.value}${marks}`;
      }),
    ),
    ignored: outcomes.flatMap(({ sheet_row }) =>
      Object.entries(JSON.parse(sheet_row.ignored_by_rule)).map(
        ([rule, count]) => `${manySheets ? `${sheet_row.sheet} ` : ""}${rule} ${count}`,
      ),
    ),
    told: problems.map(({ severity, rule, cell }) => `${severity} ${rule} ${cell}`),
    messages: problems.map(({ message_en }) => message_en),
    questions: questionsOf(problems),
    observations,
    records: outcomes.flatMap(({ extracted }) => extracted.records),
    periods: [...new Set(observations.map((row) => `${row.period_start}..${row.period_end}`))],
    rows: outcomes.map(
      ({ sheet_row: { sheet, rows_read, rows_landed, rows_rejected, rows_ignored } }) =>
        `${sheet}: ${rows_read} = ${rows_landed} + ${rows_rejected} + ${rows_ignored}`,
    ),
  };
}

/** Questions as `kind text: candidate, candidate`. */
function questionsOf(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ question }) =>
    question
      ? `${question.kind} ${question.text}: ${question.candidates.map(({ id }) => id).join(", ")}`
      : [],
  );
}

/** Lessons of which one text has one answer. */
export function lesson(text: string, answer: string): Lessons {
  return { answer: (asked) => (asked.text === text ? answer : null) };
}
