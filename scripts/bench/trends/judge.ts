import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { withConnection } from "../../../lib/store/database.ts";
import { root } from "../../../lib/store/home.ts";
import { quoteText } from "../../../lib/store/sql.ts";
import { dbt, python } from "../../run/dbt.ts";
import type { Design } from "./designs.ts";
import { streamOf } from "./noise.ts";

/** How many series of a design are spoken of. */
export interface Spoken {
  /** With a direction. */
  directed: number;
  /** With the direction in which the values rise. */
  rising: number;
  /** With a signal in a month in which nothing happens. */
  signalled: number;
  /** Such signals. */
  signals: number;
  /** With a signal in a month in which something happens, or with a direction. */
  hits: number;
}

const judges = ["int_trends", "int_control_points", "fct_trends", "fct_signals"];

/** Models that are read from made-up series instead. */
const inputs = {
  points: "intermediate/indicators/int_trend_points.sql",
  indicators: "staging/programme/stg_programme__indicators.sql",
};

/** Any will do. */
const LAST_YEAR = 2019;
const last = { year: LAST_YEAR, quarter: 4 * LAST_YEAR + 4, month: 12 * LAST_YEAR + 12 };
const months = { year: 12, quarter: 3, month: 1 };

/**
 * Judges so many series of each design by the models of trends and signals as they stand, in a folder.
 * @returns what was found by name of the design
 */
export async function judge(
  designs: readonly Design[],
  count: number,
  folder: string,
): Promise<Map<string, Spoken>> {
  const warehouse = join(folder, "warehouse.duckdb");
  await writeInputs(designs, count, folder);
  runModels(copyModels(folder), warehouse, folder);
  return await readSpoken(designs, warehouse);
}

function copyModels(folder: string): string {
  const project = join(folder, "models");
  const isMade = (path: string) => /[\\/](target|logs)$/.test(path);
  cpSync(join(root, "models"), project, { recursive: true, filter: (path) => !isMade(path) });
  for (const [name, path] of Object.entries(inputs)) {
    const from = quoteText(join(folder, `${name}.parquet`));
    writeFileSync(join(project, "models", path), `select * from read_parquet(${from})\n`);
  }
  return project;
}

/** Each design is an indicator, each of its series an area, the last period the end of the last year. */
async function writeInputs(designs: readonly Design[], count: number, folder: string) {
  await withConnection(":memory:", {}, async (connection) => {
    const write = (select: string, name: string) =>
      connection.run(`copy (${select}) to ${quoteText(join(folder, `${name}.parquet`))}`);
    await connection.run(`create table points (
      indicator_id varchar, area_id varchar, frequency varchar, period_index integer,
      months_before integer, value double)`);
    const rows = await connection.createAppender("points");
    for (const design of designs)
      for (let place = 0; place < count; place += 1) appendSeries(rows, design, place);
    rows.closeSync();
    await write(
      `select * exclude (months_before), concat(indicator_id, '|', area_id) as series_id,
        last_day(make_date(${LAST_YEAR}, 12, 1) - to_months(months_before)) as period_end,
        cast(null as date) as break_date from points`,
      "points",
    );
    const counted = designs.filter((design) => design.is_count).map(({ name }) => quoteText(name));
    const isCount = `indicator_id in (${["''", ...counted].join(", ")})`;
    await write(
      `select distinct indicator_id, 'reported' as kind, 'up' as direction,
        case when ${isCount} then 0.0 end as lower_bound,
        case when not ${isCount} then 1000.0 end as upper_bound from points`,
      "indicators",
    );
  });
}

type Appender = Awaited<
  ReturnType<Parameters<Parameters<typeof withConnection>[2]>[0]["createAppender"]>
>;

/** Values are told to three decimals, as offices round them too. */
function appendSeries(rows: Appender, { name, frequency, make }: Design, place: number) {
  const values = make(streamOf(name, place));
  for (const [t, value] of values.entries()) {
    const before = values.length - 1 - t;
    rows.appendVarchar(name);
    rows.appendVarchar(`${place}`);
    rows.appendVarchar(frequency);
    rows.appendInteger(last[frequency] - before);
    rows.appendInteger(before * months[frequency]);
    rows.appendDouble(Math.round(value * 1000) / 1000);
    rows.endRow();
  }
}

function runModels(project: string, warehouse: string, folder: string) {
  const chosen = [...Object.values(inputs).map((path) => basename(path, ".sql")), ...judges];
  const places = ["--project-dir", project, "--profiles-dir", project];
  const { status, stdout } = spawnSync(
    python,
    [...dbt, "run", "--select", ...chosen, ...places, "--target-path", join(folder, "target")],
    {
      cwd: project,
      encoding: "utf8",
      env: {
        ...process.env,
        ...{
          LECHAN_LANDED: folder,
          LECHAN_WAREHOUSE: warehouse,
          LECHAN_AS_OF: `${LAST_YEAR + 1}-01-31`,
        },
        ...{ DBT_SEND_ANONYMOUS_USAGE_STATS: "false", PYTHONDONTWRITEBYTECODE: "1" },
      },
    },
  );
  if (status !== 0) throw new Error(`dbt run failed: ${stdout.slice(-4000)}`);
}

async function readSpoken(designs: readonly Design[], warehouse: string) {
  const odd = designs.map(
    ({ name, since = 99, until = since }) => `(${quoteText(name)}, ${since}, ${until})`,
  );
  const rows = await withConnection(warehouse, { access_mode: "READ_ONLY" }, async (connection) => {
    const answer = await connection.runAndReadAll(`
      with designs (indicator_id, since, until) as (values ${odd.join(", ")}),
      placed as (
        select *, date_diff('month', make_date(${LAST_YEAR - 2}, 1, 1), period_end) between since and until as is_right
        from marts.fct_signals inner join designs using (indicator_id)
      ),
      signals as (
        select indicator_id, area_id, count(*) filter (not is_right) as wrong, bool_or(is_right) as is_hit
        from placed group by indicator_id, area_id
      )
      select indicator_id as name,
        count(*) filter (direction in ('improving', 'worsening')) as directed,
        count(*) filter (direction = 'improving') as rising,
        count(*) filter (wrong > 0) as signalled,
        coalesce(sum(wrong), 0) as signals,
        count(*) filter (is_hit or direction in ('improving', 'worsening')) as hits
      from marts.fct_trends left join signals using (indicator_id, area_id)
      group by indicator_id`);
    return answer.getRowObjectsJson();
  });
  return new Map(rows.map(({ name, ...spoken }) => [String(name), numbersOf(spoken)]));
}

const numbersOf = (counted: object) =>
  Object.fromEntries(
    Object.entries(counted).map(([name, count]) => [name, Number(count)]),
  ) as unknown as Spoken;
