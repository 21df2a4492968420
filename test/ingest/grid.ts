import type { Cell } from "../../ingest/parse/cell.ts";
import type { Merge, Sheet } from "../../ingest/read/grid.ts";

/** A sheet from lines of cells parted by `|`; a number stands for a number cell, nothing for none, `~x~` for a struck one. */
export function sheetOf(lines: readonly string[], name = "T10", merges: Merge[] = []): Sheet {
  return { name, is_hidden: false, rows: lines.map((line) => line.split("|").map(cellOf)), merges };
}

function cellOf(text: string): Cell | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const [, struck] = /^~(.+)~$/.exec(trimmed) ?? [];
  const cell = struck === undefined ? null : cellOf(struck);
  if (cell) return { ...cell, is_struck: true };
  if (/^\d+$/.test(trimmed)) return { type: "number", text: trimmed, number: Number(trimmed) };
  return { type: "text", text: trimmed };
}
