import { columnWidth } from "../../../lib/office/column_width.ts";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import { columnNames, type DownloadRow } from "./download_rows.ts";

/**
 * The rows behind an indicator's charts as .xlsx bytes, with a sheet that says what, whence and
 * when. Texts are cells of type text, so that none is ever read as a formula.
 */
export function toXlsx(
  rows: readonly DownloadRow[],
  about: readonly [string, string][],
): Uint8Array {
  const columns = columnNames.map((header) => {
    const first = rows.slice(0, 100).map((row) => row[header]);
    return { header, width: columnWidth(first, Math.max(10, header.length + 2), 40) };
  });
  const table = rows.map((row) => columnNames.map((name) => row[name]));
  return xlsxFile([
    { name: "Số liệu", columns, rows: table, has_frozen_head: true },
    { name: "Nguồn", columns: [{ width: 24 }, { width: 80 }], rows: about },
  ]);
}
