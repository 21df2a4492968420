import { wordKey } from "../parse/key.ts";
import type { Frame, FrameColumn } from "./frame.ts";
import { keptColumns } from "./kept_columns.ts";
import { linesYear } from "./periods.ts";
import { datedBy, PERIOD_HEADER } from "./pivoted.ts";
import { type Line, sourceAt } from "./reading.ts";
import { lineTexts } from "./titles.ts";
import { groupsBy } from "./turned.ts";

/** The rows of one period of a table whose rows name their periods. */
interface PeriodRows {
  frame: Frame;
  /** The lines above its table, dated; null where the period is unclear. */
  lines: Line[] | null;
  /** The columns that are kept: all but that of the periods. */
  kept: FrameColumn[];
}

/** The rows of a table by the periods that one of its columns names; null where none is headed so. */
export function periodsDown(frame: Frame, above: readonly Line[]): PeriodRows[] | null {
  const kept = keptColumns(frame);
  const down = kept.find(({ levels }) => PERIOD_HEADER.test(wordKey(levels.at(-1)?.text ?? "")));
  if (!down) return null;
  const { sheet } = frame;
  const others = kept.filter((each) => each !== down);
  const year = linesYear(lineTexts(above), sheet.name);
  const rows = frame.body.filter((row) =>
    frame.figures.some(({ column }) => sheet.rows[row]?.[column]),
  );
  const textAt = (row: number) => wordKey(sheet.rows[row]?.[down.column]?.text ?? "");
  return groupsBy(rows, (row) => textAt(row)).map((body) => {
    const period = sourceAt(sheet, body[0] ?? 0, down.column);
    return {
      frame: { ...frame, body },
      lines: period && datedBy(above, period, year),
      kept: others,
    };
  });
}
