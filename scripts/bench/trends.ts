import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchReport } from "./kit/bench.ts";
import { type Design, eventful, quiet, trending, trendless } from "./trends/designs.ts";
import { judge, type Spoken } from "./trends/judge.ts";

const SERIES = 2_000;

/**
 * How often trends and signals speak of made-up series in which nothing happens, and in which something does,
 * by the models as they stand.
 */
export const bench: Bench = { name: "trends", run: (say) => benchTrends(SERIES, say) };

interface Part {
  title: string;
  designs: Design[];
  /** What is counted, of so many series. */
  counted: keyof Spoken;
}

const parts: Part[] = [
  { title: "verdicts where there is no trend", designs: trendless, counted: "directed" },
  { title: "verdicts where there is one", designs: trending, counted: "rising" },
  { title: "charts of 36 months with a false alarm", designs: quiet, counted: "signalled" },
  { title: "false alarms a chart of 36 months", designs: quiet, counted: "signals" },
  { title: "charts of 36 months with a right alarm", designs: eventful, counted: "hits" },
];

/** Shares of so many series of each design, each beside its bound. */
export async function benchTrends(
  count: number,
  say: (line: string) => void,
): Promise<BenchReport[]> {
  const designs = [...trendless, ...trending, ...quiet, ...eventful];
  say(`judging ${count} series of each of ${designs.length} kinds …`);
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "bench-trends-"));
  try {
    const spoken = await judge(designs, count, folder);
    const seconds = (performance.now() - begun) / 1000;
    return parts.map((part) => ({
      title: `${part.title}, of ${count} series each`,
      measurements: [{ name: "all parts together", seconds, peak_mb: null, ratio: null }],
      bounds: part.designs.map((design) =>
        bound(design, (spoken.get(design.name)?.[part.counted] ?? Number.NaN) / count),
      ),
      notes: [],
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function bound({ name, most, least }: Design, share: number) {
  return {
    text: `${name}: ${share.toFixed(3)}, ${most === undefined ? `at least ${least}` : `at most ${most}`}`,
    holds: most === undefined ? share >= (least ?? 0) : share <= most,
  };
}
