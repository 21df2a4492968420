import type { Form, RecordField } from "../form.ts";
import { isoDate } from "../parse/date.ts";
import type { Identifier } from "../parse/identifier.ts";
import type { PersonTokens } from "../people/person.ts";
import type { ListRow } from "./list_row.ts";
import type { RecordValue } from "./record_cell.ts";
import type { RowAreas } from "./row_area.ts";
import type { SheetContext } from "./sheet_context.ts";

type Derived = Extract<RecordField<string>, { as: string }>;

/** What a derivation may look at besides the values of its columns. */
interface Sources {
  row: ListRow;
  from: readonly string[];
  person: PersonTokens | null;
  form: Form;
  areaOf: (text: RecordValue | undefined) => string | null;
}

/** A function that derives the fields of a sheet's rows that no column holds as they land. */
export function deriver(
  context: SheetContext,
  areas: RowAreas,
): (field: Derived, row: ListRow, person: PersonTokens | null) => RecordValue | null {
  const { match, title } = context;
  const { form, columns } = match;
  const days = title.period.ok ? title.period.value : null;
  const hasAreas = columns.has(form.keys.area?.column ?? "");
  const areaOf = (text: RecordValue | undefined) =>
    text === undefined
      ? hasAreas
        ? null
        : match.areas.ward_id
      : areas.of(String(text), days).area_id;
  return ({ as, from }, row, person) => {
    const values = from.flatMap((id) => row.values.get(id) ?? []);
    return derivations[as](values, { row, from, person, form, areaOf });
  };
}

/** The section that a row's own choice belongs to, and the column that says it. */
export function chosenSection(
  { columns, records }: Form,
  values: ListRow["values"],
): [section: string | null, column: string] {
  const sections = Object.entries(records?.sections ?? {});
  for (const [id, { type }] of Object.entries(columns)) {
    const said = type === "choice" ? values.get(id) : undefined;
    const found = sections.find(([, { choices }]) => choices.includes(String(said)));
    if (found) return [found[0], id];
  }
  return [null, ""];
}

const derivations: Record<
  Derived["as"],
  (values: RecordValue[], sources: Sources) => RecordValue | null
> = {
  person_key: (_, { person }) => person?.person_key ?? null,
  citizen_key: (_, { person }) => person?.citizen_key ?? null,
  identified_by: (_, { person }) => person?.identified_by ?? null,
  birth_year: (values, { row }) =>
    values.map((value) => Number(String(value).slice(0, 4)))[0] ?? said(row, "birth_year"),
  precision: ([first], { row, from }) =>
    typeof first === "string" && !/\d/.test(first) ? first : (precisionOf(row, from) ?? null),
  sex: (values, { row }) => values[0] ?? said(row, "sex"),
  group_code: (values, { row }) =>
    /^[A-Z]{2}/.exec(String(values[0] ?? "").toUpperCase())?.[0] ?? said(row, "group_code"),
  benefit_level: (values, { row }) => values[0] ?? said(row, "benefit_level"),
  area_id: (values, { areaOf }) => areaOf(values[0]),
  section: (_, { row, form }) => chosenSection(form, row.values)[0] ?? row.section,
  last_day: ([date], { row, from }) =>
    date === undefined ? null : lastDay(String(date), row.precisions.get(from[0] ?? "")),
};

/** How much was written of the first of these columns' dates. */
function precisionOf({ values, precisions }: ListRow, from: readonly string[]) {
  const id = from.find((each) => values.has(each));
  return id === undefined ? undefined : (precisions.get(id) ?? "day");
}

/** What the first of a person's numbers that says anything says. */
function said(
  { identifiers }: ListRow,
  fact: "birth_year" | "sex" | "group_code" | "benefit_level",
): RecordValue | null {
  return identifiers.map((one: Identifier) => one[fact]).find((value) => value) ?? null;
}

/** The last day of a month or year that was written without its day (`12/2026` holds to its end). */
function lastDay(date: string, precision: string | undefined): string | null {
  const [year = 0, month = 0] = date.split("-").map(Number);
  if (precision === "year") return isoDate(year, 12, 31);
  if (precision !== "month") return date;
  return isoDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
