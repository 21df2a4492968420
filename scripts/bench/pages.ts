import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homePaths } from "../../lib/store/home.ts";
import type { Bench, BenchReport } from "./kit/bench.ts";
import { type Cost, measure, measureInTurn } from "./kit/measure.ts";
import { lookAtAll } from "./pages/looks.ts";
import { wardWarehouse } from "./pages/ward.ts";
import { pageWeights, scriptWeight } from "./pages/weights.ts";

const MOST_SECONDS = 15;
const MOST_PAGE_KB = 150;
const MOST_SCRIPT_KB = 20;
const ROUNDS = 2;

const here = join(import.meta.dirname, "pages");
const editions = ["internal", "public"] as const;
type Edition = (typeof editions)[number];

/** The whole site of a ward with 60 indicators and 85 neighbourhoods: how long, how heavy, how good. */
export const bench: Bench = { name: "pages", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  const home = mkdtempSync(join(tmpdir(), "bench-pages-"));
  try {
    const warehouse = await wardWarehouse(home, say);
    const built = await building(warehouse, home, say);
    return [built, weights(sitesOf(home)), await lookAtAll(home, sitesOf(home), say)];
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** Where each edition of a home stands. */
function sitesOf(home: string): Record<Edition, string> {
  const { site, public_site } = homePaths(home);
  return { internal: site, public: public_site };
}

async function building(
  warehouse: string,
  home: string,
  say: (line: string) => void,
): Promise<BenchReport> {
  say(`building both editions, ${ROUNDS} rounds …`);
  const build = (edition: Edition) => () =>
    measure(process.execPath, [join(here, "build.ts"), warehouse, home, edition]);
  const costs = await measureInTurn(
    { internal: build("internal"), public: build("public") },
    ROUNDS,
  );
  return {
    title: "a warehouse of 60 indicators and 85 neighbourhoods → pages and downloads",
    measurements: editions.map((name) => ({
      ...{ name, seconds: costs[name].seconds, peak_mb: costs[name].peak_mb, ratio: null },
    })),
    bounds: [soon(costs.internal)],
    notes: editions.map((name) => costOf(name, costs[name])),
  };
}

/** A machine that gave the build less than one core, busy with other work, tells nothing of two. */
function soon({ seconds, cpu_seconds }: Cost): BenchReport["bounds"][number] {
  const cores = (cpu_seconds ?? seconds) / seconds;
  const text = `the internal edition: ${seconds.toFixed(1)} s on ${cores.toFixed(1)} cores (under ${MOST_SECONDS} on two)`;
  if (seconds < MOST_SECONDS) return { text, holds: true };
  return { text, holds: cores < 1 ? null : false };
}

function costOf(name: Edition, { cpu_seconds, stdout }: Cost): string {
  const { pages, files } = JSON.parse(stdout) as { pages: number; files: number };
  return `${name}: ${pages} pages, ${files} files, ${cpu_seconds?.toFixed(1) ?? "–"} s of CPU`;
}

function weights(sites: Record<Edition, string>): BenchReport {
  const found = editions.flatMap((edition) => {
    const site = sites[edition];
    const [heaviest = { path: "", kilobytes: Number.POSITIVE_INFINITY }] = pageWeights(site);
    const script = scriptWeight(site);
    return [
      atMost(`${edition}: ${heaviest.path} with its style`, heaviest.kilobytes, MOST_PAGE_KB),
      atMost(`${edition}: all scripts`, script, MOST_SCRIPT_KB),
    ];
  });
  return { title: "what pages weigh, compressed", measurements: [], bounds: found, notes: [] };
}

function atMost(what: string, kilobytes: number, most: number) {
  return {
    text: `${what}: ${kilobytes.toFixed(1)} KB (at most ${most})`,
    holds: kilobytes <= most,
  };
}
