import { join } from "node:path";
import { cellAddress, columnLetters } from "../../lib/office/address.ts";
import { writeWhole } from "../../lib/store/write.ts";
import type { DraftedForm, DraftedTable } from "../file/drafted_form.ts";
import type { Form } from "../form.ts";
import { areaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { type Problem, placeInFile, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { changedCsv } from "../programme/csv_changes.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "../programme/declaration.ts";
import { file as formColumnsFile } from "../programme/files/form_columns.ts";
import { file as formsFile } from "../programme/files/forms.ts";
import { file as indicatorsFile } from "../programme/files/indicators.ts";
import type { Finding } from "../programme/finding.ts";
import { FORM_SHEETS } from "../programme/form_workbook.ts";
import { type Programme, readProgramme } from "../programme/programme.ts";
import type { ProgrammeSource } from "../programme/programme_folder.ts";
import { readTable } from "../programme/programme_table.ts";
import { loadAllForms, wardForms } from "../programme/ward_forms.ts";
import { declaredConflicts } from "./declared_trial.ts";
import type { FilesTrial } from "./files_trial.ts";
import { planLinks } from "./indicator_links.ts";

/** What became of a workbook that declares a form. */
export interface TakenForm {
  /** What is wrong with it; with an error nothing of it was taken. */
  problems: Problem[];
  /** The ids of the forms that it declares. */
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
 * Takes a form from its workbook into the programme: held against all that the ward has decided, against every
 * other form and against the files at hand. What is wrong is told by sheet and cell, all at once.
 */
export async function takeForm(
  drafted: DraftedForm,
  name: string,
  options: TakeOptions,
): Promise<TakenForm> {
  const { folder, programme } = options;
  const sources = sourcesOf(drafted, name);
  const read = await readProgramme(folder, sources);
  const own = read.findings.filter(({ file }) => sources.some((source) => source.name === file));
  const wrong = own.filter(({ severity }) => severity === "error");
  const rows = rowsIn(sources);
  const ids = rows.forms.map((row) => String(row["form_id"]));
  const told = [
    ...wrong.map((finding) => cellProblem(finding, drafted, name)),
    ...emptyDraft(rows, name),
  ];
  if (told.length > 0) return { problems: told, forms: ids, is_new: false };
  if (rows.forms.every((row) => isKnown(row, rows, programme.tables)))
    return { problems: [], forms: ids, is_new: false };
  const others = rows.forms.flatMap((row) => otherwiseKnown(row, programme.tables, drafted, name));
  if (others.length > 0) return { problems: others, forms: ids, is_new: false };
  const forms = wardForms(read.programme.tables).filter(({ id }) => ids.includes(id));
  const conflicts: Problem[] = [];
  for (const form of forms) conflicts.push(...(await conflictsOf(form, drafted, name, options)));
  if (conflicts.length > 0) return { problems: conflicts, forms: ids, is_new: false };
  const planned = forms.map((form) => planLinks(linksOf(form, drafted), form, programme.tables));
  const notes = planned.flatMap(({ told }) =>
    told.map(({ cell, found, vi, en }) => {
      const place = { ...placeInFile(name), sheet: FORM_SHEETS.form_columns, cell };
      return problem("indicator_not_linked", place, found, { vi, en });
    }),
  );
  const cells = planned.flatMap((each) => each.cells);
  const kept = keep(folder, rows, cells, programme.tables, name);
  return { problems: [...kept, ...notes], forms: ids, is_new: kept.every(isWarning) };
}

function isWarning({ severity }: Problem): boolean {
  return severity === "warning";
}

function linksOf({ id }: Form, { links }: DraftedForm) {
  return links.filter(({ form_id }) => form_id === id);
}

function sourcesOf({ tables }: DraftedForm, name: string): ProgrammeSource[] {
  const ids = Object.keys(FILES) as DraftedTable[];
  return ids.map((id) => ({ file: FILES[id], name: `${name}!${id}`, grid: tables[id] }));
}

type DraftedRows = Record<DraftedTable, ProgrammeRow[]>;

function rowsIn(sources: readonly ProgrammeSource[]): DraftedRows {
  const rows = (id: DraftedTable) =>
    sources
      .filter(({ file }) => file.id === id)
      .flatMap(({ file, name, grid }) => readTable(file, name, grid).rows);
  return { forms: rows("forms"), form_columns: rows("form_columns") };
}

/** A workbook in which nothing is left. */
function emptyDraft({ forms }: DraftedRows, name: string): Problem[] {
  if (forms.length > 0) return [];
  const words = { vi: "một biểu ở trang forms", en: "a form on the sheet forms" };
  const place = { ...placeInFile(name), sheet: FORM_SHEETS.forms };
  return [problem("not_a_form", place, null, words)];
}

/** A finding of the programme's checks at its cell of the workbook. */
function cellProblem(
  { file, row, column, vi, en, found }: Finding,
  drafted: DraftedForm,
  name: string,
) {
  const sheet = file.slice(name.length + 1) as DraftedTable;
  const grid = drafted.tables[sheet];
  const header =
    grid.find((cells) => cells.some((cell) => wordKey(cell?.text ?? "") === "form id")) ?? [];
  const at = header.findIndex((cell) => wordKey(cell?.text ?? "") === wordKey(column ?? ""));
  const cell =
    row === null ? null : at < 0 ? `${columnLetters(0)}${row}` : cellAddress(row - 1, at);
  const said = at < 0 && column !== null ? `${column}: ` : "";
  const place = { ...placeInFile(name), sheet, cell };
  return problem("not_a_form", place, found ?? null, { vi: said + vi, en: said + en });
}

function isKnown(row: ProgrammeRow, drafted: DraftedRows, tables: ProgrammeTables): boolean {
  const before = { forms: rowsOf(tables, "forms"), form_columns: rowsOf(tables, "form_columns") };
  const said = (rows: Pick<DraftedRows, never> & Record<DraftedTable, readonly ProgrammeRow[]>) =>
    JSON.stringify([
      rows.forms.filter(({ form_id }) => form_id === row["form_id"]),
      rows.form_columns.filter(({ form_id }) => form_id === row["form_id"]),
    ]);
  return said(before) === said(drafted);
}

function otherwiseKnown(
  row: ProgrammeRow,
  tables: ProgrammeTables,
  drafted: DraftedForm,
  name: string,
): Problem[] {
  const form = String(row["form_id"]);
  if (!rowsOf(tables, "forms").some(({ form_id }) => form_id === form)) return [];
  const top = drafted.tables.forms.findIndex((cells) => cells.some((cell) => cell?.text === form));
  const cell = cellAddress(
    top,
    drafted.tables.forms[top]?.findIndex((each) => each?.text === form) ?? 0,
  );
  const place = { ...placeInFile(name), sheet: FORM_SHEETS.forms, cell };
  return [problem("form_known", place, form, { form })];
}

/** Sheets of others that it would take, and its own file where it can't read that. */
async function conflictsOf(
  form: Form,
  { source }: DraftedForm,
  name: string,
  { programme, tryOnFiles }: TakeOptions,
): Promise<Problem[]> {
  const told = (rule: RuleId, words: Record<string, string>) =>
    problem(rule, { ...placeInFile(name), sheet: FORM_SHEETS.forms }, form.id, words);
  const others = await loadAllForms(programme.tables);
  const declared = declaredConflicts(form, others, areaReader(programme.areas));
  if (declared.length > 0) return [told("form_catches", { sheets: declared.join("; ") })];
  const { caught, own } = await tryOnFiles(form, source?.hash ?? null);
  if (caught.length > 0) return [told("form_catches", { sheets: caught.join("; ") })];
  if (own === null || own.is_read) return [];
  const why = { why_vi: own.vi, why_en: own.en };
  return [told("form_reads_not_own", { file: source?.file ?? "", ...why })];
}

const NOT_WRITABLE: readonly string[] = ["EACCES", "EPERM", "EROFS", "EISDIR", "ENOTDIR", "EBUSY"];

/** Adds the rows to the programme's files; the registry last, for it names the form. */
function keep(
  folder: string,
  { forms, form_columns }: DraftedRows,
  cells: Parameters<typeof changedCsv>[2]["cells"] & object,
  tables: ProgrammeTables,
  name: string,
): Problem[] {
  const isNew = ({ form_id }: ProgrammeRow) =>
    !rowsOf(tables, "forms").some((row) => row["form_id"] === form_id);
  const writes: [path: string, text: (path: string) => string][] = [
    [
      formColumnsFile.id,
      (path) => changedCsv(path, formColumnsFile, { added: form_columns.filter(isNew) }),
    ],
    [formsFile.id, (path) => changedCsv(path, formsFile, { added: forms.filter(isNew) })],
    ...(cells.length > 0
      ? [
          [indicatorsFile.id, (path: string) => changedCsv(path, indicatorsFile, { cells })] as [
            string,
            (path: string) => string,
          ],
        ]
      : []),
  ];
  for (const [id, text] of writes) {
    const path = join(folder, `${id}.csv`);
    try {
      writeWhole(path, text(path));
    } catch (error) {
      if (!NOT_WRITABLE.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      return [problem("forms_not_kept", placeInFile(name), null, { path })];
    }
  }
  return [];
}
