import type { WorkerLimits } from "./limits.ts";
import type { ReadAnswer, ReadTask, WorkerSettings } from "./message.ts";
import { startWorker, type Worker } from "./worker.ts";

/** How files are read in processes of their own. */
export interface PoolOptions extends WorkerSettings {
  /** How many at once. */
  workers: number;
  limits: WorkerLimits;
  log: (line: string) => void;
}

/**
 * Reads files in worker processes, each process one at a time, and gives every answer to `onAnswer`, in
 * no certain order. A worker that dies costs its file only: another takes its place, as of one that has
 * grown, so that no file pays for the one before it.
 */
export async function readInWorkers<Item extends ReadTask>(
  items: readonly Item[],
  options: PoolOptions,
  onAnswer: (item: Item, answer: ReadAnswer) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: Math.min(options.workers, items.length) }, () =>
    runLane(queue, options, onAnswer),
  );
  for (const ended of await Promise.allSettled(lanes))
    if (ended.status === "rejected") throw ended.reason;
}

/** One worker after the other, taking files from the queue that all lanes share. */
async function runLane<Item extends ReadTask>(
  queue: Iterator<Item> & Iterable<Item>,
  { limits, log, ...settings }: PoolOptions,
  onAnswer: (item: Item, answer: ReadAnswer) => Promise<void>,
): Promise<void> {
  let worker: Worker | null = null;
  try {
    for (const item of queue) {
      if (!worker?.isAlive()) worker = await startWorker(settingsOf(settings), limits, log);
      const { path, name, hash, received_on = null } = item;
      const answer = await worker.read({ path, name, hash, received_on });
      if ("done" in answer && answer.done.resident_bytes > limits.resident_bytes / 2) {
        worker.stop();
        worker = null;
      }
      await onAnswer(item, answer);
    }
  } finally {
    worker?.stop();
  }
}

/** What a worker is told, and nothing else of the options: it has to fit a message. */
function settingsOf(settings: WorkerSettings): WorkerSettings {
  const { landed, areas, indicators, lessons, forms, key_path } = settings;
  return { landed, areas, indicators, lessons, forms, key_path };
}
