import type { Table } from "../../reading/contract/query.ts";
import type { Site } from "../../reading/facts/site.ts";
import { bareName } from "../../reading/text/names.ts";
import type { Value } from "./arrow_column.ts";
import { arrowFile } from "./arrow_file.ts";

/** A table as catalog.json names it. */
interface CatalogueEntry {
  name: string;
  description: string;
  /** Its Arrow file, relative to catalog.json. */
  file: string;
  rows: number;
  columns: Table["columns"];
}

/** What catalog.json holds: when, of what, and every table. */
export function catalogueOf(tables: readonly Table[], site: Site) {
  return {
    title: `${bareName(site.ward.name)}: marts`,
    refreshed_at: site.refreshedAt.toISOString(),
    data_to: site.dataTo,
    is_sample: site.indicators.some(({ isSample }) => isSample),
    note: "Figures of neighbourhoods that no page shows are left out of every table.",
    tables: tables.map(entryOf),
  };
}

/** A table as an Arrow IPC file with typed columns. */
export function tableFile(table: Table, site: Site): Uint8Array {
  const columns = table.columns.map(({ name, type }) => {
    return { name, type, values: table.values[name] ?? [] };
  });
  return arrowFile(columns, {
    title: table.name,
    description: table.description,
    source: "marts",
    refreshed_at: site.refreshedAt.toISOString(),
  });
}

/** The tables without the neighbourhoods' figures that the pages withhold. */
export function shownTables(tables: readonly Table[], site: Site): Table[] {
  const isShown = shownBy(site);
  return tables.map((table) => {
    const { indicator_id, area_id } = table.values;
    if (!indicator_id || !area_id) return table;
    const kept = indicator_id.map((indicator, row) => isShown(indicator, area_id[row] ?? null));
    const values = Object.entries(table.values).map(([name, column]) => [
      name,
      column.filter((_, row) => kept[row]),
    ]);
    return { ...table, values: Object.fromEntries(values) as Table["values"] };
  });
}

/** A neighbourhood's figure passes only where the indicator's page shows that neighbourhood. */
function shownBy({ indicators, smallAreas }: Site): (indicator: Value, area: Value) => boolean {
  const shown = new Set(
    indicators.flatMap(({ indicator, neighbourhoods, hiddenNeighbourhoods }) =>
      [...neighbourhoods, ...hiddenNeighbourhoods].map(
        ({ area }) => `${indicator.indicator_id} ${area.area_id}`,
      ),
    ),
  );
  return (indicator, area) =>
    !smallAreas.has(String(area)) || indicator === null || shown.has(`${indicator} ${area}`);
}

function entryOf({ name, description, columns, values }: Table): CatalogueEntry {
  const rows = values[columns[0]?.name ?? ""]?.length ?? 0;
  return { name, description, file: `marts/${name}.arrow`, rows, columns };
}
