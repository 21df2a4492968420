import type { RecordField } from "../form.ts";
import { type DatePrecision, isoDate } from "../parse/date.ts";
import type { Identifier } from "../parse/identifier.ts";
import type { PersonTokens } from "../people/person.ts";
import type { Match } from "../recognise/match.ts";
import type { ListRow } from "./list_row.ts";
import type { RecordValue } from "./record_cell.ts";
import type { RowAreas } from "./row_area.ts";
import type { SheetContext } from "./sheet_context.ts";

type Derived = Extract<RecordField<string>, { as: string }>;

/** Reads a field of a record from its row. */
export type FieldReader = (row: ListRow, person: PersonTokens | null) => RecordValue | null;

/** What a derivation is made of, once a sheet. */
interface Sources {
  /** The first value that a row has in the columns it is derived from. */
  first: (row: ListRow) => RecordValue | null;
  /** How much was written of the date in the first of these columns that has a value. */
  precision: (row: ListRow) => DatePrecision | null;
  from: readonly string[];
  sectionOf: SectionReader;
  areaOf: (text: RecordValue | null) => string | null;
}

/** A function that makes readers of the fields of a sheet's rows that no column holds as they land. */
export function deriver(context: SheetContext, areas: RowAreas): (field: Derived) => FieldReader {
  const areaOf = areaReaderOf(context, areas);
  const sectionOf = sectionChooser(context.match);
  return ({ as, from }) => {
    const found = from.filter((id) => context.match.columns.has(id));
    const columns = found.map((id) => context.match.columns.get(id) ?? -1);
    const first = ({ values }: ListRow) => values[firstIn(columns, values)] ?? null;
    const precision = ({ values, precisions }: ListRow) => {
      const id = found[columns.indexOf(firstIn(columns, values))];
      return id === undefined ? null : (precisions.get(id) ?? "day");
    };
    return derivations[as]({ first, precision, from, sectionOf, areaOf });
  };
}

/** The first of some columns in which a row has a value, or -1. */
function firstIn(columns: readonly number[], values: ListRow["values"]): number {
  for (const column of columns) if (values[column] !== null) return column;
  return -1;
}

/** A function that gives the area that a text names; without an area column all is of the ward. */
function areaReaderOf({ match, title }: SheetContext, areas: RowAreas): Sources["areaOf"] {
  const { form, columns } = match;
  const days = title.period.ok ? title.period.value : null;
  const without = columns.has(form.keys.area?.column ?? "") ? null : match.areas.ward_id;
  return (text) => (text === null ? without : areas.of(String(text), days).area_id);
}

type SectionReader = (values: ListRow["values"]) => [section: string | null, column: string];

/** A function that gives the section that a row's own choice belongs to, and the column that says it. */
export function sectionChooser({ form, columns }: Match): SectionReader {
  const sections = Object.entries(form.records?.sections ?? {});
  const said = Object.keys(form.columns).flatMap((id) => {
    const column = form.columns[id]?.type === "choice" ? columns.get(id) : undefined;
    return column === undefined ? [] : { id, column };
  });
  const sectionOf = (choice: RecordValue | null | undefined) =>
    sections.find(([, { choices }]) => choices.includes(String(choice)))?.[0];
  if (sections.length === 0) return () => [null, ""];
  return (values) => {
    for (const { id, column } of said) {
      const section = sectionOf(values[column]);
      if (section !== undefined) return [section, id];
    }
    return [null, ""];
  };
}

/** A function that gives all the sections that a row's own choices belong to: a row of two is in doubt. */
export function sectionsOf({ form, columns }: Match): (values: ListRow["values"]) => string[] {
  const sections = Object.entries(form.records?.sections ?? {});
  const said = Object.keys(form.columns)
    .filter((id) => form.columns[id]?.type === "choice")
    .flatMap((id) => columns.get(id) ?? []);
  return (values) => {
    const choices = said.map((column) => String(values[column] ?? ""));
    const found = sections.filter(([, { choices: own }]) =>
      choices.some((each) => own.includes(each)),
    );
    return found.map(([id]) => id);
  };
}

const derivations: Record<Derived["as"], (sources: Sources) => FieldReader> = {
  person_key: () => (_, person) => person?.person_key ?? null,
  citizen_key: () => (_, person) => person?.citizen_key ?? null,
  identified_by: () => (_, person) => person?.identified_by ?? null,
  birth_year:
    ({ first }) =>
    (row) => {
      const date = first(row);
      return date === null ? said(row, "birth_year") : Number(String(date).slice(0, 4));
    },
  precision:
    ({ first, precision }) =>
    (row) => {
      const date = first(row);
      return typeof date === "string" && !/\d/.test(date) ? date : precision(row);
    },
  sex:
    ({ first }) =>
    (row) =>
      first(row) ?? said(row, "sex"),
  group_code:
    ({ first }) =>
    (row) =>
      /^[A-Z]{2}/.exec(String(first(row) ?? "").toUpperCase())?.[0] ?? said(row, "group_code"),
  benefit_level:
    ({ first }) =>
    (row) =>
      first(row) ?? said(row, "benefit_level"),
  area_id:
    ({ first, areaOf }) =>
    (row) =>
      areaOf(first(row)),
  section:
    ({ sectionOf }) =>
    (row) =>
      sectionOf(row.values)[0] ?? row.section,
  range_start:
    ({ first }) =>
    (row) =>
      endOfRange(first(row), 0),
  range_end:
    ({ first }) =>
    (row) =>
      endOfRange(first(row), 1),
  last_day:
    ({ first, from }) =>
    (row) => {
      const date = first(row);
      return date === null ? null : lastDay(String(date), row.precisions.get(from[0] ?? ""));
    },
};

/** The first or the last day of a range (`2026-04-01/2027-08-31`); a day is both. */
function endOfRange(range: RecordValue | null, at: 0 | 1): string | null {
  if (range === null) return null;
  const days = String(range).split("/");
  return days[at] ?? days[0] ?? null;
}

/** What the first of a person's numbers that says anything says. */
function said(
  { identifiers }: ListRow,
  fact: "birth_year" | "sex" | "group_code" | "benefit_level",
): RecordValue | null {
  return identifiers.find((one: Identifier) => one[fact])?.[fact] ?? null;
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The last day of a month, quarter or year that was written without its day (`12/2026` holds to its end). */
function lastDay(date: string, precision = "day"): string | null {
  const [year = 0, first = 0] = date.split("-").map(Number);
  const months = MONTHS[precision];
  if (months === undefined) return date;
  const month = first + months - 1;
  return isoDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
