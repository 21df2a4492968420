import { rmSync } from "node:fs";
import { openLanding } from "../../ingest/land/land.ts";
import { landReports } from "../../ingest/land/land_reports.ts";
import { withParquetStore } from "../../ingest/land/parquet.ts";
import { homePaths } from "../../lib/store/home.ts";
import { todayInVietnam } from "../../lib/today.ts";
import { mustHaveLanded } from "./build.ts";
import { buildModels } from "./dbt.ts";
import { decisionsRead } from "./model_day.ts";
import { readPublished } from "./publish.ts";

/** The day of which figures are read, and what was known. */
export interface AsOfDates {
  /** The day at which everything is judged: figures of later periods are left out. */
  as_of: string;
  /** Files received up to this day count, so that late figures and corrections are in. */
  known_by: string;
}

/**
 * Builds the warehouse as of a day, beside the published one, gives its path to the
 * work and removes it afterwards. The models were tested when they were published, so only they are
 * built. To be run under the lock of the home.
 * @throws Error where nothing has landed
 */
export async function withWarehouseAsOf<T>(
  home: string,
  days: AsOfDates,
  log: (line: string) => void,
  work: (warehouse: string) => Promise<T>,
): Promise<T> {
  const { landed, building } = homePaths(home);
  const { as_of_warehouse: warehouse, as_of_dbt: target } = building;
  mustHaveLanded(landed);
  await withParquetStore(async (parquet) => {
    await landReports(await openLanding(landed, parquet, new Date()), home);
  });
  // The decisions that the published pages were judged by.
  const published = readPublished(home)?.parts.warehouse;
  const environment = published
    ? decisionsRead(published, todayInVietnam(new Date(published.published_at)))
    : {};
  const selection = ["--resource-type", "model", "--resource-type", "seed"];
  try {
    await buildModels({ landed, warehouse, target, ...days, selection, environment, log });
    return await work(warehouse);
  } finally {
    for (const path of [warehouse, `${warehouse}.wal`]) rmSync(path, { force: true });
  }
}
