import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";
import type { Bench, BenchReport } from "./kit/bench.ts";

/** How many series are judged; the suite takes a tenth of them. */
const SERIES = "10000";

/** That no judgement contradicts itself, on ten times the series that the suite generates. */
export const bench: Bench = { name: "agreement", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  const started = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "test/models/agreement.test.ts"],
    { cwd: root, encoding: "utf8", env: { ...process.env, LECHAN_GENERATED_SERIES: SERIES } },
  );
  if (status !== 0) say(stdout);
  const seconds = (performance.now() - started) / 1000;
  return [
    {
      title: "statuses, chances, projections and paths of generated series",
      measurements: [{ name: `${SERIES} series`, seconds, peak_mb: null, ratio: null }],
      bounds: [{ text: "no judgement contradicts itself", holds: status === 0 }],
      notes: [],
    },
  ];
}
