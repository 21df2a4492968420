import { day, type Point, points } from "../facts/point.ts";
import { allPoints, judgedPoint, shownLines } from "../facts/shown_lines.ts";
import { targetPath } from "../facts/target_path.ts";
import type { IndicatorView } from "../facts/view.ts";
import { boundsOf, type Scale, scaleOf } from "./scale.ts";

/** The room a chart has; the narrow one is drawn for phones, since shrinking would shrink the text. */
export interface TrendSize {
  width: number;
  height: number;
  yearStep: number;
  /** Lines of a label right of the drawing: one where there is room, else its words above its number. */
  labelLines: 1 | 2;
}

export const trendSizes = {
  wide: { width: 760, height: 440, yearStep: 1, labelLines: 1 },
  narrow: { width: 350, height: 320, yearStep: 2, labelLines: 2 },
} as const satisfies Record<string, TrendSize>;

/** The lowest number of the vertical axis where it is not zero, so that the page can say so. */
export function axisStart(view: IndicatorView): number | null {
  const last = judgedPoint(view);
  if (!last) return null;
  const past = [...allPoints(shownLines(view)), last];
  const start = trendScale(view, past, comparedLines(view, yearsOf(view, past))).low;
  return start === 0 ? null : start;
}

/** The years a chart spans: from the first observation's to the programme's end. */
export function yearsOf({ programme }: IndicatorView, past: Point[]): [Date, Date] {
  const first = past[0]?.date ?? day(programme.first_date);
  return [new Date(Date.UTC(first.getUTCFullYear(), 0, 1)), endOf(programme)];
}

/** The day after the programme's last, where charts end. */
export function endOf({ last_date }: IndicatorView["programme"]): Date {
  return new Date(day(last_date).getTime() + 86_400_000);
}

/** Room above the drawing, and above and below together, in pixels. */
export const frameTop = 44;
export const frameHeight = 72;

/** The outer measures of a chart, for Plot, with room for the longest label on either side. */
export function frame({ width, height }: TrendSize, left: string[], right: string[]) {
  return {
    width,
    height,
    marginLeft: 16 + longest(left) * characterWidth,
    marginRight: 12 + longest(right) * characterWidth,
    marginTop: frameTop,
    marginBottom: frameHeight - frameTop,
  };
}

/** A published line in the years that the ward's own line spans. */
export interface ComparedLine {
  level: "city" | "country";
  points: Point[];
}

/** The published lines beside the ward's. */
export function comparedLines(view: IndicatorView, [start, end]: [Date, Date]): ComparedLine[] {
  return view.comparisons.map(({ area, observations }) => ({
    level: area.level as ComparedLine["level"],
    points: points(observations).filter(({ date }) => date >= start && date <= end),
  }));
}

/** The vertical scale that holds all that is drawn. */
export function trendScale(view: IndicatorView, past: Point[], compared: ComparedLine[]): Scale {
  const projected = view.projections.flatMap(({ value, lower_95, upper_95 }) => [
    value,
    lower_95 ?? value,
    upper_95 ?? value,
  ]);
  const shown = [...past, ...compared.flatMap((line) => line.points), ...targetPath(view)];
  const values = shown.map(({ value }) => value);
  const { unit } = view.indicator;
  const isFromZero = unit !== "percent" && unit !== "points";
  return scaleOf([...values, ...projected], isFromZero, boundsOf(view.indicator));
}

// The mean width of a semi-bold character at 12 px, measured in Chromium with slack for accents.
const characterWidth = 7.2;

function longest(labels: string[]): number {
  const lines = labels.flatMap((label) => label.normalize("NFC").split("\n"));
  return Math.max(4, ...lines.map(({ length }) => length));
}
