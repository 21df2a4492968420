import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { swapFolder, writeWhole } from "../lib/store/write.ts";
import type { MartTable } from "./reading/contract/mart.ts";
import { type Audience, type Edition, internal, withEdition } from "./reading/editions/edition.ts";
import type { RunSummary } from "./reading/facts/run_summary.ts";
import { loadSite, type Site } from "./reading/facts/site.ts";
import { unitSummaries } from "./reading/facts/unit_summary.ts";
import { textsOf } from "./reading/text/texts.ts";
import type { Texts } from "./reading/text/vi.ts";
import { writeAssets } from "./site/assets.ts";
import { martCatalogue, tableFile } from "./site/downloads/mart_catalogue.ts";
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
  /** The site's folder. */
  out: string;
  /** When the site is made, shown to readers. The same warehouse and clock give the same bytes. */
  now?: Date;
  /** Past runs, newest first, for the page of run history. */
  runs?: RunSummary[];
  /** The static page of `dbt docs`, where the caller has made one. */
  modelDocs?: string | null;
  /** Given for the public edition: where it keeps what its readers know. */
  memory?: MemoryFiles | null;
  /** Whether each chart is drawn as PNG beside its SVG, as readers need it; tests that look at no picture do without. */
  has_png?: boolean;
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

/** How much a build wrote. */
interface Built {
  pages: number;
  files: number;
}

/** Builds the site aside and puts it in place: what stood there stays whole until the new one is complete. */
export async function buildSite(options: BuildOptions): Promise<Built> {
  const { out } = options;
  const built = await writeSite({ ...options, out: `${out}.building` });
  swapFolder(`${out}.building`, out, `${out}.retired`);
  return built;
}

/** Writes pages and downloads into a folder that is made anew, and counts them; a failure leaves no folder. */
export async function writeSite({
  warehouse,
  out,
  now = new Date(),
  runs = [],
  modelDocs = null,
  memory = null,
  has_png: hasPng = true,
  log = () => {},
}: BuildOptions): Promise<Built> {
  if (!existsSync(warehouse)) throw new Error(`no warehouse to read: ${warehouse}`);
  const made = await readSite(warehouse, now, runs, memory);
  const hasModelDocs = modelDocs !== null && existsSync(modelDocs);
  rmSync(out, { recursive: true, force: true });
  try {
    // Pictures are drawn on a thread of their own while the pages are written.
    const [data, pages] = await Promise.all([
      writeData(made, hasPng, join(out, "data")),
      writePages(made, hasModelDocs, out),
    ]);
    const assets = writeAssets(join(out, "assets"));
    if (hasModelDocs) write(join(out, "models", "index.html"), readFileSync(modelDocs));
    if (memory) writeWhole(memory.after, `${JSON.stringify(made.memory)}\n`);
    const files = pages + data + assets.length + Number(hasModelDocs);
    log(`${pages} pages, ${files} files: ${out}`);
    return { pages, files };
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    throw error;
  }
}

/** The site's data and the tables that its catalogue hands on. */
interface Made {
  site: Site;
  tables: MartTable[];
  /** What readers of the public edition know after it; null for the internal one. */
  memory: Edition["memory"];
}

async function readSite(
  warehouse: string,
  now: Date,
  runs: RunSummary[],
  files: MemoryFiles | null,
): Promise<Made> {
  const audience: Audience = files
    ? { name: "public", before: readMemory(files.before), key: files.key }
    : internal;
  return withEdition(warehouse, audience, async (edition) => ({
    site: await loadSite(edition, now, files ? [] : runs),
    tables: await edition.tables(),
    memory: edition.memory,
  }));
}

/** Throws where the memory is damaged: without it, what was hidden once could be worked out now. */
function readMemory(path: string): Edition["memory"] {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Edition["memory"];
  } catch {
    throw new Error(
      `${path}: tệp nhớ những gì bản công khai đã ẩn bị hỏng; hãy chép lại từ bản sao lưu, không xóa · what the public edition has hidden so far cannot be read: put the file back from a backup, do not delete it`,
    );
  }
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
  const units = unitSummaries(site);
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
async function writeData({ site, tables }: Made, hasPng: boolean, folder: string): Promise<number> {
  const languages = languagesOf(site);
  const charts = site.indicators.map(async (view) => {
    const files = await downloadsOf(view, site, languages, hasPng);
    for (const { name, content } of files) write(join(folder, name), content);
    return files.length;
  });
  for (const table of tables)
    write(join(folder, "marts", `${table.name}.arrow`), tableFile(table, site));
  write(join(folder, "catalog.json"), `${JSON.stringify(martCatalogue(tables, site), null, 1)}\n`);
  const counts = await Promise.all(charts);
  return counts.reduce((sum, count) => sum + count, tables.length + 1);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
