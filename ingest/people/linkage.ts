import { join } from "node:path";
import { quoteText } from "../../lib/store/sql.ts";
import { type LandedRow, personalTables } from "../land/landed.ts";
import type { ParquetStore } from "../land/parquet.ts";

/** A row of a list of people and the one token of its person over all lists. */
export interface ResolvedPerson {
  form: string;
  file_hash: string;
  row: number;
  person: string;
}

/**
 * Rows of all lists of people under one token a person. Who is known in one list by the citizen number
 * alone is the person beside whose insurance number it stands in any list; a citizen number that stands
 * beside two proves nothing.
 */
const resolved = (folder: string) => `
  with listed as (${personalTables.map((table) => listedIn(folder, table)).join(" union all ")}),
  proofs as (
    select citizen_key, min(person_key) as proven_key
    from listed
    where person_key <> citizen_key
    group by citizen_key
    having count(distinct person_key) = 1
  ),
  resolved as (
    select listed.*, coalesce(proven_key, person_key) as person, proven_key is not null as is_linked
    from listed left join proofs on listed.person_key = proofs.citizen_key
  )`;

function listedIn(folder: string, table: string): string {
  const glob = quoteText(join(folder, table, "*.parquet"));
  return `select ${quoteText(table.replace("records_", ""))} as form, file_hash, sheet, "row",
      person_key, citizen_key, identified_by
    from read_parquet(${glob}, union_by_name = true)`;
}

/** How many people of each list were known by which kind of number, linked by another list, and on other lists too. */
export async function linkageRows(
  parquet: ParquetStore,
  folder: string,
): Promise<LandedRow<"linkage">[]> {
  const rows = await parquet.ask(`${resolved(folder)},
    elsewhere as (select person from resolved group by person having count(distinct file_hash) > 1)
    select
      form,
      file_hash,
      coalesce(identified_by, 'unknown') as identified_by,
      cast(count(*) as integer) as persons,
      cast(count(*) filter (where is_linked) as integer) as persons_linked,
      cast(count(elsewhere.person) as integer) as persons_elsewhere
    from resolved left join elsewhere using (person)
    group by all
    order by all`);
  return rows as LandedRow<"linkage">[];
}

/** The rows of all lists with the token of their person, in order. */
export async function resolvedPersons(
  parquet: ParquetStore,
  folder: string,
): Promise<ResolvedPerson[]> {
  const rows = await parquet.ask(
    `${resolved(folder)} select form, file_hash, "row", person from resolved order by all`,
  );
  return rows as unknown as ResolvedPerson[];
}
