import { join } from "node:path";
import { ingest } from "../../../ingest/main.ts";

/** Ours: `ours.ts <workbook> <home>` reads the workbook in a worker and lands it under the home. */
const [workbook = "", home = ""] = process.argv.slice(2);
const keyPath = join(home, "person.key");
const { rows_landed } = await ingest({ inbox: [workbook], home, keyPath, workers: 2 });
process.stdout.write(`${rows_landed}\n`);
