import { join } from "node:path";
import { writeWhole } from "../../lib/store/write.ts";
import { type CellChange, changedCsv } from "../programme/csv_changes.ts";
import type { ProgrammeFile, ProgrammeRow } from "../programme/declaration.ts";
import { file as formColumnsFile } from "../programme/files/form_columns.ts";
import { file as formsFile } from "../programme/files/forms.ts";
import { file as indicatorsFile } from "../programme/files/indicators.ts";

/** What is added to a programme: rows of forms and their columns, cells of the registry. */
export interface AddedForms {
  forms: readonly ProgrammeRow[];
  form_columns: readonly ProgrammeRow[];
  cells: readonly CellChange[];
}

const NOT_WRITABLE: readonly string[] = ["EACCES", "EPERM", "EROFS", "EISDIR", "ENOTDIR", "EBUSY"];

/** Adds forms to the CSV files of a programme, the registry last, for it names them. Gives the file that could not be written. */
export function writeForms(folder: string, { forms, form_columns, cells }: AddedForms) {
  const writes: [file: ProgrammeFile, change: Parameters<typeof changedCsv>[2]][] = [
    [formColumnsFile, { added: form_columns }],
    [formsFile, { added: forms }],
    ...(cells.length > 0
      ? [[indicatorsFile, { cells }] as [ProgrammeFile, { cells: typeof cells }]]
      : []),
  ];
  for (const [file, change] of writes) {
    const path = join(folder, `${file.id}.csv`);
    try {
      writeWhole(path, changedCsv(path, file, change));
    } catch (error) {
      if (!NOT_WRITABLE.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      return path;
    }
  }
  return null;
}
