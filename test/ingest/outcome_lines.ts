import type { FileOutcome } from "../../ingest/file/file_outcome.ts";
import type { LandedRow } from "../../ingest/land/landed.ts";

/** What a file gave, in lines that can be checked by eye against the file. */
export function outcomeLines({ file, rows, document_date }: FileOutcome) {
  return {
    form: file.form,
    status: file.status,
    document_date,
    edition: file.edition,
    rows: `${file.rows_read} = ${file.rows_landed} + ${file.rows_rejected} + ${file.rows_ignored}`,
    sheets: (rows.sheets ?? []).map(
      ({ sheet, title, period_start, period_end, ignored_by_rule }) =>
        `${sheet} · ${title} · ${period_start}..${period_end} · ${ignored_by_rule}`,
    ),
    observations: (rows.observations ?? []).map(observationLine),
    ...(rows.remarks?.length ? { remarks: rows.remarks.map(remarkLine) } : {}),
    records: recordLines(rows as Record<string, Record<string, unknown>[]>),
    rejects: (rows.rejects ?? []).map(
      ({ severity, rule, cell, found }) => `${severity} ${rule} ${cell} ${found}`,
    ),
  };
}

/** An observation in one line: cell, what, where, when, how much. */
export function observationLine(row: LandedRow<"observations">): string {
  const what = row.category === null ? row.measure : `${row.measure}/${row.category}`;
  const where = row.area_id ?? JSON.stringify(row.area_text);
  const when = `${row.frequency} ${row.period_start}..${row.period_end}`;
  const marks = [
    row.is_approximate ? "approximate" : "",
    row.is_total ? "total" : "",
    row.is_subset ? "subset" : "",
  ].filter(Boolean);
  const line = `${row.cell} ${what} ${where} ${when} = ${row.value} ${row.unit} ${row.kind}`;
  return [line, ...marks].join(" ");
}

/** A remark in one line: cell, what, where, when, written and due when, and what it says. */
function remarkLine(row: LandedRow<"remarks">): string {
  const what = row.category === null ? row.remark : `${row.remark}/${row.category}`;
  const where = row.area_id ?? JSON.stringify(row.area_text);
  const when = `${row.frequency} ${row.period_start}..${row.period_end}`;
  const dates = `written ${row.written_date} due ${row.due_date}`;
  return `${row.cell} ${what} ${where} ${when} ${dates}: ${row.content}`;
}

/** Records without hash and sheet; persons are numbered in the order in which they first appear. */
function recordLines(rows: Record<string, Record<string, unknown>[]>): unknown[] {
  const persons = new Map<unknown, string>();
  const tables = Object.keys(rows).filter((table) => table.startsWith("records_"));
  return tables.flatMap((table) =>
    (rows[table] ?? []).map(({ file_hash: _, sheet: __, person_key, ...fields }) => {
      if (person_key === undefined) return fields;
      const person = persons.get(person_key) ?? `person ${persons.size + 1}`;
      persons.set(person_key, person);
      return { person, ...fields };
    }),
  );
}
