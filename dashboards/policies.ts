import { rowKey } from "./disclosure/control.ts";
import type { Areas } from "./disclosure/counts.ts";
import type { MartRow } from "./marts.ts";

type Value = string | number | boolean | null;
type AnyRow = Record<string, Value>;

/** What becomes of a row in the public edition: the row, the row with less in it, or null. */
export type Policy = (row: AnyRow) => AnyRow | null;

/** What disclosure control has decided. */
export interface Decided {
  registry: readonly MartRow<"indicators">[];
  areas: Areas;
  shown: readonly MartRow<"observations">[];
  hidden: readonly MartRow<"observations">[];
  /** Indicators with a hidden figure of the ward: what was computed from it stays back too. */
  withheld: ReadonlySet<string>;
}

/** The tables of the public edition, by name; those that are not here are empty for its readers. */
export interface Policies {
  /** For the pages: hidden figures are not there. */
  rows: Record<string, Policy>;
  /** For whole tables: hidden figures keep their place and lose their numbers. */
  tables: Record<string, Policy>;
  /** Tables of which only the ward's rows are public. */
  wardOnly: ReadonlySet<string>;
}

/** What each table becomes under these decisions. */
export function publicPolicies(decided: Decided): Policies {
  const { registry, areas, withheld } = decided;
  const indicators = new Set(registry.map(({ indicator_id }) => indicator_id));
  const sections = new Set(registry.map(({ section_id }) => section_id));
  const isPublic = ({ indicator_id }: AnyRow) => indicators.has(String(indicator_id));
  const ofWard: Policy = (row) =>
    isPublic(row) &&
    !withheld.has(String(row["indicator_id"])) &&
    (row["area_id"] ?? areas.ward) === areas.ward
      ? row
      : null;
  const keepAll: Policy = (row) => row;
  const rows: Record<string, Policy> = {
    dim_sections: (row) => (sections.has(String(row["section_id"])) ? row : null),
    dim_agencies: keepAll,
    dim_areas: keepAll,
    dim_indicators: (row) => (isPublic(row) ? row : null),
    dim_targets: (row) => (isPublic(row) ? row : null),
    fct_observations: shownOnly(decided),
    fct_trends: ofWard,
    fct_projections: ofWard,
    fct_backtests: ofWard,
    fct_paths: ofWard,
    fct_pace: ofWard,
    fct_breaks: ofWard,
    fct_progress: progressPolicy(decided, isPublic),
    fct_source_status: keepAll,
  };
  return {
    rows,
    tables: { ...rows, fct_observations: withMarks(decided) },
    wardOnly: new Set([
      "fct_trends",
      "fct_projections",
      "fct_backtests",
      "fct_paths",
      "fct_pace",
      "fct_breaks",
      "fct_progress",
    ]),
  };
}

function shownOnly({ shown }: Decided): Policy {
  const isShown = new Set(shown.map(rowKey));
  return (row) => (isShown.has(keyOf(row)) ? row : null);
}

function withMarks(decided: Decided): Policy {
  const isHidden = new Set(decided.hidden.map(rowKey));
  const shown = shownOnly(decided);
  return (row) =>
    isHidden.has(keyOf(row))
      ? { ...row, value: null, numerator: null, denominator: null }
      : shown(row);
}

function keyOf(row: AnyRow): string {
  return rowKey(row as unknown as MartRow<"observations">);
}

/** Of a withheld indicator the status stays, the target, and the latest value where it is published. */
function progressPolicy(
  { areas, shown, withheld }: Decided,
  isPublic: (row: AnyRow) => boolean,
): Policy {
  const values = new Map(
    shown
      .filter(({ area_id }) => area_id === areas.ward)
      .map((row) => [`${row.indicator_id} ${row.frequency} ${row.period_end}`, row.value]),
  );
  return (row) => {
    if (!isPublic(row) || (row["area_id"] ?? areas.ward) !== areas.ward) return null;
    if (!withheld.has(String(row["indicator_id"]))) return row;
    const known = values.get(
      `${row["indicator_id"]} ${row["frequency"]} ${row["latest_period_end"]}`,
    );
    const kept = Object.entries(row).map(([name, value]) => [
      name,
      coarse.has(name) ? value : null,
    ]);
    const latest = "latest_value" in row ? { latest_value: known ?? null } : {};
    return { ...Object.fromEntries(kept), ...latest };
  };
}

const coarse: ReadonlySet<string> = new Set([
  "indicator_id",
  "area_id",
  "section_id",
  "as_of",
  "frequency",
  "latest_period_end",
  "target_value",
  "target_due",
  "target_operator",
  "target_cadence",
  "status",
  "reason_code",
  "is_sample",
]);
