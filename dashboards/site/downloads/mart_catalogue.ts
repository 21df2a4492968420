import type { MartTable } from "../../reading/contract/mart.ts";
import type { Site } from "../../reading/facts/site.ts";
import { bareName } from "../../reading/text/names.ts";
import { arrowFile } from "./arrow_file.ts";

/** A table as catalog.json names it. */
interface CatalogueEntry {
  name: string;
  description: string;
  /** Its Arrow file, relative to catalog.json. */
  file: string;
  rows: number;
  columns: MartTable["columns"];
}

/** What catalog.json holds: when, of what, and every table. */
export function martCatalogue(tables: readonly MartTable[], site: Site) {
  return {
    title: `${bareName(site.ward.name)}: marts`,
    refreshed_at: site.refreshedAt.toISOString(),
    data_to: site.dataTo,
    is_sample: site.indicators.some(({ is_sample }) => is_sample),
    note: "Figures of neighbourhoods that no page shows are left out of every table.",
    tables: tables.map(entryOf),
  };
}

/** A table as an Arrow IPC file with typed columns. */
export function tableFile(table: MartTable, site: Site): Uint8Array {
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

function entryOf({ name, description, columns, values }: MartTable): CatalogueEntry {
  const rows = values[columns[0]?.name ?? ""]?.length ?? 0;
  return { name, description, file: `marts/${name}.arrow`, rows, columns };
}
