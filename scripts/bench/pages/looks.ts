import { join, resolve } from "node:path";
import { findChromium } from "../../../dashboards/report/brief_pdf.ts";
import type { BenchReport } from "../kit/bench.ts";
import { npmEnvironment } from "../kit/npm_env.ts";
import { serve } from "../kit/serve.ts";
import { bounds, type Found, type Lighthouse, openLighthouse, presets } from "./lighthouse.ts";
import { families, pageWeights } from "./weights.ts";

/** Whatever else the machine does only ever lowers a score: the best of so many looks counts. */
const LOOKS = 3;

const environment = resolve(import.meta.dirname, "../../..", ".npm-bench-pages");

/** Lighthouse on a page of each family of the sites, as `npm run serve` hands them out. */
export async function lookAtAll(
  home: string,
  sites: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<BenchReport> {
  const least = Object.entries(bounds).map(([name, score]) => `${name} ≥ ${score}`);
  const title = `Lighthouse on npm run serve: ${least.join(", ")}`;
  const chromium = findChromium();
  const modules = npmEnvironment(join(import.meta.dirname, "lighthouse"), environment, say);
  if (!chromium || !modules) {
    const text = `not looked at: ${chromium ? "Lighthouse" : "Chromium"} is missing`;
    return { title, measurements: [], bounds: [{ text, holds: null }], notes: [] };
  }
  const lighthouse = await openLighthouse(modules, chromium);
  const found: BenchReport["bounds"] = [];
  for (const [edition, site] of Object.entries(sites))
    found.push(...(await lookAtSite(home, edition, site, lighthouse, say)));
  lighthouse.close();
  return { title, measurements: [], bounds: found, notes: [] };
}

async function lookAtSite(
  home: string,
  edition: string,
  site: string,
  lighthouse: Lighthouse,
  say: (line: string) => void,
): Promise<BenchReport["bounds"]> {
  const server = await serve(home, edition);
  try {
    const found: BenchReport["bounds"] = [];
    for (const page of pagesOf(site))
      for (const preset of presets) {
        say(`${edition} ${page} ${preset} …`);
        const best = await bestOf(() => lighthouse.look(server.address + page, preset));
        found.push(boundOf(`${edition} ${page} ${preset}`, best));
      }
    return found;
  } finally {
    server.close();
  }
}

/** The heaviest page of each family in Vietnamese, and the heaviest of all in English. */
function pagesOf(site: string): string[] {
  const all = pageWeights(site);
  const isEnglish = ({ path }: { path: string }) => path.startsWith("en/");
  return [
    ...families(all.filter((page) => !isEnglish(page))),
    ...all
      .filter(isEnglish)
      .slice(0, 1)
      .map(({ path }) => path),
  ];
}

async function bestOf(look: () => Promise<Found>): Promise<Found> {
  let best = await look();
  for (let more = 1; more < LOOKS && !isWithin(best); more++) {
    const next = await look();
    if (sum(next) > sum(best)) best = next;
  }
  return best;
}

function sum({ scores }: Found): number {
  return Object.values(scores).reduce((total, score) => total + score, 0);
}

function isWithin({ scores }: Found): boolean {
  return Object.entries(bounds).every(
    ([name, least]) => scores[name as keyof typeof bounds] >= least,
  );
}

function boundOf(text: string, found: Found): BenchReport["bounds"][number] {
  const holds = isWithin(found);
  const scores = Object.values(found.scores).join(" · ");
  return { text: `${text}: ${scores}${holds ? "" : ` (${found.failed.join(", ")})`}`, holds };
}
