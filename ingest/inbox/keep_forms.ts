import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DraftedForm, DraftedTable } from "../file/drafted_form.ts";
import type { Form } from "../form.ts";
import { areaReader } from "../parse/area.ts";
import { type Problem, placeInFile, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "../programme/declaration.ts";
import { file as formColumnsFile } from "../programme/files/form_columns.ts";
import { file as formsFile } from "../programme/files/forms.ts";
import { file as indicatorsFile } from "../programme/files/indicators.ts";
import { FORM_SHEETS } from "../programme/form_workbook.ts";
import { type Programme, readProgramme } from "../programme/programme.ts";
import type { ProgrammeSource } from "../programme/programme_folder.ts";
import { readTable } from "../programme/programme_table.ts";
import { loadAllForms, wardForms } from "../programme/ward_forms.ts";
import { declaredConflicts } from "./declared_trial.ts";
import type { FilesTrial } from "./files_trial.ts";
import { cellProblems, placeOfForm } from "./form_problems.ts";
import { type PlannedLinks, planLinks } from "./indicator_links.ts";
import { writeForms } from "./write_forms.ts";

/** What became of a workbook that declares forms. */
export interface TakenForm {
  /** What is wrong with it; a form with an error was not taken. */
  problems: Problem[];
  /** The forms of it that the programme has now. */
  forms: string[];
  /** Something was added to the programme. */
  is_new: boolean;
}

/** What taking a form needs to know. */
export interface TakeOptions {
  folder: string;
  /** The programme as it is in that folder. */
  programme: Programme;
  /** Tries a form on the files at hand. */
  tryOnFiles: (draft: Form, sample: string | null) => Promise<FilesTrial>;
}

const FILES = { forms: formsFile, form_columns: formColumnsFile } as const;

/**
 * Takes the forms of a workbook into the programme: each is held against all that the ward has decided, against
 * every other form and against the files at hand. What is wrong is told by sheet and cell, all at once.
 */
export async function takeForm(
  drafted: DraftedForm,
  name: string,
  options: TakeOptions,
): Promise<TakenForm> {
  const { folder, programme } = options;
  const sources = sourcesOf(drafted, name);
  const { programme: whole, findings } = await readProgramme(folder, sources);
  const wrong = findings.filter(
    ({ file, severity }) => severity === "error" && sources.some((each) => each.name === file),
  );
  const rows = rowsIn(sources);
  const problems = cellProblems(wrong, drafted, name);
  const ids = [...new Set(rows.forms.map((row) => String(row["form_id"])))];
  const isWhole = problems.every(({ form_id }) => form_id !== null);
  const right = ids.filter((id) => isWhole && !problems.some(({ form_id }) => form_id === id));
  const forms = wardForms(whole.tables).filter(({ id }) => ids.includes(id));
  const links = new Map(
    forms.map((form) => [form.id, linksOf(form, drafted, programme.tables, folder)]),
  );
  const known = right.filter((id) => isKnown(id, rows, programme.tables));
  const fresh = forms.filter(({ id }) => right.includes(id) && !known.includes(id));
  const refused: { id: string; problem: Problem }[] = [];
  for (const form of fresh)
    for (const problem of await obstaclesOf(form, drafted, name, options))
      refused.push({ id: form.id, problem });
  const taken = fresh.map(({ id }) => id).filter((id) => !refused.some((each) => each.id === id));
  const added = {
    ...addedRows(rows, taken),
    cells: taken.flatMap((id) => links.get(id)?.cells ?? []),
  };
  const unwritten = taken.length > 0 ? writeForms(folder, added) : null;
  const told = ids.filter((id) => !known.includes(id)).flatMap((id) => links.get(id)?.told ?? []);
  return {
    problems: [
      ...problems.map((each) => each.problem),
      ...refused.map((each) => each.problem),
      ...(ids.length === 0 ? [emptyProblem(name)] : []),
      ...(unwritten
        ? [problem("forms_not_kept", placeInFile(name), null, { path: unwritten })]
        : []),
      ...told.map((each) => linkProblem(each, name)),
    ],
    forms: [...known, ...taken],
    is_new: taken.length > 0 && unwritten === null,
  };
}

function linksOf(
  form: Form,
  { links }: DraftedForm,
  tables: ProgrammeTables,
  folder: string,
): PlannedLinks {
  const own = links.filter(({ form_id }) => form_id === form.id);
  const planned = planLinks(own, form, tables);
  return existsSync(join(folder, `${indicatorsFile.id}.csv`)) ? planned : toldOnly(planned);
}

/** The registry is a sheet of a workbook, which people change themselves. */
function toldOnly({ cells, told }: PlannedLinks): PlannedLinks {
  const rest = cells.map(({ key, column, text }) => ({
    ...{ cell: null, found: key },
    vi: `ghi ${column} = ${text} ở dòng ${key}, trang indicators của sổ chương trình`,
    en: `${column} = ${text} in row ${key} of the sheet indicators of the programme's workbook`,
  }));
  return { cells: [], told: [...told, ...rest] };
}

function linkProblem({ cell, found, vi, en }: PlannedLinks["told"][number], name: string): Problem {
  const place = { ...placeInFile(name), sheet: FORM_SHEETS.form_columns, cell };
  return problem("indicator_not_linked", place, found, { vi, en });
}

/** A workbook in which nothing is left. */
function emptyProblem(name: string): Problem {
  const words = { vi: "một biểu ở trang forms", en: "a form on the sheet forms" };
  return problem("not_a_form", { ...placeInFile(name), sheet: FORM_SHEETS.forms }, null, words);
}

function sourcesOf({ tables }: DraftedForm, name: string): ProgrammeSource[] {
  const ids = Object.keys(FILES) as DraftedTable[];
  return ids.map((id) => ({ file: FILES[id], name: `${name}!${id}`, grid: tables[id] }));
}

type DraftedRows = Record<DraftedTable, readonly ProgrammeRow[]>;

function rowsIn(sources: readonly ProgrammeSource[]): DraftedRows {
  const rows = (id: DraftedTable) =>
    sources
      .filter(({ file }) => file.id === id)
      .flatMap(({ file, name, grid }) => readTable(file, name, grid).rows);
  return { forms: rows("forms"), form_columns: rows("form_columns") };
}

function addedRows({ forms, form_columns }: DraftedRows, ids: readonly string[]): DraftedRows {
  const isOf = ({ form_id }: ProgrammeRow) => ids.includes(String(form_id));
  return { forms: forms.filter(isOf), form_columns: form_columns.filter(isOf) };
}

/** The programme says the same of a form already. */
function isKnown(id: string, drafted: DraftedRows, tables: ProgrammeTables): boolean {
  const before = { forms: rowsOf(tables, "forms"), form_columns: rowsOf(tables, "form_columns") };
  const [said, saying] = [addedRows(before, [id]), addedRows(drafted, [id])];
  return JSON.stringify(said) === JSON.stringify(saying);
}

/** Why a form can't be taken: its id is another's, it takes sheets of others, it can't read its own file. */
async function obstaclesOf(
  form: Form,
  drafted: DraftedForm,
  name: string,
  { programme, tryOnFiles }: TakeOptions,
): Promise<Problem[]> {
  const place = placeOfForm(form.id, drafted, name);
  const told = (rule: RuleId, words: Record<string, string>) => [
    problem(rule, place, form.id, words),
  ];
  if (rowsOf(programme.tables, "forms").some(({ form_id }) => form_id === form.id))
    return told("form_known", { form: form.id });
  const others = await loadAllForms(programme.tables);
  const declared = declaredConflicts(form, others, areaReader(programme.areas));
  if (declared.length > 0) return told("form_catches", { sheets: declared.join("; ") });
  const { source } = drafted;
  const { caught, own } = await tryOnFiles(form, source?.hash ?? null);
  if (caught.length > 0) return told("form_catches", { sheets: caught.join("; ") });
  if (own === null || own.is_read) return [];
  return told("form_reads_not_own", { file: source?.file ?? "", why_vi: own.vi, why_en: own.en });
}
