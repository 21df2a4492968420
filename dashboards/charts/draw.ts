import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Html } from "../html.ts";
import { type Alternative, writeSvg } from "../svg.ts";

/** A point in time and its value. */
export interface Point {
  date: Date;
  value: number;
}

/** Draws a plot without a browser and writes it as strict XML; without words it is decoration. */
export function draw(options: Plot.PlotOptions, alternative: Alternative | null): Html {
  const plot = Plot.plot({ ...options, document, className: "plot", figure: false });
  return writeSvg(plot as Element, alternative);
}

/** A date yyyy-mm-dd as the moment it begins in UTC, the only clock that charts know. */
export function day(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** Observations or projections as points. */
export function points(rows: readonly { period_end: string; value: number }[]): Point[] {
  return rows.map(({ period_end, value }) => ({ date: day(period_end), value }));
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");
