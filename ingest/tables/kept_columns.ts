import type { Frame, FrameColumn } from "./frame.ts";
import type { HeaderLevel } from "./header_rows.ts";
import type { SourceCell } from "./reading.ts";

/** The columns that a table made of figures across keeps as they are: what names its rows, notes. */
export function keptColumns({ ordinal, keys, label, notes }: Frame): FrameColumn[] {
  const numbers = ordinal === null ? [] : [{ column: ordinal, levels: [] }];
  return [...numbers, ...keys, label, ...notes];
}

/** How a kept column is headed. */
export function keptLevels({ ordinal, top }: Frame, { column, levels }: FrameColumn): SourceCell[] {
  if (column === ordinal) return [levelCell({ text: "STT", row: top, column })];
  return levels.slice(-2).map(levelCell);
}

/** A level of a header as a cell. */
export function levelCell({ text, row, column }: HeaderLevel): SourceCell {
  return { cell: { type: "text", text }, row, column };
}
