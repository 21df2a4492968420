import { writeSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { EXIT_REASONS } from "./limits.ts";

const EVERY_MS = 15;

/** The watch over this process. */
export interface Watchdog {
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
 * holds more memory or has worked longer on a file than it may, or when its parent has ended. The clock
 * counts what this process works, so that a busy machine costs no file.
 */
export function startWatchdog(residentBytes: number, seconds: number): Watchdog {
  const workerData: Watched = { residentBytes, seconds, parent: process.ppid };
  const watchdog = new Worker(new URL(import.meta.url), { workerData });
  watchdog.unref();
  return {
    begin: () => watchdog.postMessage(worked()),
    end: () => watchdog.postMessage(null),
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
    if (process.memoryUsage.rss() > residentBytes) die(EXIT_REASONS.too_much_memory);
    if (begun !== null && worked() - begun > seconds) die(EXIT_REASONS.took_too_long);
    if (process.ppid !== parent) die("worker: alone");
  }, EVERY_MS);
}

function die(reason: string): void {
  writeSync(2, `${reason}\n`);
  process.kill(process.pid, "SIGKILL");
}

if (!isMainThread) watch(workerData as Watched);
