import * as arrow from "apache-arrow";

/** Columns as an Arrow IPC file, with words about the table in the schema's metadata. */
export function arrowFile(
  columns: Record<string, arrow.Vector>,
  metadata: Record<string, string>,
): Uint8Array {
  const table = new arrow.Table(columns);
  const schema = new arrow.Schema(table.schema.fields, new Map(Object.entries(metadata)));
  const batches = table.batches.map((batch) => new arrow.RecordBatch(schema, batch.data));
  return arrow.tableToIPC(new arrow.Table(schema, batches), "file");
}
