import { contractFor } from "../contract/contracts.ts";
import type { Mart, MartTable } from "../contract/mart.ts";
import { marts } from "../contract/marts.generated.ts";
import type { MartRow } from "../contract/marts.ts";
import type { Warehouse } from "../contract/query.ts";
import { control } from "../disclosure/control.ts";
import type { Counted } from "../disclosure/counts.ts";
import { type Memory, usable } from "../disclosure/memory.ts";
import type { PublicAreas } from "../disclosure/places.ts";
import { sealWith } from "../disclosure/seal.ts";
import type { HiddenCell } from "./hidden_cell.ts";
import { hasShownNeighbourhoods } from "./neighbourhood_states.ts";
import { type AnyRow, type ReleaseRule, releaseRules, withoutInternal } from "./release_rules.ts";

/** What an edition gets of the warehouse, before neighbourhoods are looked at. */
export interface Release {
  hidden: HiddenCell[];
  /** What readers know after a publication; null where nothing is published. */
  memory: Memory | null;
  /** True where it has something of a mart. */
  hasMart(mart: Mart): boolean;
  ruleOf(mart: Mart): ReleaseRule;
  /** A whole table, null where the edition does not have it. */
  table(table: MartTable): MartTable | null;
}

/** All that the warehouse holds. */
export const wholeRelease: Release = {
  hidden: [],
  memory: null,
  hasMart: () => true,
  ruleOf: () => (row) => row,
  table: (table) => table,
};

/**
 * Public indicators only, after disclosure control, and of every mart what its contract says. `before`
 * is what earlier publications disclosed; that of sample data does not count for real data. `key` seals
 * what it remembers of hidden counts.
 *
 * @throws for a mart or a column of the warehouse that nobody has decided on
 */
export async function publicRelease(
  warehouse: Warehouse,
  before: Memory | null,
  key: Uint8Array,
): Promise<Release> {
  for (const [name, columns] of await warehouse.columns()) contractFor(name, columns);
  const registry = await warehouse.read(marts.indicators, { visibility: "public" });
  const byId = new Map(registry.map((row) => [row.indicator_id, row]));
  const { areas, levels } = areasOf(
    await warehouse.read(marts.areas),
    await warehouse.read(marts.programme),
  );
  const isPublic = (row: { indicator_id: string; area_id: string }) => {
    const indicator = byId.get(row.indicator_id);
    return indicator !== undefined && isPublicPlace(row.area_id, indicator, levels);
  };
  const rows = (await warehouse.read(marts.observations)).filter(isPublic);
  const isControlled = ({ area_id }: HiddenCell) => levels.get(area_id) !== "published";
  const is_sample = rows.some((row) => row.is_sample);
  const seal = sealWith(key);
  const memory = usable(before, is_sample, seal);
  const counted: ReadonlyMap<string, Counted> = byId;
  const controlled = await control(rows.filter(isControlled), counted, areas, memory, seal);
  const shown = [...rows.filter((row) => !isControlled(row)), ...controlled.shown];
  const kept = controlled.kept.filter(isPublic).map((place) => ({ ...place, is_sample }));
  const hidden = [...controlled.hidden.map(placeOf), ...kept];
  const ofWard = hidden.filter(({ area_id }) => area_id === areas.ward);
  const withheld = new Set(ofWard.map(({ indicator_id }) => indicator_id));
  const decided = { registry, areas, shown, hidden: controlled.hidden, withheld };
  const [inPages, inTables] = [releaseRules(decided, false), releaseRules(decided, true)];
  return {
    hidden,
    memory: controlled.memory,
    hasMart: isPublicMart,
    ruleOf(mart) {
      const rule = inPages(mart);
      return hasInternal(mart) ? (row) => rule(withoutInternal(row, mart)) : rule;
    },
    table(table) {
      const mart = contractFor(
        table.name,
        table.columns.map(({ name }) => name),
      );
      if (!isPublicMart(mart)) return null;
      return released(table, mart, inTables(mart), mart.release === "figures" ? kept : []);
    },
  };
}

function hasInternal({ columns }: Mart): boolean {
  return Object.values(columns).some(({ visibility }) => visibility === "internal");
}

function isPublicMart({ visibility }: Mart): boolean {
  return visibility === "public";
}

/** The table's public columns of the rows that its rule keeps, with places marked beside. */
function released(
  table: MartTable,
  mart: Mart,
  rule: ReleaseRule,
  marked: readonly AnyRow[],
): MartTable {
  const columns = table.columns.filter(({ name }) => mart.columns[name]?.visibility === "public");
  const names = columns.map(({ name }) => name);
  const count = table.values[names[0] ?? ""]?.length ?? 0;
  const rows = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(names.map((name) => [name, table.values[name]?.[index] ?? null])),
  );
  const kept = [...rows.map(rule).filter((row) => row !== null), ...marked];
  const values = names.map((name) => [name, kept.map((row) => row[name] ?? null)] as const);
  return { ...table, columns, values: Object.fromEntries(values) };
}

type Levels = ReadonlyMap<string, "ward" | "neighbourhood" | "published">;

/** The ward and its neighbourhoods; of others only the city's and the country's published figures. */
function areasOf(
  rows: readonly MartRow<"areas">[],
  programmes: readonly MartRow<"programme">[],
): { areas: PublicAreas; levels: Levels } {
  const { ward } = wardIn(rows, programmes);
  const levels = new Map<string, "ward" | "neighbourhood" | "published">();
  for (const { area_id, level } of rows) {
    if (level === "city" || level === "country") levels.set(area_id, "published");
    if (level === "neighbourhood") levels.set(area_id, "neighbourhood");
  }
  levels.set(ward.area_id, "ward");
  const neighbourhoods = [...levels].flatMap(([id, level]) =>
    level === "neighbourhood" ? id : [],
  );
  return { areas: { ward: ward.area_id, neighbourhoods: new Set(neighbourhoods) }, levels };
}

/** The ward of the programme, as it is today. Throws where there is none. */
export function wardIn(
  areas: readonly MartRow<"areas">[],
  [programme]: readonly MartRow<"programme">[],
): { ward: MartRow<"areas">; programme: MartRow<"programme"> } {
  const ward = areas.findLast(({ area_id }) => area_id === programme?.ward_id);
  if (!programme || !ward) throw new Error("no ward in marts.dim_programme and marts.dim_areas");
  return { ward, programme };
}

function isPublicPlace(area: string, indicator: MartRow<"indicators">, levels: Levels): boolean {
  const level = levels.get(area);
  return level !== undefined && (level !== "neighbourhood" || hasShownNeighbourhoods(indicator));
}

function placeOf(row: HiddenCell): HiddenCell {
  const { indicator_id, area_id, frequency, period_start, period_end, is_sample } = row;
  return { indicator_id, area_id, frequency, period_start, period_end, is_sample };
}
