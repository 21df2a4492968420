import * as Plot from "@observablehq/plot";
import type { Html } from "../markup/html.ts";
import { type Alternative, type Drawing, withWords, writeDrawing } from "../markup/svg.ts";
import { newPlotDocument } from "./plot_document.ts";

/** Draws a plot without a browser and writes it as strict XML; without words it is decoration. */
export function draw(options: Plot.PlotOptions, alternative: Alternative | null): Html {
  return withWords(drawing(options), alternative);
}

/** The same before it has words, where one drawing serves both languages. */
export function drawing(options: Plot.PlotOptions): Drawing {
  return writeDrawing(Plot.plot({ ...options, document, className: "plot", figure: false }));
}

const document = newPlotDocument();
