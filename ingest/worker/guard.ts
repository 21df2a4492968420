import { writeSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { LAST_WORDS } from "./limits.ts";

const EVERY_MS = 15;

/** The watch over this process. */
export interface Guard {
  /** Starts the clock of a file. */
  begin(): void;
  /** Stops it. */
  end(): void;
}

interface Watched {
  residentBytes: number;
  seconds: number;
  parent: number;
}

/**
 * Watches this process from a thread of its own, which parsing can't hold up: it is ended as soon as it
 * holds more memory or has worked longer on a file than it may, or when its parent is gone. The clock
 * counts what this process works, so that a busy machine costs no file.
 */
export function startGuard(residentBytes: number, seconds: number): Guard {
  const workerData: Watched = { residentBytes, seconds, parent: process.ppid };
  const guard = new Worker(new URL(import.meta.url), { workerData });
  guard.unref();
  return {
    begin: () => guard.postMessage(worked()),
    end: () => guard.postMessage(null),
  };
}

/** Seconds that this process has worked, all threads together. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function watch({ residentBytes, seconds, parent }: Watched): void {
  let begun: number | null = null;
  parentPort?.on("message", (at: number | null) => {
    begun = at;
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > residentBytes) die(LAST_WORDS.too_much_memory);
    if (begun !== null && worked() - begun > seconds) die(LAST_WORDS.took_too_long);
    if (process.ppid !== parent) die("worker: alone");
  }, EVERY_MS);
}

function die(lastWords: string): void {
  writeSync(2, `${lastWords}\n`);
  process.kill(process.pid, "SIGKILL");
}

if (!isMainThread) watch(workerData as Watched);
