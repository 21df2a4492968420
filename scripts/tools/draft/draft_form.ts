import type { Form, Measure, RecordField } from "../../../ingest/form.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import { detectNumberStyle, parseNumberCell } from "../../../ingest/parse/number.ts";
import { type Period, titlePeriod } from "../../../ingest/parse/period.ts";
import type { DraftColumn } from "./draft_column.ts";
import type { FoundTable } from "./find_table.ts";
import { unitOfHeader } from "./vocabulary.ts";

/** A drafted form, and what of it is a guess that someone must look at. */
export interface DraftForm {
  form: Form;
  to_check: string[];
}

/** Drafts a form from a table: a list of people where it holds their numbers or names, else figures. */
export function draftForm(id: string, table: FoundTable, columns: DraftColumn[]): DraftForm {
  const isList = columns.some(({ is_personal, type }) => is_personal && type !== "ordinal");
  const to_check = ["title_en, agency_id, expected_every and grace_days are placeholders"];
  const period = titlePeriod(table.titles);
  const time = periodOf(period.ok ? period.value : null, table.titles, isList);
  if (!period.ok && !columns.some(({ type }) => type === "period"))
    to_check.push("no period found above the table: window and frequency are guesses");
  const what = isList ? listParts(columns, to_check) : figureParts(columns, to_check);
  const form: Form = {
    id,
    ...titlesOf(id, table.titles),
    agency_id: "ward_people_committee",
    expected_every: isList ? null : time.frequency,
    grace_days: 15,
    match: { title_words: titleWords(table.titles), file_words: [] },
    ...what,
    ...time,
    blanks: isList
      ? { dash: "not_applicable", empty: "not_applicable" }
      : { dash: "zero", empty: "missing" },
    totals: !isList && columns.some(({ type }) => type === "area") ? "ward" : "ignore",
  };
  return { form, to_check };
}

type Parts = Pick<Form, "columns" | "keys" | "measures"> & Partial<Form>;

/** A table of figures: areas, periods and a category tell its rows apart, its numbers are measures. */
function figureParts(columns: readonly DraftColumn[], to_check: string[]): Parts {
  const of = (type: string) => columns.find((column) => column.type === type);
  const [area, period] = [of("area"), of("period")];
  const category = columns.find(({ type }) => type === "text" || type === "code");
  const figures = columns.filter(({ type }) => type === "number");
  const keys = {
    ...(area ? { area: { column: area.id, blank: "reject" as const } } : {}),
    ...(period ? { period: { column: period.id } } : {}),
    ...(category ? { category: { column: category.id, open: "text" as const } } : {}),
  };
  const required = new Set([area?.id, category?.id, figures[0]?.id]);
  const declared = columns.map((column) => {
    const isKey = column === category || column === area || column === period;
    const type =
      column === category ? "category" : isKey || isFigure(column) ? column.type : "note";
    return [column.id, columnOf({ ...column, type }, required.has(column.id))];
  });
  const measures = figures.map((column) => [column.id, measureOf(column, to_check)]);
  return {
    columns: Object.fromEntries(declared),
    keys,
    measures: Object.fromEntries(measures),
  };
}

function isFigure({ type }: DraftColumn): boolean {
  return type === "number" || type === "ordinal";
}

/** A list of people: their numbers become one token, what is said of them otherwise stays out. */
function listParts(columns: readonly DraftColumn[], to_check: string[]): Parts {
  const numbers = columns.filter(({ type }) => type === "identifier").map(({ id }) => id);
  const area = columns.find(({ type }) => type === "area");
  const sex = columns.find(({ type }) => type === "sex");
  const birth = columns.find(({ type, header }) => type === "date" && /\bsinh\b/.test(header.key));
  const plain = columns.filter(({ is_personal, type }) => {
    return !is_personal && !["ordinal", "note", "area"].includes(type);
  });
  if (numbers.length === 0)
    to_check.push(
      "no numbers of persons found: rows are not linked, and repeated ones not noticed",
    );
  for (const { id } of plain.filter(({ type }) => type === "text"))
    to_check.push(`${id}: lands as written; drop the field if its texts speak of persons`);
  const fields: [string, RecordField<string>][] = [
    ...(numbers.length > 0 ? [derived("person_key", "VARCHAR", numbers)] : []),
    ...(sex ? [derived("sex", "VARCHAR?", [sex.id])] : []),
    ...(birth ? [derived("birth_year", "INTEGER?", [birth.id])] : []),
    ...(area ? areaFields(area.id) : []),
    ...plain.map(({ id, type }): [string, RecordField<string>] => [
      id,
      { type: landedTypes[type] ?? "VARCHAR?", from: id },
    ]),
  ];
  const first = columns.find(({ is_personal }) => is_personal);
  return {
    columns: Object.fromEntries(
      columns.map((column) => [
        column.id,
        columnOf(column, column === first && numbers.length === 0),
      ]),
    ),
    ...(numbers.length > 0 ? { require_one_of: [numbers] } : {}),
    keys: area ? { area: { column: area.id, blank: "ward" } } : {},
    measures: {},
    records: {
      is_personal: true,
      unique: numbers.length > 0 ? ["person_key"] : [],
      counts: { people: { unit: "people", kind: "stock" } },
      fields: Object.fromEntries(fields),
    },
  };
}

const landedTypes: Partial<Record<string, "DATE?" | "DOUBLE?" | "BOOLEAN?">> = {
  date: "DATE?",
  number: "DOUBLE?",
  yes_no: "BOOLEAN?",
};

function areaFields(id: string): [string, RecordField<string>][] {
  return [["area_text", { type: "VARCHAR?", from: id }], derived("area_id", "VARCHAR?", [id])];
}

function derived(
  as: "person_key" | "sex" | "birth_year" | "area_id",
  type: RecordField<string>["type"],
  from: readonly string[],
): [string, RecordField<string>] {
  return [as, { type, as, from }];
}

function columnOf({ header, type, is_personal }: DraftColumn, is_required: boolean) {
  return {
    headers: [header.texts.map((text) => text.replace(/\s+/g, " ").trim()).join(" | ")],
    type,
    ...(is_required ? { is_required } : {}),
    ...(is_personal ? { is_personal } : {}),
  };
}

/** The unit by the header, the kind by unit and words, bounds by what the cells hold. */
function measureOf({ id, header, cells }: DraftColumn, to_check: string[]): Measure {
  const unit = unitOfHeader(header);
  if (unit === null) to_check.push(`${id}: the unit is a guess`);
  const values = valuesOf(cells);
  const least = Math.min(0, ...values);
  const isChange = /\b(?:tang|giam|so voi|chenh lech)\b/.test(header.key);
  const kind = unit === "percent" ? "ratio" : isChange || isFlow(header.key) ? "flow" : "stock";
  if (unit !== "percent") to_check.push(`${id}: ${kind} is a guess`);
  return {
    unit: unit ?? "cases",
    kind,
    ...(least >= 0 && !isChange ? { minimum: 0 } : {}),
    ...(unit === "percent" && Math.max(0, ...values) <= 100 && !isChange ? { maximum: 100 } : {}),
  };
}

function valuesOf(cells: DraftColumn["cells"]): number[] {
  const style = detectNumberStyle(cells.flatMap(({ type, text }) => (type === "text" ? text : [])));
  return cells.flatMap((cell) => {
    const read = parseNumberCell(cell, style);
    return read.ok && read.value.kind === "number" ? read.value.value : [];
  });
}

function isFlow(key: string): boolean {
  return /\b(?:trong (?:ky|thang|quy|nam)|phat sinh|xay ra|so vu|luot|moi|da giai quyet|tiep nhan)\b/.test(
    key,
  );
}

/** Window and frequency by the period of the title: a day is a stock's, a 15th begins a police month. */
function periodOf(
  period: Period | null,
  titles: readonly string[],
  isList: boolean,
): Pick<Form, "window" | "frequency"> {
  const frequencies: Partial<Record<Period["frequency"], Form["frequency"]>> = {
    quarter: "quarter",
    year: "year",
  };
  const frequency = frequencies[period?.frequency ?? "month"] ?? "month";
  const isPolice = period?.start?.endsWith("-15") && period.end?.endsWith("-14");
  const isStock =
    isList || period?.frequency === "date" || titles.some((line) => /tính đến/i.test(line));
  return { window: isPolice ? "police" : isStock ? "at_date" : "calendar", frequency };
}

function titlesOf(id: string, titles: readonly string[]) {
  const title = headline(titles);
  const plain = title.charAt(0).toUpperCase() + title.slice(1).toLowerCase();
  const english = id.replaceAll("_", " ");
  return {
    title_vi: plain || id,
    title_en: english.charAt(0).toUpperCase() + english.slice(1),
  };
}

/** The title's own words, without its period: they speak for the form where headers do not decide. */
function titleWords(titles: readonly string[]): string[] {
  const title = headline(titles).toLowerCase();
  return wordKey(title).includes(" ") ? [title] : [];
}

function headline(titles: readonly string[]): string {
  const worded = titles.filter((line) => /\p{L}{3}/u.test(line));
  const line = worded.find((each) => each === each.toUpperCase()) ?? worded[0] ?? "";
  return line
    .replace(/[,;:(–-]?\s*(?:tháng|quý|năm|từ ngày|tính đến|đến ngày)\s+\d.*$/iu, "")
    .trim();
}
