import type { Mart, MartValue, RowRelease } from "../contract/mart.ts";
import type { MartRow } from "../contract/marts.ts";
import { rowKey } from "../disclosure/control.ts";
import type { PublicAreas } from "../disclosure/places.ts";

/** A row of any mart. */
export type AnyRow = Record<string, MartValue>;

/** What becomes of a row in the public edition: the row, the row with less in it, or null. */
export type ReleaseRule = (row: AnyRow) => AnyRow | null;

/** What disclosure control has decided. */
export interface Decided {
  registry: readonly MartRow<"indicators">[];
  areas: PublicAreas;
  shown: readonly MartRow<"observations">[];
  hidden: readonly MartRow<"observations">[];
  /** Indicators with a hidden figure of the ward: what was computed from it stays back too. */
  withheld: ReadonlySet<string>;
}

/**
 * The rule for rows of a mart under these decisions. In pages hidden figures are not there; in
 * whole tables (`hasMarks`) they keep their place and lose everything else.
 */
export function releaseRules(decided: Decided, hasMarks: boolean): (mart: Mart) => ReleaseRule {
  const { registry, areas, withheld } = decided;
  const indicators = new Set(registry.map(({ indicator_id }) => indicator_id));
  const sections = new Set(registry.map(({ section_id }) => section_id));
  const isPublic = ({ indicator_id }: AnyRow) => indicators.has(String(indicator_id));
  const isOfWard = ({ area_id }: AnyRow) => (area_id ?? areas.ward) === areas.ward;
  const isWithheld = ({ indicator_id }: AnyRow) => withheld.has(String(indicator_id));
  const shownKeys = new Set(decided.shown.map(rowKey));
  const markedKeys = new Set(hasMarks ? decided.hidden.map(rowKey) : []);
  const published = publishedOfWard(decided);
  const rules: Record<RowRelease, (row: AnyRow, mart: Mart) => AnyRow | null> = {
    none: () => null,
    all: (row) => row,
    public_indicators: (row) => (isPublic(row) ? row : null),
    public_sections: (row) => (sections.has(String(row["section_id"])) ? row : null),
    figures: (row, mart) => {
      const key = rowKey(row as unknown as MartRow<"observations">);
      if (markedKeys.has(key)) return withoutSuppressed(row, mart, published);
      return shownKeys.has(key) ? row : null;
    },
    ward_results: (row, mart) => {
      if (!isPublic(row) || !isOfWard(row)) return null;
      return isWithheld(row) ? withoutSuppressed(row, mart, published) : row;
    },
  };
  return (mart) => (row) => rules[mart.release](row, mart);
}

/** The row with nothing in the columns that are not public. */
export function withoutInternal(row: AnyRow, { columns }: Mart): AnyRow {
  return mapped(row, (value, name) => (columns[name]?.visibility === "public" ? value : null));
}

/**
 * What may be released of a row that rests on a suppressed figure, by `when_suppressed` of its columns;
 * a row of which nothing may is left out.
 */
function withoutSuppressed(
  row: AnyRow,
  { columns }: Mart,
  published: ReadonlyMap<string, number>,
): AnyRow | null {
  const released = mapped(row, (value, name) => {
    const when = columns[name]?.when_suppressed ?? "withheld";
    if (when === "shown") return value;
    return when === "if_published" ? (published.get(latestKey(row)) ?? null) : null;
  });
  const isReleased = Object.values(columns).some((column) => column.when_suppressed === "shown");
  return isReleased ? released : null;
}

/** The ward's published figures, by what names the newest one of an indicator in other marts. */
function publishedOfWard({ areas, shown }: Decided): Map<string, number> {
  const ofWard = shown.filter(({ area_id }) => area_id === areas.ward);
  return new Map(
    ofWard.map((row) => [latestKey({ ...row, latest_period_end: row.period_end }), row.value]),
  );
}

function latestKey({ indicator_id, frequency, latest_period_end }: AnyRow): string {
  return `${indicator_id} ${frequency} ${latest_period_end}`;
}

function mapped(row: AnyRow, change: (value: MartValue, name: string) => MartValue): AnyRow {
  const entries = Object.entries(row).map(([name, value]) => [name, change(value, name)]);
  return Object.fromEntries(entries) as AnyRow;
}
