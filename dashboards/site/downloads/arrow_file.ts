import * as arrow from "apache-arrow";
import type { MartColumnType, MartValue } from "../../reading/contract/mart.ts";
import { arrowColumn } from "./arrow_column.ts";

/** A named column of a table. */
interface NamedColumn {
  name: string;
  type: MartColumnType;
  values: readonly MartValue[];
}

/** Columns as an Arrow IPC file, with words about the table in the schema's metadata. */
export function arrowFile(
  columns: readonly NamedColumn[],
  metadata: Record<string, string>,
): Uint8Array {
  const vectors = columns.map(({ name, type, values }) => [name, arrowColumn(values, type)]);
  const table = new arrow.Table(Object.fromEntries(vectors));
  const schema = new arrow.Schema(table.schema.fields, new Map(Object.entries(metadata)));
  const batches = table.batches.map((batch) => new arrow.RecordBatch(schema, batch.data));
  return arrow.tableToIPC(new arrow.Table(schema, batches), "file");
}
