import { DuckDBInstance } from "@duckdb/node-api";

/** A series whose end is held back. */
export interface HeldBack {
  series_id: string;
  /** Dataset and frequency, forecast and judged together. */
  group: string;
  frequency: string;
  /** Periods in a year. */
  period: number;
  history: number[];
  outcomes: number[];
}

/**
 * What is held back: `test` holds back what the dataset itself does; `dev` leaves that out and holds back the
 * same number of values before it, so that choices can be made without looking at the test.
 */
export type Split = "test" | "dev";

/** Series of a Parquet file with the columns dataset, series_id, frequency, t, value, split (train, test). */
export async function readSeries(path: string, split: Split): Promise<HeldBack[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`
    select
      concat(dataset, ' ', frequency) as "group",
      concat(dataset, ' ', frequency, ' ', series_id) as series_id,
      frequency,
      case frequency when 'month' then 12 when 'quarter' then 4 else 1 end as period,
      list(value order by t) as "values",
      count_if(split = 'test')::integer as horizon
    from read_parquet('${path.replaceAll("'", "''")}')
    group by dataset, frequency, series_id
    order by all`);
  const rows = reader.getRowObjectsJson() as unknown as (HeldBack & {
    values: number[];
    horizon: number;
  })[];
  connection.closeSync();
  instance.closeSync();
  return rows
    .map(({ values, horizon, ...series }) => {
      const known = split === "test" ? values : values.slice(0, -horizon);
      return { ...series, history: known.slice(0, -horizon), outcomes: known.slice(-horizon) };
    })
    .filter(({ history }) => history.length >= 3);
}
