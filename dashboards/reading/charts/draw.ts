import * as Plot from "@observablehq/plot";
import type { Html } from "../markup/html.ts";
import { type Alternative, type Drawing, withWords, writeDrawing } from "../markup/svg.ts";
import { newPaper } from "./paper.ts";

/** A point in time and its value. */
export interface Point {
  date: Date;
  value: number;
}

/** Draws a plot without a browser and writes it as strict XML; without words it is decoration. */
export function draw(options: Plot.PlotOptions, alternative: Alternative | null): Html {
  return withWords(drawing(options), alternative);
}

/** The same before it has words, where one drawing serves both languages. */
export function drawing(options: Plot.PlotOptions): Drawing {
  return writeDrawing(Plot.plot({ ...options, document, className: "plot", figure: false }));
}

/** A date yyyy-mm-dd as the moment it begins in UTC, the only clock that charts know. */
export function day(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** Observations or projections as points. */
export function points(rows: readonly { period_end: string; value: number }[]): Point[] {
  return rows.map(({ period_end, value }) => ({ date: day(period_end), value }));
}

const document = newPaper();
