import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { accuracyOf, coverageOf, type Forecast } from "./forecast/accuracy.ts";
import { type HeldBack, readSeries, type Split } from "./forecast/data.ts";
import type { Bench, BenchReport } from "./kit/bench.ts";
import { measure } from "./kit/measure.ts";
import { pythonEnvironment } from "./kit/python_env.ts";

// 0.85 until the median had half of each mix
const MOST_OWA = 0.82;
const COVERAGE_80 = [0.78, 0.83] as const;
const COVERAGE_95 = [0.93, 0.965] as const;
const RIVALS = ["AutoETS", "AutoTheta", "SeasonalNaive"];

const root = resolve(import.meta.dirname, "../..");
const here = join(import.meta.dirname, "forecast");
const ownPython = join(
  root,
  ".venv",
  process.platform === "win32" ? "Scripts/python.exe" : "bin/python",
);

/**
 * Where the public series lie when they are there at all, LECHAN_BENCH_SERIES where it is set; they are no part
 * of the project.
 */
export const usualData =
  process.env["LECHAN_BENCH_SERIES"] ??
  resolve(root, "..", "shared", "data", "forecast", "m1_tourism.parquet");

/** Public series, forecast by the models and by statsforecast; nothing where there are no series. */
export const bench: Bench = {
  name: "forecast",
  run: async (say) => {
    if (existsSync(usualData)) return [await benchForecast(usualData, "test", say)];
    say("no series to measure on: npm run bench:forecast -- --data <parquet>");
    return [];
  },
};

/** Forecasts of a contestant by series and the CPU seconds that they took. */
interface Contestant {
  name: string;
  seconds: number;
  forecasts: Map<string, Forecast[]>;
}

/**
 * Accuracy, coverage and CPU time on the series of a Parquet file (dataset, series_id, frequency, t, value,
 * split), beside statsforecast's AutoETS, AutoTheta and SeasonalNaive where its environment can be made.
 */
export async function benchForecast(
  path: string,
  split: Split,
  say: (line: string) => void,
): Promise<BenchReport> {
  const series = await readSeries(path, split);
  const folder = mkdtempSync(join(tmpdir(), "bench-forecast-"));
  try {
    say(`forecasting ${series.length} series …`);
    const ours = await runOurs(series, folder);
    const rivals = await runRivals(series, folder, say);
    return report(series, [ours, ...rivals], split);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runOurs(series: readonly HeldBack[], folder: string): Promise<Contestant> {
  const points = series.flatMap(({ series_id, frequency, history, outcomes }) =>
    history.map((value, index) => ({
      series_id,
      frequency,
      t: index + 1,
      value,
      lower_bound: null,
      upper_bound: null,
      threshold: null,
      horizon: outcomes.length,
    })),
  );
  const [input, out] = [join(folder, "points.json"), join(folder, "ours.csv")];
  writeFileSync(input, JSON.stringify(points));
  const { stdout } = await measure(ownPython, [
    join(here, "cpu.py"),
    process.execPath,
    join(here, "ours.ts"),
    input,
    out,
  ]);
  return { name: "ours", seconds: Number(stdout), forecasts: readForecasts(out) };
}

async function runRivals(
  series: readonly HeldBack[],
  folder: string,
  say: (line: string) => void,
): Promise<Contestant[]> {
  const lock = join(here, "requirements.lock");
  const python = pythonEnvironment(lock, join(root, ".venv-bench-forecast"), say);
  if (!python) return [];
  say(`fitting ${RIVALS.join(", ")} …`);
  const [input, out] = [join(folder, "points.csv"), join(folder, "rivals.csv")];
  const rows = series.flatMap(({ series_id, group, period, history, outcomes }) =>
    history.map((value, index) => ({
      series_id,
      group,
      period,
      horizon: outcomes.length,
      t: index + 1,
      value,
    })),
  );
  writeFileSync(input, Papa.unparse(rows));
  const { stdout } = await measure(python, [join(here, "statsforecast_methods.py"), input, out]);
  const seconds = JSON.parse(stdout) as Record<string, number>;
  return RIVALS.map((name) => ({
    name,
    seconds: seconds[name] as number,
    forecasts: readForecasts(out, name),
  }));
}

/** Forecasts of a CSV by series, in the order of their steps. */
function readForecasts(path: string, method?: string): Map<string, Forecast[]> {
  const { data } = Papa.parse<Forecast & { series_id: string; step: number; method: string }>(
    readFileSync(path, "utf8"),
    { header: true, dynamicTyping: (column) => column !== "series_id", skipEmptyLines: true },
  );
  const rows = method ? data.filter((row) => row.method === method) : data;
  return Map.groupBy(rows, ({ series_id }) => series_id);
}

function report(
  series: readonly HeldBack[],
  contestants: readonly Contestant[],
  split: Split,
): BenchReport {
  const found = contestants.map(({ name, seconds, forecasts }) => {
    const of = ({ series_id }: HeldBack) => forecasts.get(series_id) ?? [];
    return { name, seconds, of, ...accuracyOf(series, of) };
  });
  type Found = (typeof found)[number];
  const [ours, ...rivals] = found as [Found, ...Found[]];
  const theta = rivals.find(({ name }) => name === "AutoTheta");
  const within = (value: number, [low, high]: readonly [number, number]) =>
    low <= value && value <= high;
  return {
    title: `${series.length} series, ${split} split`,
    measurements: found.map(({ name, seconds }) => ({
      name,
      seconds,
      peak_mb: null,
      ratio: theta ? seconds / theta.seconds : null,
    })),
    bounds: [
      { text: `OWA at most ${MOST_OWA}`, holds: ours.owa <= MOST_OWA },
      {
        text: `OWA below that of ${RIVALS.join(", ")}`,
        holds: rivals.length === 0 ? null : rivals.every(({ owa }) => ours.owa < owa),
      },
      {
        text: `80% coverage in ${COVERAGE_80.join("–")}`,
        holds: within(ours.coverage_80, COVERAGE_80),
      },
      {
        text: `95% coverage in ${COVERAGE_95.join("–")}`,
        holds: within(ours.coverage_95, COVERAGE_95),
      },
      { text: "no step is missing", holds: ours.missing === 0 },
      {
        text: "less CPU time than AutoTheta",
        holds: theta ? ours.seconds < theta.seconds : null,
      },
    ],
    notes: [
      ...found.map(
        ({ name, owa, coverage_80, coverage_95 }) =>
          `${name}: OWA ${owa.toFixed(3)}, coverage ${coverage_80.toFixed(3)} / ${coverage_95.toFixed(3)}`,
      ),
      ...byGroup(series, ours.of),
      ...byStep(series, ours.of),
    ],
  };
}

type Of = (series: HeldBack) => readonly Forecast[];

function byGroup(series: readonly HeldBack[], of: Of): string[] {
  return [...Map.groupBy(series, ({ group }) => group)].map(([group, members]) => {
    const { owa, coverage_80, coverage_95 } = accuracyOf(members, of);
    return `ours, ${group} (${members.length}): OWA ${owa.toFixed(3)}, coverage ${coverage_80.toFixed(3)} / ${coverage_95.toFixed(3)}`;
  });
}

function byStep(series: readonly HeldBack[], of: Of): string[] {
  return [
    [1, 1],
    [2, 3],
    [4, 6],
    [7, 12],
    [13, 18],
    [19, 24],
  ].map(([from = 1, to = 1]) => {
    const far = series.filter(({ outcomes }) => outcomes.length >= from);
    const [in80, in95] = coverageOf(far, of, from, to);
    return `ours, steps ${from}–${to}: coverage ${in80.toFixed(3)} / ${in95.toFixed(3)}`;
  });
}
