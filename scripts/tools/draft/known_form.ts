import type { InboxFile, ReaderTools } from "../../../ingest/file/file_input.ts";
import { readFile } from "../../../ingest/file/read_file.ts";
import { seeSheet } from "../../../ingest/file/seen_sheet.ts";
import type { LandedRow } from "../../../ingest/land/landed.ts";
import { lessonsFor } from "../../../ingest/lessons.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import type { Catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import type { Recognition } from "../../../ingest/recognise/recognition.ts";

/** A form that a file is of already, or nearly: then its questions are answered, and no new form is declared. */
export interface KnownForm {
  form: string;
  /** It is read as it stands. */
  is_read: boolean;
  /** What is asked before it can be read. */
  questions: LandedRow<"questions">[];
}

/** So much of the required header must be there for columns to be asked about, or else for the form. */
const ENOUGH = { column: 0.5, form: 0.75, of_anything: 1 };

/** The known form that sheets of a file are of, or nearly of; null where they are of none. */
export function knownFormOf(
  file: InboxFile,
  sheets: readonly Sheet[],
  tools: ReaderTools,
): KnownForm | null {
  const { rows } = readFile(file, tools);
  const questions = rows.questions ?? [];
  const names = new Set(sheets.map(({ name }) => name));
  const read = (rows.sheets ?? []).find(({ sheet, form }) => form !== null && names.has(sheet));
  if (read?.form) return { form: read.form, is_read: true, questions };
  const lessons = lessonsFor(tools.taught ?? [], file);
  const seen = sheets.map((sheet) =>
    seeSheet(sheet, file, { ...tools, lessons, catalogue: { ...tools.catalogue, lessons } }),
  );
  const near = seen
    .map(({ recognition }) => nearForm(recognition, tools.catalogue))
    .find((form) => form !== null);
  return near && questions.length > 0 ? { form: near, is_read: false, questions } : null;
}

function nearForm(recognition: Recognition, { editions }: Catalogue): string | null {
  if (recognition.kind === "form") return recognition.match.form.id;
  if (recognition.kind === "partial") return recognition.form;
  if (recognition.kind === "ambiguous") return recognition.forms.join(", ");
  const { nearest, share, questions } = recognition;
  const match = editions.find(({ form }) => form.id === nearest)?.form.match;
  const isColumn = questions.some(({ kind }) => kind === "column");
  const least = isColumn ? ENOUGH.column : ENOUGH.form;
  return share >= (match?.subject || match?.marks ? least : ENOUGH.of_anything) ? nearest : null;
}
