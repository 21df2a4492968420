import { existsSync } from "node:fs";
import { clusteredMean } from "./chances/clusters.ts";
import { type Chance, type Judged, judge } from "./chances/judged.ts";
import { isTuned, readSeries } from "./forecast/data.ts";
import { forecastWindows, type Window, windowsOf } from "./forecast/windows.ts";
import { usualData } from "./forecast.ts";
import type { Bench, BenchReport } from "./kit/bench.ts";

/** Lengths as a ward's series have, forecast as far as the end of a programme. */
const plans = {
  month: { lengths: [12, 24, 36, 46], steps: [1, 4, 8, 12, 17, 24, 36, 50] },
  quarter: { lengths: [6, 15], steps: [1, 4, 8, 12, 17] },
  year: { lengths: [4, 5, 6, 7], steps: [1, 2, 3, 4, 5] },
};
const IN_80 = [0.77, 0.85] as const;
const IN_95 = [0.93, 0.98] as const;
const OFF_BAND = 0.04;
const BANDS = 5;
const LUCK = 2;

/**
 * Whether intervals and chances hold as often as they say, on series that no tuning looked at: coverage per
 * step, what was stated beside what was met in five bands, and Brier scores beside those of naive methods.
 */
export const bench: Bench = { name: "chances", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  if (!existsSync(usualData)) {
    say("no series to measure on: they are no part of the project");
    return [];
  }
  const untuned = (await readSeries(usualData, "all")).filter((series) => !isTuned(series));
  const datasets = Map.groupBy(untuned, ({ dataset }) => dataset);
  const reports: BenchReport[] = [];
  for (const [dataset, series] of datasets) {
    const cells = cellsOf(series);
    const windows = cells.flatMap(({ windows }) => windows);
    say(`${dataset}: ${windows.length} windows of ${series.length} series …`);
    const forecasts = await forecastWindows(windows);
    const judged = cells.map(({ name, windows, steps }) => ({
      name,
      judged: windows.flatMap((one) => judge(one, forecasts.get(one.window_id) ?? [], steps)),
    }));
    reports.push(report(`${dataset}, ${series.length} series that no tuning looked at`, judged));
  }
  return reports;
}

interface Cell {
  name: string;
  windows: Window[];
  steps: number[];
}

function cellsOf(series: Parameters<typeof windowsOf>[0]): Cell[] {
  return Object.entries(plans).flatMap(([frequency, { lengths, steps }]) => {
    const most = Math.max(...steps);
    const reach = { steps: most, ahead: most, least: most };
    return lengths.map((length) => ({
      name: `${frequency} ${length}`,
      windows: windowsOf(series, frequency, [length], reach),
      steps,
    }));
  });
}

interface JudgedCell {
  name: string;
  judged: Judged[];
}

function report(title: string, cells: readonly JudgedCell[]): BenchReport {
  const seen = cells.filter(({ judged }) => judged.length > 0);
  return {
    title,
    measurements: [],
    bounds: seen.flatMap(boundsOf),
    notes: [
      ...seen.flatMap(tableOf),
      ...bandsOf("all", seen.flatMap(chancesOf)),
      `bounds that are missed by more than ${LUCK} standard errors: ${seen.flatMap(beyondLuck).join(", ") || "none"}`,
    ],
  };
}

function boundsOf(cell: JudgedCell): BenchReport["bounds"] {
  const brier = brierOf(chancesOf(cell));
  return [
    ...figuresOf(cell).map(({ text, figures }) => ({
      text: `${cell.name}: ${text}`,
      holds: figures.every((figure) => missOf(figure) === 0),
    })),
    {
      text: `${cell.name}: Brier score below a random walk's, without and with drift`,
      holds: brier.ours < Math.min(brier.walk, brier.drift),
    },
  ];
}

/** A figure, its standard error, and where it should lie. */
interface Figure {
  mean: number;
  error: number;
  bounds: readonly [number, number];
}

function figuresOf(cell: JudgedCell): { text: string; figures: Figure[] }[] {
  const coverages = coverageOf(cell);
  return [
    {
      text: `80% coverage in ${IN_80.join("–")} at each step`,
      figures: coverages.map(({ in80 }) => ({ ...in80, bounds: IN_80 })),
    },
    {
      text: `95% coverage in ${IN_95.join("–")} at each step`,
      figures: coverages.map(({ in95 }) => ({ ...in95, bounds: IN_95 })),
    },
    {
      text: `five bands of chances within ${OFF_BAND * 100} points`,
      figures: bands(chancesOf(cell)).map(({ off }) => ({ ...off, bounds: [-OFF_BAND, OFF_BAND] })),
    },
  ];
}

function missOf({ mean, bounds: [low, high] }: Figure): number {
  return Math.max(0, low - mean, mean - high);
}

function beyondLuck(cell: JudgedCell): string[] {
  return figuresOf(cell)
    .filter(({ figures }) => figures.some((figure) => missOf(figure) > LUCK * figure.error))
    .map(({ text }) => `${cell.name} ${text.split(" ").slice(0, 2).join(" ")}`);
}

function tableOf(cell: JudgedCell): string[] {
  const coverage = coverageOf(cell).map(
    ({ step, in80, in95 }) => `${step}: ${withError(in80)}/${withError(in95)}`,
  );
  const n = cell.judged.length / coverage.length;
  return [
    `${cell.name} (${Math.round(n)} windows), coverage by step ± standard error: ${coverage.join("  ")}`,
    ...bandsOf(cell.name, chancesOf(cell)),
  ];
}

function withError({ mean, error }: { mean: number; error: number }): string {
  return `${mean.toFixed(2)}±${error.toFixed(2).slice(1)}`;
}

function bandsOf(name: string, chances: readonly Chance[]): string[] {
  const { ours, walk, drift } = brierOf(chances);
  const percent = (share: number) => (100 * share).toFixed(1);
  const stated = bands(chances).map(
    ({ stated, met, off, n }) =>
      `${percent(stated)} → ${percent(met)} ±${percent(off.error)} (${n})`,
  );
  return [
    `${name}, stated → met: ${stated.join("  ")}`,
    `${name}, Brier: ours ${ours.toFixed(4)}, random walk ${walk.toFixed(4)}, with drift ${drift.toFixed(4)}`,
  ];
}

function coverageOf({ judged }: JudgedCell) {
  return [...Map.groupBy(judged, ({ step }) => step)].map(([step, of]) => ({
    step,
    in80: clusteredMean(of.map(({ series_id, isIn80 }) => ({ series_id, value: Number(isIn80) }))),
    in95: clusteredMean(of.map(({ series_id, isIn95 }) => ({ series_id, value: Number(isIn95) }))),
  }));
}

function chancesOf({ judged }: JudgedCell): Chance[] {
  return judged.flatMap(({ chances }) => chances);
}

function bands(chances: readonly Chance[]) {
  const bandOf = ({ stated }: Chance) => Math.min(BANDS - 1, Math.floor(stated * BANDS));
  const groups = Map.groupBy(chances, bandOf);
  return [...groups.keys()].sort().map((band) => {
    const of = groups.get(band) as Chance[];
    const off = clusteredMean(
      of.map(({ series_id, stated, isMet }) => ({ series_id, value: Number(isMet) - stated })),
    );
    const stated = mean(of.map(({ stated }) => stated));
    return { stated, met: stated + off.mean, off, n: of.length };
  });
}

function brierOf(chances: readonly Chance[]) {
  const brier = (stated: (chance: Chance) => number) =>
    mean(chances.map((chance) => (stated(chance) - Number(chance.isMet)) ** 2));
  return {
    ours: brier(({ stated }) => stated),
    walk: brier(({ naive }) => naive.walk),
    drift: brier(({ naive }) => naive.drift),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
