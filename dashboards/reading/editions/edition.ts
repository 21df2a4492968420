import type { ContractRow, Mart, MartTable } from "../contract/mart.ts";
import { marts } from "../contract/marts.generated.ts";
import type { MartName, MartRow } from "../contract/marts.ts";
import { openWarehouse, type Warehouse, type Where } from "../contract/query.ts";
import type { Memory } from "../disclosure/memory.ts";
import type { HiddenCell } from "./hidden_cell.ts";
import {
  hasShownNeighbourhoods,
  type NeighbourhoodStates,
  neighbourhoodStates,
  neighbourhoodsIn,
} from "./neighbourhood_states.ts";
import { publicRelease, type Release, wardIn, wholeRelease } from "./release.ts";
import type { AnyRow } from "./release_rules.ts";

/** The pages for the ward's own people, or those for everybody. */
export type EditionName = "internal" | "public";

/** Who reads; for everybody with what earlier publications disclosed to them, and the key of its seals. */
export type Audience =
  | { name: "internal" }
  | { name: "public"; before: Memory | null; key: Uint8Array };

/** The ward's own people. */
export const internal: Audience = { name: "internal" };

/** The marts as the readers of an edition may see them. */
export interface Edition {
  name: EditionName;
  ward: MartRow<"areas">;
  /** What the ward's action programme, its years and its parts are called. */
  programme: MartRow<"programme">;
  /** Places whose figures disclosure control has taken out. */
  hidden: HiddenCell[];
  neighbourhoods: NeighbourhoodStates;
  /** What readers know after it; null where nothing is published. */
  memory: Memory | null;
  /** A mart's rows, or those that have these values. */
  read<Name extends MartName>(
    name: Name,
    where?: Where<(typeof marts)[Name]>,
  ): Promise<MartRow<Name>[]>;
  /** Every mart, whole: what the catalogue hands on. */
  tables(): Promise<MartTable[]>;
}

/**
 * Opens a warehouse as an edition, for as long as `use` runs: the one door to the marts for pages and
 * papers. What readers may see is decided here, by the contracts of the marts and by disclosure
 * control, and nowhere else. The public edition throws for a mart or a column that nobody has
 * decided on.
 */
export async function withEdition<Result>(
  path: string,
  audience: Audience,
  use: (edition: Edition) => Promise<Result>,
): Promise<Result> {
  const warehouse = await openWarehouse(path);
  try {
    return await use(await editionOf(readingOnce(warehouse), audience));
  } finally {
    warehouse.close();
  }
}

async function editionOf(warehouse: Warehouse, audience: Audience): Promise<Edition> {
  const release =
    audience.name === "public"
      ? await publicRelease(warehouse, audience.before, audience.key)
      : wholeRelease;
  const read = releasedBy(release, warehouse);
  const areas = await read(marts.areas);
  const { ward, programme } = wardIn(areas, await read(marts.programme));
  const indicators = await read(marts.indicators);
  const neighbourhoods = neighbourhoodStates({
    indicators,
    areas,
    hidden: release.hidden,
    observations: await read(marts.observations),
    progress: await read(marts.progress, { area_id: ward.area_id }),
  });
  const view: Neighbourhoods = {
    ids: neighbourhoodsIn(areas),
    police: new Set(
      indicators
        .filter((row) => !hasShownNeighbourhoods(row))
        .map(({ indicator_id }) => indicator_id),
    ),
    states: neighbourhoods,
  };
  return {
    name: audience.name,
    ward,
    programme,
    hidden: release.hidden,
    neighbourhoods,
    memory: release.memory,
    async read<Name extends MartName>(name: Name, where?: Where<(typeof marts)[Name]>) {
      const mart: Mart = marts[name];
      const rows = (await read(mart, where)) as AnyRow[];
      return rows.filter((row) => isForPages(row, mart, view)) as MartRow<Name>[];
    },
    async tables() {
      const tables = (await warehouse.tables()).flatMap((table) => release.table(table) ?? []);
      return tables.map((table) => forCatalogue(table, view));
    },
  };
}

/** Reads what a release has of a mart. */
function releasedBy({ hasMart, ruleOf }: Release, warehouse: Warehouse) {
  return async <M extends Mart>(mart: M, where?: Where<M>): Promise<ContractRow<M>[]> => {
    if (!hasMart(mart)) return [];
    const rows = (await warehouse.read(mart, where)) as AnyRow[];
    return rows.map(ruleOf(mart)).filter((row) => row !== null) as ContractRow<M>[];
  };
}

interface Neighbourhoods {
  ids: ReadonlySet<string>;
  /** Indicators of which no neighbourhood is shown. */
  police: ReadonlySet<string>;
  states: NeighbourhoodStates;
}

/** Pages get nothing of the police about a neighbourhood, and no series with small counts. */
function isForPages(row: AnyRow, mart: Mart, { ids, police, states }: Neighbourhoods): boolean {
  const { indicator_id, area_id } = row;
  if (!ids.has(String(area_id))) return true;
  if (police.has(String(indicator_id))) return false;
  const state = states.get(String(indicator_id))?.get(String(area_id));
  return mart.release !== "figures" || state !== "small_count";
}

/** A table without the neighbourhoods that the indicators' pages do not show. */
function forCatalogue(table: MartTable, { ids, states }: Neighbourhoods): MartTable {
  const { indicator_id, area_id } = table.values;
  if (!indicator_id || !area_id) return table;
  const kept = indicator_id.map((indicator, row) => {
    const area = String(area_id[row]);
    if (!ids.has(area) || indicator === null) return true;
    return shownStates.has(states.get(String(indicator))?.get(area));
  });
  const values = Object.entries(table.values).map(([name, column]) => {
    return [name, column.filter((_, row) => kept[row])] as const;
  });
  return { ...table, values: Object.fromEntries(values) };
}

const shownStates: ReadonlySet<unknown> = new Set(["shown", "newest_hidden"]);

/** Reads each mart once, however often it is asked for. */
function readingOnce(warehouse: Warehouse): Warehouse {
  const known = new Map<string, Promise<unknown[]>>();
  return {
    ...warehouse,
    read<M extends Mart>(mart: M, where?: Where<M>): Promise<ContractRow<M>[]> {
      const question = `${mart.name} ${JSON.stringify(where ?? {})}`;
      const rows = known.get(question) ?? warehouse.read(mart, where);
      known.set(question, rows);
      return rows as Promise<ContractRow<M>[]>;
    },
  };
}
