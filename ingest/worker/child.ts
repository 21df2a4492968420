import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FileOutcome } from "../file/file_outcome.ts";
import { readFile } from "../file/read_file.ts";
import { loadForms } from "../forms.ts";
import { landRows } from "../land/land.ts";
import { openParquetStore, type ParquetStore } from "../land/parquet.ts";
import { areaReader } from "../parse/area.ts";
import { loadKey } from "../people/key_file.ts";
import { type Catalogue, catalogue } from "../recognise/form_catalogue.ts";
import type { ReadFile, ReadTask, WorkerSettings } from "./message.ts";
import { startWatchdog } from "./watchdog.ts";

/**
 * The process in which files are read, one after the other. Its arguments are the memory that it may hold,
 * in bytes, and the seconds that it may work on a file.
 */
const [, , residentBytes, seconds] = process.argv;
const watchdog = startWatchdog(Number(residentBytes), Number(seconds));
const forms = await loadForms();
const parquet = await openParquetStore();
let settings: LoadedSettings | undefined;
process.on("message", (message: WorkerSettings | ReadTask) => {
  if ("landed" in message) settings = { ...message, catalogue: catalogueOf(message) };
  else if (settings) readTask(message, settings, parquet).then(send, fail);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

function catalogueOf({ forms: own, areas }: WorkerSettings): Catalogue {
  return catalogue([...forms, ...own], areaReader(areas));
}

/** The settings with what is made of it once. */
interface LoadedSettings extends WorkerSettings {
  catalogue: Catalogue;
}

async function readTask(
  task: ReadTask,
  settings: LoadedSettings,
  parquet: ParquetStore,
): Promise<ReadFile> {
  const log: string[] = [];
  watchdog.begin();
  const outcome = outcomeOf(task, settings, (line) => log.push(line));
  await landRows(settings.landed, parquet, outcome.rows, task.hash);
  watchdog.end();
  const resident_bytes = process.memoryUsage.rss();
  const { file, document_date, answers, drafted } = outcome;
  const taught = { ...(answers && { answers }), ...(drafted && { drafted }) };
  return { file, document_date, ...taught, log, resident_bytes };
}

function outcomeOf(
  task: ReadTask,
  settings: LoadedSettings,
  log: (line: string) => void,
): FileOutcome {
  const { name, hash, received_on = null } = task;
  const { catalogue, indicators, lessons, key_path } = settings;
  const tools = { catalogue, indicators, taught: lessons, personKey: () => loadKey(key_path), log };
  return readFile({ name, hash, bytes: bytesOf(task), is_ignored: false, received_on }, tools);
}

/** Null when the file can't be opened or has changed since it was found. */
function bytesOf({ path, hash }: ReadTask): Uint8Array | null {
  try {
    const bytes = readFileSync(path);
    return createHash("sha256").update(bytes).digest("hex") === hash ? bytes : null;
  } catch {
    return null;
  }
}

function send(done: ReadFile): void {
  process.send?.(done);
}

/** Landing failed: not the file's fault, and not to be passed over. */
function fail(error: unknown): void {
  process.send?.({
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
