import { createHash } from "node:crypto";
import { readFile } from "../../../ingest/file/read_file.ts";
import type { Form } from "../../../ingest/form.ts";
import type { AreaReader } from "../../../ingest/parse/area.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import type { Sheet, Workbook } from "../../../ingest/read/grid.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { recognise } from "../../../ingest/recognise/recognition.ts";
import { markedCopy } from "../rejects_export/marked_copy.ts";
import { type DraftColumn, draftColumns } from "./draft_column.ts";
import { type DraftForm, draftForm } from "./draft_form.ts";
import { type FoundTable, findTable } from "./find_table.ts";
import { outcomeLines } from "./outcome_lines.ts";
import { knownHeaders } from "./vocabulary.ts";
import { withoutPeople } from "./without_people.ts";

/** A drafted form with its first fixture. */
export interface DraftedForm extends DraftForm {
  fixture: {
    input: { name: string; bytes: Uint8Array };
    expected: ReturnType<typeof outcomeLines>;
  };
}

/** The file that a draft is made from. */
export interface DraftSource {
  name: string;
  bytes: Uint8Array;
  workbook: Workbook;
  /** The id wanted for the form; the words of its title when none is. */
  id?: string | undefined;
}

/**
 * Drafts a form from the first visible sheet with a table, one that no form recognises before the others,
 * and a fixture from what the draft reads. The fixture of a list of people holds invented ones. Null when
 * there is no table.
 */
export function draft(
  source: DraftSource,
  forms: readonly Form[],
  areas: AreaReader,
): DraftedForm | null {
  const { name, bytes } = source;
  const found = findUnknownTable(source, forms, areas);
  if (!found) return null;
  const { table, known_as } = found;
  const columns = draftColumns(table, knownHeaders(forms), areas);
  const id = source.id ?? idOf(table.titles, name);
  const drafted = draftForm(id, table, columns);
  if (known_as) drafted.to_check.unshift(`the sheet is read already, as ${known_as}`);
  const input = drafted.form.records
    ? { name: `${id}.xlsx`, bytes: inventedList(table, columns) }
    : { name, bytes };
  const others = forms.filter((form) => form.id !== id);
  return {
    ...drafted,
    fixture: { input, expected: read(input, [...others, drafted.form], areas) },
  };
}

/** The first table that no form recognises, else the first at all with the form that reads it. */
function findUnknownTable(
  { workbook, name }: DraftSource,
  forms: readonly Form[],
  areas: AreaReader,
) {
  const words = catalogue(forms, areas);
  const tables = workbook.sheets
    .filter(({ is_hidden }) => !is_hidden)
    .flatMap((sheet) => findTable(sheet, areas) ?? [])
    .map((table) => {
      const found = recognise(table.sheet, name, words);
      return { table, known_as: found.kind === "form" ? found.match.form.id : null };
    });
  return tables.find(({ known_as }) => known_as === null) ?? tables[0];
}

function inventedList(table: FoundTable, columns: readonly DraftColumn[]): Uint8Array {
  const sheet: Sheet = withoutPeople(table, columns);
  return markedCopy([sheet], []);
}

/** What the forms make of the input, with the key that fixtures are read with. */
function read(
  { name, bytes }: DraftedForm["fixture"]["input"],
  forms: readonly Form[],
  areas: AreaReader,
) {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const personKey = () => new Uint8Array(32).fill(7);
  const tools = { catalogue: catalogue(forms, areas), personKey, log: () => {} };
  return outcomeLines(readFile({ name, hash, bytes, is_ignored: false }, tools));
}

function idOf(titles: readonly string[], name: string): string {
  const title = titles.find((line) => line === line.toUpperCase() && /\p{L}{3}/u.test(line));
  const words = wordKey(title ?? name.replace(/\.\w+$/, ""))
    .split(" ")
    .filter((word) => !/\d/.test(word));
  while (words.join("_").length > 40) words.pop();
  return words.join("_") || "new_form";
}
