import type { Ask } from "../../../../lib/store/database.ts";

/** A row of the mart as a query gives it. */
type Row = Record<string, unknown>;

/** What the warehouse knows of an indicator of the ward. */
export interface Truth {
  indicator_id: string;
  section_id: string;
  agency_id: string | null;
  decimals: number;
  is_share: boolean;
  progress: Progress;
  /** The files behind each of the ward's figures, by frequency and period. */
  files: ReadonlyMap<string, string[]>;
  /** The days from which figures count anew. */
  splits: string[];
}

/** A row of `fct_progress`; nulls where nothing is said. */
interface Progress {
  status: string;
  reason_code: string;
  latest_period_end: string | null;
  latest_value: number | null;
  previous_year_value: number | null;
  change_from_previous_year: number | null;
  frequency: string | null;
  direction: string;
  target_value: number | null;
  target_operator: string | null;
  target_due: string | null;
  target_cadence: string | null;
  planned_value: number | null;
  gap: number | null;
  required_per_year: number | null;
  projected_at_due: number | null;
  projected_lower_80: number | null;
  projected_upper_80: number | null;
  probability_met: number | null;
  arrival_date: string | null;
  is_pace_apart: boolean;
  value_at_due: number | null;
  duty_kind: string | null;
  needed_count: number | null;
  missing_period_ends: string | null;
  caution: string | null;
  n_areas_reported: number | null;
  n_areas: number | null;
}

/** Every indicator of the ward with its newest judgement. */
export async function truths(ask: Ask): Promise<Truth[]> {
  const rows = await ask(
    `select indicators.decimals, indicators.unit = 'percent' as is_share, indicators.agency_id,
            indicators.section_id as home_section, indicators.direction, progress.*
     from marts.fct_progress as progress
     inner join marts.dim_indicators as indicators using (indicator_id)
     where progress.area_id = (select ward_id from marts.dim_programme)
     qualify row_number() over (partition by indicator_id order by as_of desc) = 1
     order by indicator_id`,
  );
  const lineage = await ask(
    `select distinct indicator_id, frequency || ' ' || period_end as figure, file_name
     from marts.fct_lineage where area_id = (select ward_id from marts.dim_programme)`,
  );
  const splits = await ask(
    `select distinct indicator_id, split_date from marts.fct_breaks
     where split_date is not null and area_id = (select ward_id from marts.dim_programme)`,
  );
  return rows.map((row) => truthOf(row, lineage, splits));
}

function truthOf(row: Row, lineage: Row[], splits: Row[]): Truth {
  const own = (one: Row) => one["indicator_id"] === row["indicator_id"];
  const files = Map.groupBy(lineage.filter(own), (one) => String(one["figure"]));
  return {
    indicator_id: String(row["indicator_id"]),
    section_id: String(row["home_section"]),
    agency_id: row["agency_id"] === null ? null : String(row["agency_id"]),
    decimals: Number(row["decimals"]),
    is_share: row["is_share"] === true,
    progress: row as unknown as Progress,
    files: new Map(
      [...files].map(([figure, rows]) => [figure, rows.map((one) => String(one["file_name"]))]),
    ),
    splits: splits.filter(own).map((one) => String(one["split_date"])),
  };
}
