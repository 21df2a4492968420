import { createHash } from "node:crypto";
import { withDatabase } from "../../../lib/store/database.ts";
import { quoteText } from "../../../lib/store/sql.ts";

/** A series whose end is held back. */
export interface HeldBack {
  series_id: string;
  dataset: string;
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
 * same number of values before it, so that choices can be made without looking at the test; `all` holds
 * nothing back.
 */
export type Split = "test" | "dev" | "all";

/** Of 256 series of a data set, how many tuning may look at; of data sets that are not named none. */
const tuned: Record<string, number> = { M1: 192, TOURISM: 128 };

/** Whether tuning may look at a series: its name decides. The others are for measuring alone. */
export function isTuned({ dataset, series_id }: Pick<HeldBack, "dataset" | "series_id">): boolean {
  const place = createHash("sha256").update(series_id).digest("hex").slice(0, 2);
  return Number.parseInt(place, 16) < (tuned[dataset] ?? 0);
}

/** Series of a Parquet file with the columns dataset, series_id, frequency, t, value, split (train, test). */
export async function readSeries(path: string, split: Split): Promise<HeldBack[]> {
  const ask = (question: string) => withDatabase(":memory:", "READ_WRITE", (ask) => ask(question));
  const rows = (await ask(`
    select
      dataset,
      concat(dataset, ' ', frequency) as "group",
      concat(dataset, ' ', frequency, ' ', series_id) as series_id,
      frequency,
      case frequency when 'month' then 12 when 'quarter' then 4 else 1 end as period,
      list(value order by t) as "values",
      count_if(split = 'test')::integer as horizon
    from read_parquet(${quoteText(path)})
    group by dataset, frequency, series_id
    order by all`)) as unknown as (HeldBack & {
    values: number[];
    horizon: number;
  })[];
  return rows
    .map(({ values, horizon, ...series }) => {
      if (split === "all") return { ...series, history: values, outcomes: [] };
      const known = split === "test" ? values : values.slice(0, -horizon);
      return { ...series, history: known.slice(0, -horizon), outcomes: known.slice(-horizon) };
    })
    .filter(({ history }) => history.length >= 3);
}
