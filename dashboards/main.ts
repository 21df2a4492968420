import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openWarehouse, type Table } from "./reading/contract/query.ts";
import type { Memory } from "./reading/disclosure/memory.ts";
import { internalEdition, publicEdition } from "./reading/editions/edition.ts";
import type { RunSummary } from "./reading/facts/runs.ts";
import { loadSite, type Site } from "./reading/facts/site.ts";
import { unitsOf } from "./reading/facts/unit.ts";
import { textsOf } from "./reading/text/texts.ts";
import type { Texts } from "./reading/text/vi.ts";
import { writeAssets } from "./site/assets.ts";
import { catalogueOf, shownTables, tableFile } from "./site/downloads/catalogue.ts";
import { briefPage } from "./site/pages/brief.ts";
import { cataloguePage } from "./site/pages/catalogue.ts";
import { dataPage } from "./site/pages/data.ts";
import { downloadsOf } from "./site/pages/downloads.ts";
import { indicatorPage } from "./site/pages/indicator.ts";
import { type Context, documentOf, type Page } from "./site/pages/layout.ts";
import { lineagePage } from "./site/pages/lineage.ts";
import { glossaryPage, methodPage } from "./site/pages/method.ts";
import { overviewPage } from "./site/pages/overview.ts";
import { publicDataPage } from "./site/pages/public_data.ts";
import { runsPage } from "./site/pages/runs.ts";
import { sectionPage } from "./site/pages/section.ts";
import { unitPage, unitsPage } from "./site/pages/unit.ts";

export interface BuildOptions {
  /** The warehouse file; opened read-only, and only its schema `marts` is read. */
  warehouse: string;
  /** The site's folder. What stood there stays whole until the new site is complete. */
  out: string;
  /** When the site is made, shown to readers. The same warehouse and clock give the same bytes. */
  now?: Date;
  /** Past runs, newest first, for the page of run history. */
  runs?: RunSummary[];
  /** The static page of `dbt docs`, where the caller has made one. */
  modelDocs?: string | null;
  /** Given for the public edition: where it keeps what its readers know. */
  memory?: MemoryFiles | null;
  log?: (line: string) => void;
}

/**
 * What readers of the public edition know from publication to publication: read from `before`,
 * written to `after`. It stays on the ward's machine, though it holds no hidden number.
 */
interface MemoryFiles {
  before: string;
  after: string;
  /** 32 bytes, always the same; the key that seals what is hidden. */
  key: Uint8Array;
}

/** Builds the pages and downloads aside and renames them into place; counts what it wrote. */
export async function buildSite({
  warehouse,
  out,
  now = new Date(),
  runs = [],
  modelDocs = null,
  memory = null,
  log = () => {},
}: BuildOptions): Promise<{ pages: number; files: number }> {
  if (!existsSync(warehouse)) throw new Error(`no warehouse to read: ${warehouse}`);
  const made = await readSite(warehouse, now, runs, memory);
  const hasModelDocs = modelDocs !== null && existsSync(modelDocs);
  const building = `${out}.building`;
  rmSync(building, { recursive: true, force: true });
  try {
    // Pictures are drawn on a thread of their own while the pages are written.
    const [data, pages] = await Promise.all([
      writeData(made, join(building, "data")),
      writePages(made, hasModelDocs, building),
    ]);
    const assets = writeAssets(join(building, "assets"));
    if (hasModelDocs) write(join(building, "models", "index.html"), readFileSync(modelDocs));
    if (memory) write(memory.after, `${JSON.stringify(made.memory)}\n`);
    replaceFolder(building, out);
    const files = pages + data + assets.length + Number(hasModelDocs);
    log(`${pages} pages, ${files} files: ${out}`);
    return { pages, files };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

/** The site's data and the tables that its catalogue hands on. */
interface Made {
  site: Site;
  tables: Table[];
  /** What readers of the public edition know after it; null for the internal one. */
  memory: Memory | null;
}

async function readSite(
  path: string,
  now: Date,
  runs: RunSummary[],
  files: MemoryFiles | null,
): Promise<Made> {
  const warehouse = await openWarehouse(path);
  try {
    const edition = files
      ? await publicEdition(warehouse, readMemory(files.before), files.key)
      : { ...internalEdition(warehouse), memory: null };
    const site = await loadSite(edition, now, files ? [] : runs);
    const tables = shownTables(await edition.warehouse.tables(), site);
    return { site, tables, memory: edition.memory };
  } finally {
    warehouse.close();
  }
}

function readMemory(path: string): Memory | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Memory) : null;
}

async function writePages(made: Made, hasModelDocs: boolean, folder: string): Promise<number> {
  const counts = languagesOf(made.site).map((text) => {
    const own = text.language === "vi" ? folder : join(folder, text.language);
    const context = { site: made.site, text };
    const pages = pagesOf(made, hasModelDocs, context);
    for (const page of pages) write(join(own, page.path), documentOf(page, context));
    return pages.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function languagesOf({ programme }: Site): Texts[] {
  const { vi, en } = textsOf(programme);
  return [vi, en];
}

function pagesOf({ site, tables }: Made, hasModelDocs: boolean, context: Context): Page[] {
  const units = unitsOf(site);
  return [
    overviewPage(context),
    briefPage(context),
    unitsPage(units, context),
    ...units.map((unit) => unitPage(unit, context)),
    ...site.sections.map((section) => sectionPage(section, context)),
    ...site.sections.flatMap((section) =>
      section.indicators.map((view) => indicatorPage(view, section, context)),
    ),
    ...(site.edition === "public"
      ? [publicDataPage(context)]
      : [dataPage(context), lineagePage(context), runsPage(context)]),
    methodPage(context),
    glossaryPage(context),
    cataloguePage(tables, hasModelDocs, context),
  ];
}

/** The downloads of every chart, and every table with the catalogue that names them. */
async function writeData({ site, tables }: Made, folder: string): Promise<number> {
  const languages = languagesOf(site);
  const charts = site.indicators.map(async (view) => {
    const files = await downloadsOf(view, site, languages);
    for (const { name, content } of files) write(join(folder, name), content);
    return files.length;
  });
  for (const table of tables)
    write(join(folder, "marts", `${table.name}.arrow`), tableFile(table, site));
  write(join(folder, "catalog.json"), `${JSON.stringify(catalogueOf(tables, site), null, 1)}\n`);
  const counts = await Promise.all(charts);
  return counts.reduce((sum, count) => sum + count, tables.length + 1);
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
