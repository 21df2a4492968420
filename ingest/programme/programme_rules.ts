import type { Areas } from "../parse/area_list.ts";
import { nearestText } from "../parse/nearest.ts";
import type { ProgrammeTables, ProgrammeValue, Violation } from "./declaration.ts";
import type { Finding } from "./finding.ts";
import { mergedTables, type ReadTable } from "./programme_table.ts";
import { oneOf } from "./programme_value.ts";

/**
 * Everything that rows of the programme break: keys, references, the rules of files. `lacking` are files
 * told of already, to which no reference can hold.
 */
export function brokenRules(
  read: readonly ReadTable[],
  areas: Areas,
  forms: readonly string[],
  lacking: ReadonlySet<string>,
): Finding[] {
  const tables: ProgrammeTables = mergedTables(read);
  const empty = read.filter((table) =>
    withoutRows(table).some(({ severity }) => severity === "error"),
  );
  const told = new Set([...lacking, ...empty.map(({ file }) => file.id)]);
  return read.flatMap((table) => [
    ...repeatedKeys(table),
    ...unknownReferences(table, tables, told),
    ...unknownForms(table, forms),
    ...brokenRowRules(table),
    ...withoutRows(table),
    ...(table.file.check?.(tables, areas) ?? [])
      .filter(({ row }) => table.rowNumbers.has(row))
      .map((violation) => brokenBy(table, violation)),
  ]);
}

function repeatedKeys(table: ReadTable): Finding[] {
  const { key } = table.file;
  const first = new Map<string, number>();
  return table.rows.flatMap((row): Finding[] => {
    if (key.some((name) => row[name] === null)) return [];
    const text = key.map((name) => String(row[name])).join(" · ");
    const known = first.get(text);
    if (known === undefined) {
      first.set(text, table.rowNumbers.get(row) ?? 0);
      return [];
    }
    const [vi, en] = [
      `${key.join(" + ")} khác với dòng ${known}`,
      `${key.join(" + ")} other than in row ${known}`,
    ];
    return [{ ...findingAt(table, row, key[0] ?? "", vi, en), found: text }];
  });
}

function unknownReferences(
  table: ReadTable,
  tables: ProgrammeTables,
  lacking: ReadonlySet<string>,
): Finding[] {
  return Object.entries(table.file.columns).flatMap(([name, column]): Finding[] => {
    if (column.type !== "reference" || lacking.has(column.to.file)) return [];
    const { to, or = [] } = column;
    const keys = (tables.get(to.file) ?? []).flatMap((row) => row[to.column] ?? []).map(String);
    const known = new Set([...keys, ...or]);
    const unknown = table.rows.filter((row) => row[name] !== null && !known.has(String(row[name])));
    return unknown.map((row) => {
      const { vi, en } = oneOf([...known], String(row[name]));
      return findingAt(table, row, name, `${vi} trong ${to.file}`, `${en} in ${to.file}`);
    });
  });
}

function unknownForms(table: ReadTable, forms: readonly string[]): Finding[] {
  const columns = Object.entries(table.file.columns).filter(([, { type }]) => type === "form");
  return columns.flatMap(([name]) => {
    const unknown = table.rows.filter(
      (row) => row[name] !== null && !forms.includes(String(row[name])),
    );
    return unknown.map((row): Finding => {
      const near = nearestText(String(row[name]), forms);
      const [vi, en] = [
        `mã một biểu đã biết (gần nhất: ${near})`,
        `a known form (the nearest is ${near})`,
      ];
      return { ...findingAt(table, row, name, vi, en), severity: "warning" };
    });
  });
}

function brokenRowRules(table: ReadTable): Finding[] {
  return (table.file.rules ?? []).flatMap(({ column, vi, en, holds }) =>
    table.rows.filter((row) => !holds(row)).map((row) => findingAt(table, row, column, vi, en)),
  );
}

function withoutRows({ file, name, rows }: ReadTable): Finding[] {
  const severity = file.when_empty;
  if (!severity || rows.length > 0) return [];
  const vi = `chưa có dòng nào (${file.title_vi}); thêm ít nhất một dòng dưới dòng tên cột`;
  const en = `no row at all (${file.title_en}); add at least one below the names of the columns`;
  return [{ file: name, row: null, column: null, severity, vi, en }];
}

function brokenBy(table: ReadTable, violation: Violation): Finding {
  const { row, column, vi, en, other, severity = "error" } = violation;
  const number = String((other && table.rowNumbers.get(other)) ?? "");
  const said = (text: string) => text.replace("{other}", number);
  return { ...findingAt(table, row, column, said(vi), said(en)), severity };
}

function findingAt(
  { name, rowNumbers }: ReadTable,
  row: Readonly<Record<string, ProgrammeValue>>,
  column: string,
  vi: string,
  en: string,
): Finding {
  const value = row[column] ?? null;
  const place = { file: name, row: rowNumbers.get(row) ?? null, column };
  return { ...place, severity: "error", vi, en, found: value === null ? null : String(value) };
}
