import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How a page is looked at: on a slow phone, and on a computer. */
export const presets = ["mobile", "desktop"] as const;
type Preset = (typeof presets)[number];

/** What must be reached, of 100. */
export const bounds = { performance: 98, accessibility: 100, "best-practices": 100 } as const;

type Scores = Record<keyof typeof bounds, number>;

/** Lighthouse with a browser open. */
export interface Lighthouse {
  look(url: string, preset: Preset): Promise<Found>;
  close(): void;
}

/** The parts of Lighthouse and its launcher that are used here. */
type Run = (
  url: string,
  flags: { port: number; onlyCategories: string[]; logLevel: "error" },
  config?: object,
) => Promise<{ lhr: Report } | undefined>;
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>;
  audits: Record<string, { title: string; score: number | null }>;
}
type Launch = (options: {
  chromePath: string;
  chromeFlags: string[];
}) => Promise<{ port: number; kill(): void }>;

/** What Lighthouse found on a page: scores of 100, and what cost any of them. */
export interface Found {
  scores: Scores;
  failed: string[];
}

/** Lighthouse with a browser of its own, opened once for many pages. */
export async function openLighthouse(modules: string, chromium: string): Promise<Lighthouse> {
  const load = async (path: string) => import(pathToFileURL(join(modules, path)).href);
  const { default: run } = (await load("lighthouse/core/index.js")) as { default: Run };
  const { default: desktop } = await load("lighthouse/core/config/desktop-config.js");
  const { launch } = (await load("chrome-launcher/dist/index.js")) as { launch: Launch };
  const browser = await launch({ chromePath: chromium, chromeFlags: flags });
  return {
    async look(url, preset) {
      const asked = { onlyCategories: Object.keys(bounds), logLevel: "error" } as const;
      const config = preset === "desktop" ? (desktop as object) : undefined;
      const result = await run(url, { port: browser.port, ...asked }, config);
      if (!result) throw new Error(`lighthouse gave no report: ${url}`);
      return foundIn(result.lhr);
    },
    close: () => browser.kill(),
  };
}

function foundIn({ categories, audits }: Report): Found {
  const scores = Object.fromEntries(
    Object.keys(bounds).map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  ) as Scores;
  const failed = Object.keys(bounds)
    .filter((name) => (categories[name]?.score ?? 0) < 1)
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id }) => (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.score}`);
  return { scores, failed };
}

// Root has no sandbox to run in; everybody else keeps it.
const flags = [
  ...["--headless", "--disable-gpu", "--disable-quic"],
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
