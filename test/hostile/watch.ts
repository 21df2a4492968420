import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 10;

/** Watches the most that any one child of this process holds in memory; 0 where there is no /proc. */
export function watchChildren(): { stop: () => number } {
  let peak = 0;
  const timer = setInterval(() => {
    for (const child of childrenOf()) peak = Math.max(peak, residentOf(child));
  }, EVERY_MS);
  const stop = () => {
    clearInterval(timer);
    return peak;
  };
  return { stop };
}

function childrenOf(): string[] {
  try {
    const tasks = `/proc/${process.pid}/task`;
    return readdirSync(tasks).flatMap((task) =>
      readFileSync(`${tasks}/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
  } catch {
    return [];
  }
}

function residentOf(pid: string): number {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024
    );
  } catch {
    return 0;
  }
}
