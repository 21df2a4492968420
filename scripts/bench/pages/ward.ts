import { join } from "node:path";
import { ingest } from "../../../ingest/main.ts";
import { root } from "../../../lib/store/home.ts";
import { measure } from "../kit/measure.ts";
import { widenWard } from "../models/country.ts";

/** Indicators of the ward in the end; those past the sample's are in every neighbourhood and month. */
const INDICATORS = 60;
const MONTHS = 72;

/** The warehouse of the sample, with as many indicators as a ward may come to follow. */
export async function wardWarehouse(folder: string, say: (line: string) => void): Promise<string> {
  say("reading the sample …");
  const inbox = [join(root, "data", "sample"), join(root, "data", "reference")];
  const keyPath = join(folder, "person.key");
  await ingest({ inbox, home: folder, keyPath, now: new Date("2026-11-24T00:00:00Z") });
  const size = { indicators: INDICATORS, months: MONTHS };
  const { project, landed, observations } = await widenWard(folder, join(folder, "landed"), size);
  say(`building the models of ${INDICATORS} indicators, ${observations} observations more …`);
  const script = join(import.meta.dirname, "..", "models", "build.ts");
  await measure(process.execPath, [script, project, landed, folder, "1500MB"]);
  return join(folder, "warehouse.duckdb");
}
