import { quoteText } from "../../../lib/store/sql.ts";
import { type MartRow, marts } from "../contract/marts.ts";
import type { Mart, Row, Table, Warehouse } from "../contract/query.ts";
import type { Areas } from "../disclosure/areas.ts";
import { control } from "../disclosure/control.ts";
import type { Counted } from "../disclosure/counts.ts";
import { type Memory, usable } from "../disclosure/memory.ts";
import { showsNeighbourhoods } from "../disclosure/neighbourhoods.ts";
import { sealWith } from "../disclosure/seal.ts";
import { decisionOf } from "./policies.ts";
import { type Decided, type Policy, rowRules, wardOnly } from "./policy_rules.ts";

/** The pages for the ward's own people, or those for everybody. */
export type EditionName = "internal" | "public";

/** A place whose number readers do not get. */
export type HiddenCell = Pick<
  MartRow<"observations">,
  "indicator_id" | "area_id" | "frequency" | "period_start" | "period_end" | "is_sample"
>;

/** A warehouse as the readers of an edition may see it. */
export interface Edition {
  name: EditionName;
  warehouse: Warehouse;
  hidden: HiddenCell[];
}

/** The public edition, and what its readers know after it. */
export interface PublicEdition extends Edition {
  memory: Memory;
}

/** All that the warehouse holds. */
export function internalEdition(warehouse: Warehouse): Edition {
  return { name: "internal", warehouse, hidden: [] };
}

/**
 * The one door to the warehouse for the public edition: whatever reads through it gets public
 * indicators only, after disclosure control, and of every mart what `decisions` names, which
 * throws for a mart or a column that nobody has decided on. `before` is what earlier publications
 * told; that of sample data does not count for real data. `key` seals what it remembers of hidden
 * counts.
 */
export async function publicEdition(
  inner: Warehouse,
  before: Memory | null,
  key: Uint8Array,
): Promise<PublicEdition> {
  const registry = (await inner.read(marts.indicators)).filter(
    ({ visibility }) => visibility === "public",
  );
  const { areas, levels } = await areasOf(inner);
  const isPublic = (row: { indicator_id: string; area_id: string }) => {
    const indicator = registry.find(({ indicator_id }) => indicator_id === row.indicator_id);
    return indicator !== undefined && isPublicPlace(row.area_id, indicator, levels);
  };
  const rows = (await inner.read(marts.observations)).filter(isPublic);
  const isControlled = ({ area_id }: HiddenCell) => levels.get(area_id) !== "published";
  const isSample = rows.some(({ is_sample }) => is_sample);
  const seal = sealWith(key);
  const memory = usable(before, isSample, seal);
  const counted = new Map<string, Counted>(registry.map((row) => [row.indicator_id, row]));
  const controlled = await control(rows.filter(isControlled), counted, areas, memory, seal);
  const shown = [...rows.filter((row) => !isControlled(row)), ...controlled.shown];
  const kept = controlled.kept.filter(isPublic).map((place) => ({ ...place, is_sample: isSample }));
  const withheld = new Set(
    [...controlled.hidden, ...kept]
      .filter(({ area_id }) => area_id === areas.ward)
      .map(({ indicator_id }) => indicator_id),
  );
  const decided = { registry, areas, shown, hidden: controlled.hidden, kept, withheld };
  return {
    name: "public",
    hidden: [...controlled.hidden.map(placeOf), ...kept],
    memory: controlled.memory,
    warehouse: guarded(inner, decided),
  };
}

function placeOf(row: HiddenCell): HiddenCell {
  const { indicator_id, area_id, frequency, period_start, period_end, is_sample } = row;
  return { indicator_id, area_id, frequency, period_start, period_end, is_sample };
}

function guarded(inner: Warehouse, decided: Decided): Warehouse {
  const ofWard = `t.area_id = ${quoteText(decided.areas.ward)}`;
  const [inPages, inTables] = [rowRules(decided, false), rowRules(decided, true)];
  return {
    async read<M extends Mart>(mart: M, where = "true"): Promise<Row<M>[]> {
      const decision = decisionOf(mart.name, Object.keys(mart.columns));
      if (decision === "internal") return [];
      const isOfWard = wardOnly.has(decision.rows);
      const rows = await inner.read(mart, isOfWard ? `(${where}) and ${ofWard}` : where);
      const internal = new Set(decision.internal);
      return rows
        .map((row) => inPages[decision.rows](without(row, internal)))
        .filter((row) => row !== null) as Row<M>[];
    },
    async tables(): Promise<Table[]> {
      const all = await inner.tables();
      return all.flatMap((table) => {
        const decision = decisionOf(
          table.name,
          table.columns.map(({ name }) => name),
        );
        if (decision === "internal") return [];
        const { columns, rows } = decision;
        const marked = rows === "controlled_figures" ? decided.kept : [];
        return [filtered(table, columns, inTables[rows], marked)];
      });
    },
    close: () => inner.close(),
  };
}

type Values = Table["values"];
type AnyRow = Parameters<Policy>[0];

/** The row with nothing in the columns that are not public. */
function without(row: AnyRow, internal: ReadonlySet<string>): AnyRow {
  if (internal.size === 0) return row;
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, internal.has(name) ? null : value]),
  );
}

/** The table's public columns of the rows that its rule keeps, with places marked beside. */
function filtered(
  table: Table,
  open: readonly string[],
  policy: Policy,
  marked: readonly AnyRow[],
): Table {
  const columns = table.columns.filter(({ name }) => open.includes(name));
  const names = columns.map(({ name }) => name);
  const count = table.values[names[0] ?? ""]?.length ?? 0;
  const rows = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(names.map((name) => [name, table.values[name]?.[index] ?? null])),
  );
  const kept = [...rows.map(policy).filter((row) => row !== null), ...marked];
  const values = names.map((name) => [name, kept.map((row) => row[name] ?? null)] as const);
  return { ...table, columns, values: Object.fromEntries(values) as Values };
}

type Levels = ReadonlyMap<string, "ward" | "neighbourhood" | "published">;

/** The ward and its neighbourhoods; of others only the city's and the country's published figures. */
async function areasOf(inner: Warehouse): Promise<{ areas: Areas; levels: Levels }> {
  const rows = await inner.read(marts.areas);
  const ward = rows.findLast(({ level, valid_to }) => level === "ward" && valid_to === null);
  if (!ward) throw new Error("no ward in marts.dim_areas");
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

function isPublicPlace(area: string, indicator: MartRow<"indicators">, levels: Levels): boolean {
  const level = levels.get(area);
  return level !== undefined && (level !== "neighbourhood" || showsNeighbourhoods(indicator));
}
