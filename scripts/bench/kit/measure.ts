import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a process cost, from its start to its end. */
export interface Cost {
  seconds: number;
  peak_mb: number | null;
  /** Processor time of all its processes together; null where the system does not tell. */
  cpu_seconds: number | null;
  stdout: string;
}

const EVERY_MS = 50;
/** Looking at a process of gigabytes takes its time, and holds it up: a twentieth of the time at most. */
const REST_PER_LOOK = 20;
/** Of /proc, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Runs a command and measures it with all that it starts. Throws when it fails. */
export async function measure(command: string, args: readonly string[]): Promise<Cost> {
  const begun = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let peak = 0;
  let ticks = 0;
  let stdout = "";
  child.stdout.on("data", (data) => {
    stdout += String(data);
  });
  let watch: NodeJS.Timeout;
  const look = () => {
    const from = performance.now();
    peak = Math.max(peak, residentOf(child.pid ?? 0));
    ticks = Math.max(ticks, ticksOf(child.pid ?? 0));
    watch = setTimeout(look, Math.max(EVERY_MS, REST_PER_LOOK * (performance.now() - from)));
  };
  look();
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  }).finally(() => clearTimeout(watch));
  if (code !== 0) throw new Error(`a contestant failed: ${command} ${args.join(" ")}`);
  const seconds = (performance.now() - begun) / 1000;
  return {
    seconds,
    peak_mb: peak > 0 ? peak / 1024 : null,
    cpu_seconds: ticks > 0 ? ticks / TICKS_PER_SECOND : null,
    stdout,
  };
}

/** The least of several runs of each, in turn: whatever else the machine does only ever adds. */
export async function measureInTurn<Name extends string>(
  contestants: Readonly<Record<Name, () => Promise<Cost>>>,
  rounds: number,
): Promise<Record<Name, Cost>> {
  const best = new Map<Name, Cost>();
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(contestants) as Name[]) {
      const cost = await contestants[name]();
      const before = best.get(name);
      if (!before || cost.seconds < before.seconds) best.set(name, cost);
    }
  return Object.fromEntries(best) as Record<Name, Cost>;
}

/**
 * Kilobytes resident in a process and all below it, of what several share each its part; 0 where the system
 * keeps no /proc.
 */
function residentOf(pid: number): number {
  try {
    const memory = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const own = Number(/^Pss:\s+(\d+)/m.exec(memory)?.[1] ?? 0);
    return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), own);
  } catch {
    return 0;
  }
}

/** Processor time of a process, of its ended children and of all below it, in ticks. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return childrenOf(pid).reduce((sum, child) => sum + ticksOf(child), own);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    )
    .map(Number);
}
