import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeAssets } from "./assets.ts";
import { downloadRows, toArrow, toCsv } from "./downloads.ts";
import { dataPage } from "./pages/data.ts";
import { indicatorPage } from "./pages/indicator.ts";
import { documentOf, type Page } from "./pages/layout.ts";
import { overviewPage } from "./pages/overview.ts";
import { openWarehouse } from "./query.ts";
import { loadSite, type Site } from "./site.ts";
import { en } from "./text/en.ts";
import { type Texts, vi } from "./text/vi.ts";
import type { IndicatorView } from "./view.ts";

export interface BuildOptions {
  /** The warehouse file; opened read-only, and only its schema `marts` is read. */
  warehouse: string;
  /** The site's folder. What stood there stays whole until the new site is complete. */
  out: string;
  /** When the site is made, shown to readers. The same warehouse and clock give the same bytes. */
  now?: Date;
  log?: (line: string) => void;
}

/** Builds the pages and downloads aside and renames them into place; counts what it wrote. */
export async function buildSite({
  warehouse,
  out,
  now = new Date(),
  log = () => {},
}: BuildOptions): Promise<{ pages: number; files: number }> {
  if (!existsSync(warehouse)) throw new Error(`no warehouse to read: ${warehouse}`);
  const site = await readSite(warehouse, now);
  const building = `${out}.building`;
  rmSync(building, { recursive: true, force: true });
  try {
    const written = { pages: writePages(site, building), files: writeData(site, building) };
    const assets = writeAssets(join(building, "assets"));
    replaceFolder(building, out);
    const files = written.pages + written.files + assets.length;
    log(`${written.pages} pages, ${files} files: ${out}`);
    return { pages: written.pages, files };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

async function readSite(path: string, now: Date): Promise<Site> {
  const warehouse = await openWarehouse(path);
  try {
    return await loadSite(warehouse, now);
  } finally {
    warehouse.close();
  }
}

function writePages(site: Site, folder: string): number {
  const editions: [Texts, string][] = [
    [vi, folder],
    [en, join(folder, "en")],
  ];
  const counts = editions.map(([text, own]) => {
    const pages = pagesOf(site, text);
    for (const page of pages) write(join(own, page.path), documentOf(page, { site, text }));
    return pages.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function pagesOf(site: Site, text: Texts): Page[] {
  const context = { site, text };
  const indicators = site.sections.flatMap((section) =>
    section.indicators.map((view) => indicatorPage(view, section, context)),
  );
  return [overviewPage(context), dataPage(context), ...indicators];
}

function writeData(site: Site, folder: string): number {
  for (const view of site.indicators) writeDownloads(view, site, join(folder, "data"));
  return site.indicators.length * 2;
}

function writeDownloads(view: IndicatorView, site: Site, folder: string): void {
  const rows = downloadRows(view, site);
  const name = join(folder, view.indicator.indicator_id.toLowerCase());
  write(`${name}.csv`, toCsv(rows));
  write(
    `${name}.arrow`,
    toArrow(rows, {
      title: view.indicator.title_vi,
      unit: view.indicator.unit,
      source: rows[0]?.source ?? "",
      refreshed_at: site.refreshedAt.toISOString(),
      is_sample: String(view.isSample),
    }),
  );
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Two renames; a crash between them leaves the old site beside, and the next build puts it back. */
function replaceFolder(built: string, out: string): void {
  const previous = `${out}.previous`;
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous);
  renameSync(built, out);
  rmSync(previous, { recursive: true, force: true });
}
