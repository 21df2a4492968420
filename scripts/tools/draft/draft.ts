import type { InboxFile, ReaderTools } from "../../../ingest/file/file_input.ts";
import { readFile } from "../../../ingest/file/read_file.ts";
import type { Form } from "../../../ingest/form.ts";
import { areaReader } from "../../../ingest/parse/area.ts";
import type { Areas } from "../../../ingest/parse/area_list.ts";
import { type ProgrammeTables, rowsOf } from "../../../ingest/programme/declaration.ts";
import { columnViolations } from "../../../ingest/programme/ward_form_rules.ts";
import { wardForms } from "../../../ingest/programme/ward_forms.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { sheetTables } from "../../../ingest/tables/sheet_tables.ts";
import { roleOf } from "../../../ingest/tables/words.ts";
import { type DraftColumn, draftColumns } from "./draft_column.ts";
import { type DraftRows, draftRows, type KnownAgency } from "./draft_rows.ts";
import { findTable } from "./find_table.ts";
import { knownHeaders } from "./vocabulary.ts";

/** A draft with how its own file is read by it. */
export interface Draft extends DraftRows {
  sheet: string;
  /** Figures of the file that it reads. */
  figures: number;
  /** Why it reads none, in both languages. */
  lacks: { vi: string; en: string } | null;
}

/** What drafting needs to know of the ward and its forms. */
export interface DraftContext {
  forms: readonly Form[];
  areas: Areas;
  tables: ProgrammeTables;
  id?: string | undefined;
}

/** The table speaks of persons: no form of figures can be drafted from it. */
export class PeopleError extends Error {
  override name = "PeopleError";
}

/**
 * Drafts a form from the sheets of a file: of every way to lay out a sheet the one by which the draft reads the
 * most figures. Null where there is no table.
 * @throws PeopleError for a list of people
 */
export function draftOf(
  file: InboxFile,
  sheets: readonly Sheet[],
  context: DraftContext,
): Draft | null {
  const drafts = sheets.flatMap((sheet) => draftsOfSheet(file, sheet, context));
  return drafts.reduce<Draft | null>(
    (best, draft) => (best && best.figures >= draft.figures ? best : draft),
    null,
  );
}

function draftsOfSheet(file: InboxFile, sheet: Sheet, context: DraftContext): Draft[] {
  const areas = areaReader(context.areas);
  const known = knownHeaders(context.forms);
  const tables = sheetTables(sheet, { areas }).flatMap(({ readings }) =>
    readings.flatMap(({ layout, tables }) =>
      tables.slice(0, 1).flatMap((each) => {
        const found = findTable(each.sheet, areas);
        return found ? [{ layout, found, columns: draftColumns(found, known, areas) }] : [];
      }),
    ),
  );
  if (tables.some(({ columns }) => columns.some(({ is_personal }) => is_personal)))
    throw new PeopleError(sheet.name);
  const drafts = tables.map(({ layout, found, columns }) => {
    const rows = draftRows(context.id, found, columns, agenciesOf(context.tables));
    const isPlan = layout === "plain" && isOfPlan(columns);
    return { isPlan, draft: { ...rows, sheet: sheet.name, ...tried(file, rows, context) } };
  });
  const isMade = drafts.some(({ isPlan, draft }) => !isPlan && draft.figures > 0);
  return drafts.filter(({ isPlan }) => !(isPlan && isMade)).map(({ draft }) => draft);
}

const PLAN_ROLES: readonly string[] = ["plan", "done", "cumulative", "last", "this", "comparison"];

/** `Kế hoạch | Thực hiện đến 31/10/2026`: its measures stand down the rows. */
function isOfPlan(columns: readonly DraftColumn[]): boolean {
  const heads = columns.filter(({ type }) => type === "number" || type === "count");
  return heads.some(({ header }) => PLAN_ROLES.includes(roleOf(header.texts.at(-1) ?? "")));
}

function agenciesOf(tables: ProgrammeTables): KnownAgency[] {
  return rowsOf(tables, "agencies").map((row) => ({
    agency_id: String(row["agency_id"]),
    name_vi: String(row["name_vi"]),
    short_vi: String(row["short_vi"]),
  }));
}

/** What the draft makes of its own file; a unit still to be said is any unit. */
function tried(
  file: InboxFile,
  { form, columns }: DraftRows,
  { forms, areas }: DraftContext,
): Pick<Draft, "figures" | "lacks"> {
  const rows = columns.map(({ row }) => row);
  const [violation] = columnViolations(rows).filter(({ column }) => column !== "unit");
  if (violation) return { figures: 0, lacks: { vi: violation.vi, en: violation.en } };
  const [made] = wardForms(
    new Map([
      ["forms", [form]],
      ["form_columns", rows],
    ]),
  );
  if (!made) return { figures: 0, lacks: null };
  const others = forms.filter(({ id }) => id !== made.id);
  const tools: ReaderTools = {
    catalogue: catalogue([...others, made], areaReader(areas)),
    personKey: () => new Uint8Array(32),
    log: () => {},
  };
  const outcome = readFile(file, tools);
  const figures = (outcome.rows.observations ?? []).filter((row) => row.form === made.id).length;
  const { message_vi, message_en, form: other } = outcome.file;
  const [first] = (outcome.rows.rejects ?? []).filter(({ severity }) => severity === "error");
  const said = other === made.id ? first : outcome.file;
  const lacks = {
    vi: message_vi ?? said?.message_vi ?? `tệp đọc thành biểu ${other ?? "–"}`,
    en: message_en ?? said?.message_en ?? `the file is read as ${other ?? "–"}`,
  };
  return { figures, lacks: figures > 0 ? null : lacks };
}
