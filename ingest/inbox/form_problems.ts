import { cellAddress } from "../../lib/office/address.ts";
import type { DraftedForm, DraftedTable } from "../file/drafted_form.ts";
import { wordKey } from "../parse/key.ts";
import { type Problem, placeInFile, problem } from "../problems/problem.ts";
import type { Finding } from "../programme/finding.ts";
import { FORM_SHEETS } from "../programme/form_workbook.ts";
import type { Grid } from "../programme/programme_csv.ts";

/** Something wrong in a workbook of a form; null where it is of no one form. */
export interface FormProblem {
  form_id: string | null;
  problem: Problem;
}

/** Findings of the programme's checks at their cells of the workbook, the first of each cell. */
export function cellProblems(
  findings: readonly Finding[],
  { tables }: DraftedForm,
  name: string,
): FormProblem[] {
  const told = findings.map(({ file, row, column, vi, en, found }): FormProblem => {
    const sheet = file.slice(name.length + 1) as DraftedTable;
    const { place, form_id } = cellIn(tables[sheet], row, column);
    const said = place === null && column !== null ? `${column}: ` : "";
    const at = { ...placeInFile(name), sheet, cell: place ?? (row === null ? null : `A${row}`) };
    return {
      form_id,
      problem: problem("not_a_form", at, found ?? null, { vi: said + vi, en: said + en }),
    };
  });
  const byCell = new Map<string, FormProblem>();
  for (const each of told) {
    const { sheet, cell, expected } = each.problem;
    const key = cell === null ? `${sheet} ${expected}` : `${sheet} ${cell}`;
    if (!byCell.has(key)) byCell.set(key, each);
  }
  return [...byCell.values()];
}

function cellIn(grid: Grid, row: number | null, column: string | null) {
  const header = grid.find((cells) => cells.some((cell) => isNamed(cell?.text, "form_id"))) ?? [];
  const at = header.findIndex((cell) => isNamed(cell?.text, column ?? ""));
  const form = header.findIndex((cell) => isNamed(cell?.text, "form_id"));
  const place = row === null || at < 0 ? null : cellAddress(row - 1, at);
  const form_id = (row === null ? null : grid[row - 1]?.[form]?.text) ?? null;
  return { place, form_id };
}

function isNamed(text: string | undefined, name: string): boolean {
  return text !== undefined && wordKey(text) === wordKey(name);
}

/** Where the id of a form stands on its sheet. */
export function placeOfForm(id: string, { tables }: DraftedForm, name: string) {
  const row = tables.forms.findIndex((cells) => cells.some((cell) => cell?.text === id));
  const column = tables.forms[row]?.findIndex((cell) => cell?.text === id) ?? 0;
  const cell = row < 0 ? null : cellAddress(row, column);
  return { ...placeInFile(name), sheet: FORM_SHEETS.forms, cell };
}
