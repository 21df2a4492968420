import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { buildSite } from "../../dashboards/main.ts";
import { fixtureRows, writeWarehouse } from "./fixture.ts";

/** Where Chromium is; CI installs it, machines without it skip what needs it. */
export const browser = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const hasBrowser = existsSync(browser);

/** When the test's site is made. */
export const madeAt = new Date("2026-11-23T19:14:00Z");

/** One page of each family that the internal edition has. */
const families = [
  "index.html",
  "brief.html",
  "units.html",
  "units/health_office.html",
  "sections/2.1.6.html",
  "indicators/hi_coverage.html",
  "indicators/housing_units.html",
  "indicators/heritage_events.html",
  "data.html",
  "method.html",
  "glossary.html",
  "lineage.html",
  "runs.html",
  "catalogue.html",
];

/** Those of the public edition that are made of other parts: hidden figures, its own data page. */
const publicFamilies = ["index.html", "indicators/hi_coverage.html", "data.html"];

/** A page of each family in both editions and both languages, by its path from the internal site. */
export const pages = [
  ...families.flatMap((page) => [page, `en/${page}`]),
  ...publicFamilies.flatMap((page) => [`../site-public/${page}`, `../site-public/en/${page}`]),
];

/** The sites of the test's ward on disk, and a browser that cannot leave this machine. */
export interface Stage {
  folder: string;
  site: string;
  context: BrowserContext;
  /** Opens a page and collects whatever the browser complains about. */
  open(
    page: string,
    before?: (tab: Page) => Promise<void>,
  ): Promise<{ tab: Page; complaints: string[] }>;
  close(): Promise<void>;
}

/** Builds the site, with its PNG where the test looks at them, and starts the browser. */
export async function openStage(has_png = false): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  const site = join(folder, "site");
  await writeWarehouse(join(folder, "w.duckdb"), fixtureRows());
  const runs = [run("20261123T190000Z-1", 0), run("20261122T190000Z-1", 1)];
  const warehouse = join(folder, "w.duckdb");
  const memory = {
    before: join(folder, "memory.json"),
    after: join(folder, "memory.json"),
    key: new Uint8Array(32),
  };
  const made = { warehouse, now: madeAt, has_png: false };
  await buildSite({ ...made, out: site, runs, has_png });
  await buildSite({ ...made, out: join(folder, "site-public"), memory });
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: browser,
    args: quiet,
    offline: true,
    acceptDownloads: true,
  });
  return {
    folder,
    site,
    context,
    async open(page, before = async () => {}) {
      const tab = await context.newPage();
      const complaints = listen(tab);
      await before(tab);
      await tab.goto(addressOf(site, page));
      await tab.evaluate(() => document.fonts.ready);
      return { tab, complaints };
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address of a page on disk; it may carry a fragment. */
export function addressOf(site: string, page: string): string {
  const [path = "", fragment] = page.split("#");
  return pathToFileURL(join(site, path)).href + (fragment ? `#${fragment}` : "");
}

/** Tables and drawings that are cut, or lie over what stands beside them. */
export function beyondTheirFrames(tab: Page): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll("main table, main svg")].flatMap((part) => {
      const frame = part.parentElement?.closest(".scroll, .card, td, li, main") ?? document.body;
      const [own, around] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
      const isInside = own.left >= around.left - 1 && own.right <= around.right + 1;
      const scrolls = getComputedStyle(frame).overflowX === "auto";
      return own.width === 0 || isInside || scrolls
        ? []
        : `${part.textContent?.slice(0, 40)} ends at ${own.right} of ${around.right}`;
    }),
  );
}

const quiet = [
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run",
  "--disable-background-networking --disable-component-update --disable-sync",
].flatMap((line) => line.split(" "));

function listen(tab: Page): string[] {
  const complaints: string[] = [];
  tab.on("console", (message) => complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  tab.on("request", (request) => {
    if (!request.url().startsWith("file:")) complaints.push(`left: ${request.url()}`);
  });
  return complaints;
}

function run(run_id: string, exit_code: number) {
  const times = { started_at: "2026-11-23T19:00:00Z", finished_at: "2026-11-23T19:00:41Z" };
  const steps = [{ name: "Đọc tệp · reading files", seconds: 6.1, status: "done" }];
  const counts = { files_landed: 2, files_refused: 1, rows_landed: 169, rows_rejected: 1 };
  return { run_id, command: "nightly", ...times, exit_code, steps, ...counts };
}
