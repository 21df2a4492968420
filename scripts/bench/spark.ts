import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { withDatabase } from "../../lib/store/database.ts";
import type { Bench, BenchReport } from "./kit/bench.ts";
import { type Cost, measure } from "./kit/measure.ts";
import { pythonEnvironment } from "./kit/python_env.ts";

const SERIES = 20_000;
const ENGINES = ["duckdb", "spark"] as const;

const here = join(import.meta.dirname, "spark");
const environment = resolve(import.meta.dirname, "../..", ".venv-bench-spark");

/** The folds of the forecasts on DuckDB and, by the same macros, on Spark: whether every digit is the same. */
export const bench: Bench = { name: "spark", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  const python = pythonEnvironment(join(here, "requirements.lock"), environment, say, ["pyspark"]);
  if (!python) return [];
  const folder = mkdtempSync(join(tmpdir(), "bench-spark-"));
  try {
    await writePoints(join(folder, "points"));
    const costs = new Map<string, Cost>();
    for (const engine of ENGINES) {
      say(`folding ${SERIES} series on ${engine} …`);
      costs.set(engine, await fold(engine, join(dirname(python), "dbt"), folder));
    }
    return [report(costs, await compare(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Series of 2 to 71 points with smoothing parameters and first values of their own, made by hashing. */
async function writePoints(folder: string): Promise<void> {
  mkdirSync(folder);
  await query(`copy (
    select
      series_id,
      list_transform(
        range(2 + series_id % 70),
        lambda t: 50 + t * (series_id % 7) / 10.0 + hash(series_id, t) % 1000 / 100.0
      ) as points,
      hash(series_id, 'alpha') % 1000 / 1000.0 as alpha,
      hash(series_id, 'ratio') % 400 / 1000.0 as ratio,
      0.8 + hash(series_id, 'phi') % 200 / 1000.0 as phi,
      points[1] + 0.1 as first_forecast,
      0.1 as first_trend
    from range(${SERIES}) as series (series_id)
  ) to '${join(folder, "part.parquet")}'`);
}

function fold(engine: string, dbt: string, folder: string): Promise<Cost> {
  const project = join(here, "folds");
  const places = ["--project-dir", project, "--profiles-dir", project];
  const made = ["--target-path", join(folder, engine), "--log-path", join(folder, engine)];
  const inside = `cd ${folder} && LECHAN_FOLDS=${folder} exec "$0" "$@" >&2`;
  return measure("sh", ["-c", inside, dbt, "run", "--target", engine, ...places, ...made]);
}

/** How many folds there are on both sides, and how many of them differ in a bit. */
async function compare(folder: string): Promise<{ n_folds: number; n_different: number }> {
  const [found] = await query(
    `attach '${join(folder, "folds.duckdb")}' as folds (read_only)`,
    `select
      count(*)::integer as n_folds,
      count_if((ours.fold.forecast, ours.fold.trend, ours.fold.sse, ours.square)
        is distinct from (theirs.fold.forecast, theirs.fold.trend, theirs.fold.sse, theirs.square)
      )::integer as n_different
    from folds.main.folded as ours
    inner join '${join(folder, "spark", "folds.db", "folded", "*.parquet")}' as theirs
      using (series_id)`,
  );
  return found as { n_folds: number; n_different: number };
}

/** Runs statements in a database of their own; the rows of the last. */
async function query(...statements: string[]): Promise<unknown[]> {
  return withDatabase(":memory:", "READ_WRITE", async (ask) => {
    let rows: unknown[] = [];
    for (const statement of statements) rows = await ask(statement);
    return rows;
  });
}

function report(
  costs: ReadonlyMap<string, Cost>,
  { n_folds, n_different }: { n_folds: number; n_different: number },
): BenchReport {
  const base = costs.get("duckdb")?.seconds ?? 1;
  return {
    title: "folds of the forecasts by the same macros, dbt's start included",
    measurements: [...costs].map(([name, { seconds, peak_mb }]) => ({
      name,
      seconds,
      peak_mb,
      ratio: seconds / base,
    })),
    bounds: [
      {
        text: `${SERIES} folds on both, the same to the last bit`,
        holds: n_folds === SERIES && n_different === 0,
      },
    ],
    notes: [`${n_different} of ${n_folds} folds differ`],
  };
}
