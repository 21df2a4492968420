import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { MEMORY_MARK } from "./limits.ts";

const EVERY_MS = 15;

/**
 * Watches this process from a thread of its own, which parsing can't hold up: it is ended as soon as it
 * holds more than `residentBytes`, or when its parent is gone.
 */
export function startGuard(residentBytes: number): void {
  const guard = new Worker(new URL(import.meta.url), {
    workerData: { residentBytes, parent: process.ppid },
  });
  guard.unref();
}

function watch({ residentBytes, parent }: { residentBytes: number; parent: number }): void {
  setInterval(() => {
    const isTooMuch = process.memoryUsage.rss() > residentBytes;
    if (isTooMuch) writeSync(2, `${MEMORY_MARK}\n`);
    if (isTooMuch || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, EVERY_MS);
}

if (!isMainThread) watch(workerData as Parameters<typeof watch>[0]);
