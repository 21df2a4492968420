import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LandedTable } from "../../../ingest/land/landed.ts";
import { type Ask, withDatabase, withPublished } from "../../../lib/store/database.ts";
import { homePaths } from "../../../lib/store/home.ts";
import { quoteText } from "../../../lib/store/sql.ts";

/**
 * Works on the published warehouse of a home; where none is there yet, on what has landed, told by the same
 * names. Throws where nothing has landed either.
 */
export async function withPublishedOrLanded<T>(
  home: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const { warehouse, landed } = homePaths(home);
  if (existsSync(warehouse) || !existsSync(join(landed, "files"))) return withPublished(home, work);
  return withDatabase(":memory:", "READ_WRITE", async (ask) => {
    for (const statement of viewsOf(landed)) await ask(statement);
    return work(ask);
  });
}

/** Views that give landed rows the names and columns of the marts, as far as refusals are told by them. */
function viewsOf(landed: string): string[] {
  const parts = (table: LandedTable) =>
    `read_parquet(${quoteText(join(landed, table, "*.parquet"))})`;
  return [
    "create schema marts",
    `create view marts.fct_files as select * from ${parts("files")}`,
    `create view marts.fct_rejects as
      select rejects.*, files.file_name from ${parts("rejects")} as rejects
      inner join ${parts("files")} as files using (file_hash)`,
    `create view marts.fct_source_status as select form, agency_id from ${parts("forms")}`,
    `create view marts.dim_agencies as
      select agency_id, name_vi from ${parts("programme_agencies")}
      where programme_hash = (
        select max_by(programme_hash, received_at) from ${parts("programme_versions")})`,
  ];
}
