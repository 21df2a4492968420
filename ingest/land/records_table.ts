import type { Form } from "../form.ts";
import type { LandedType } from "../parse/landed_type.ts";

/** What every record carries after the fields that its form declares. */
const GIVEN = {
  period_end: "DATE",
  file_hash: "VARCHAR",
  sheet: "VARCHAR",
  row: "INTEGER",
} as const satisfies Record<string, LandedType>;

/** The landed table of a form's records. */
export function recordsTable({ id }: Form): `records_${string}` {
  return `records_${id}`;
}

/** The landed tables that forms declare: column order and types, by table. */
export function recordsTables(
  forms: readonly Form[],
): Record<`records_${string}`, Record<string, LandedType>> {
  const lists = forms.filter(({ records }) => records !== undefined);
  return Object.fromEntries(lists.map((form) => [recordsTable(form), columnsOf(form)]));
}

function columnsOf({ records }: Form): Record<string, LandedType> {
  const fields = Object.entries(records?.fields ?? {});
  return { ...Object.fromEntries(fields.map(([name, { type }]) => [name, type])), ...GIVEN };
}
