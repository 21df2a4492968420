import type { MartRow } from "../contract/marts.ts";
import type { Areas } from "../disclosure/areas.ts";
import { rowKey } from "../disclosure/control.ts";

type Value = string | number | boolean | null;
type AnyRow = Record<string, Value>;

/** What becomes of a row in the public edition: the row, the row with less in it, or null. */
export type Policy = (row: AnyRow) => AnyRow | null;

/** Which rows of a mart are public, by name. */
export type RowRule =
  | "all"
  | "public_indicators"
  | "their_sections"
  | "computed_of_ward"
  | "progress_of_ward"
  | "controlled_figures";

/** What disclosure control has decided. */
export interface Decided {
  registry: readonly MartRow<"indicators">[];
  areas: Areas;
  shown: readonly MartRow<"observations">[];
  hidden: readonly MartRow<"observations">[];
  /** Places that are marked as hidden though their rows are gone. */
  kept: readonly AnyRow[];
  /** Indicators with a hidden figure of the ward: what was computed from it stays back too. */
  withheld: ReadonlySet<string>;
}

/** Rules of which only the ward's rows come through. */
export const wardOnly: ReadonlySet<RowRule> = new Set(["computed_of_ward", "progress_of_ward"]);

/**
 * The rules under these decisions. In pages hidden figures are not there; in whole tables
 * (`withMarks`) they keep their place and lose everything else.
 */
export function rowRules(decided: Decided, withMarks: boolean): Record<RowRule, Policy> {
  const { registry, areas, withheld } = decided;
  const indicators = new Set(registry.map(({ indicator_id }) => indicator_id));
  const sections = new Set(registry.map(({ section_id }) => section_id));
  const isPublic = ({ indicator_id }: AnyRow) => indicators.has(String(indicator_id));
  const isOfWard = ({ area_id }: AnyRow) => (area_id ?? areas.ward) === areas.ward;
  const isWithheld = ({ indicator_id }: AnyRow) => withheld.has(String(indicator_id));
  const latest = latestValues(decided);
  const keepIf = (holds: (row: AnyRow) => boolean) => (row: AnyRow) => (holds(row) ? row : null);
  return {
    all: keepIf(() => true),
    public_indicators: keepIf(isPublic),
    their_sections: keepIf(({ section_id }) => sections.has(String(section_id))),
    computed_of_ward: keepIf((row) => isPublic(row) && isOfWard(row) && !isWithheld(row)),
    progress_of_ward: (row) => {
      if (!isPublic(row) || !isOfWard(row)) return null;
      return isWithheld(row) ? coarse(row, latest) : row;
    },
    controlled_figures: figures(decided, withMarks),
  };
}

function figures({ shown, hidden }: Decided, withMarks: boolean): Policy {
  const isShown = new Set(shown.map(rowKey));
  const isMarked = new Set(withMarks ? hidden.map(rowKey) : []);
  return (row) => {
    const key = rowKey(row as unknown as MartRow<"observations">);
    if (isMarked.has(key)) return only(row, placeColumns);
    return isShown.has(key) ? row : null;
  };
}

/** Of a withheld indicator the status stays, the target, and the latest value where it is published. */
function coarse(row: AnyRow, latest: ReadonlyMap<string, number>): AnyRow {
  const kept = only(row, coarseColumns);
  const value = latest.get(
    latestKey(row["indicator_id"], row["frequency"], row["latest_period_end"]),
  );
  return "latest_value" in row ? { ...kept, latest_value: value ?? null } : kept;
}

function latestValues({ areas, shown }: Decided): Map<string, number> {
  const ofWard = shown.filter(({ area_id }) => area_id === areas.ward);
  return new Map(
    ofWard.map((row) => [latestKey(row.indicator_id, row.frequency, row.period_end), row.value]),
  );
}

function latestKey(...parts: (Value | undefined)[]): string {
  return parts.join(" ");
}

function only(row: AnyRow, kept: ReadonlySet<string>): AnyRow {
  const entries = Object.entries(row);
  return Object.fromEntries(entries.map(([name, value]) => [name, kept.has(name) ? value : null]));
}

const placeColumns: ReadonlySet<string> = new Set([
  "indicator_id",
  "area_id",
  "frequency",
  "period_start",
  "period_end",
  "is_sample",
]);

const coarseColumns: ReadonlySet<string> = new Set([
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
