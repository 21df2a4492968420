import type { FixtureRows } from "./fixture.ts";

/** Puts the text in every place that people fill in: titles, names, files, sheets, cells, messages. */
export function poisoned(rows: FixtureRows, text: string): FixtureRows {
  const harmful = text.replaceAll("\u0000", "");
  const filled =
    /^(title|name|short|promise|unit_|definition|formula|file_name|sheet|cells?$|found|expected|message|legal|reason$|method|(?:request|reply)(?:_file_name|_sheet|_cell)?$)/;
  const poison = (row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, filled.test(key) ? harmful : value]),
    );
  return Object.fromEntries(
    Object.entries(rows).map(([mart, list]) => [mart, list.map(poison)]),
  ) as FixtureRows;
}
