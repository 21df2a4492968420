import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { readText } from "../../outputs.ts";

type Language = "vi" | "en";

/** What a reader finds about one indicator: on its page, in its download, and wherever else it is named. */
export interface Told {
  language: Language;
  edition: "internal" | "public";
  title: string;
  standing: Standing;
  caution: string | null;
  /** The big number, and the small words under it. */
  big: string;
  parts: string;
  /** The rows of the panel by their names. */
  facts: ReadonlyMap<string, string>;
  notes: string;
  charts: Chart[];
  /** What the what-if table says of reaching the target. */
  arrivals: string[];
  sources: { heading: string; files: string[] } | null;
  /** The table of numbers, newest first, by the heads of its columns. */
  rows: ReadonlyMap<string, string>[];
  /** Newest last. */
  projected: string[][];
  /** All words of the page. */
  whole: string;
  elsewhere: Mention[];
  csv: Record<string, string>[];
}

/** A status as its class and its word. */
interface Standing {
  status: string;
  word: string;
}

/** The indicator on another page: as a row of a table, a card or an entry of a list. */
interface Mention {
  place: string;
  standing: Standing;
  value: string | null;
  chance: string | null;
}

interface Chart {
  /** The dot's colour, and what it shows by the ticks beside it. */
  dot: { fill: string; value: number } | null;
  labels: string[];
  description: string;
  has_future: boolean;
}

/** A built site as texts; a test may put a changed page in place of one. */
export interface SiteTexts {
  edition: "internal" | "public";
  read(file: string): string;
}

/** The texts of a site on disk. */
export function siteTexts(folder: string, edition: SiteTexts["edition"]): SiteTexts {
  const known = new Map<string, string>();
  return {
    edition,
    read(file) {
      const text = known.get(file) ?? readText(folder, file);
      known.set(file, text);
      return text;
    },
  };
}

/** Where else an indicator is told, by its section and its unit. */
export interface Places {
  indicator_id: string;
  section_id: string;
  agency_id: string | null;
}

/** Reads an indicator's page in a language with what other pages and the download say of it. */
export function tell(site: SiteTexts, places: Places, language: Language): Told {
  const id = places.indicator_id.toLowerCase();
  const root = language === "vi" ? "" : "en/";
  const page = open(site.read(`${root}indicators/${id}.html`));
  const panel = one(page, "aside.panel");
  return {
    language,
    edition: site.edition,
    title: wordsOf(one(page, "h1")),
    standing: standingOf(one(panel, ".status")),
    caution: words(panel, ".caution"),
    big: wordsOf(one(panel, ".big")),
    parts: wordsOf(one(panel, ".parts")),
    facts: new Map(
      all(panel, "dl div").map((row) => [words(row, "dt") ?? "", words(row, "dd") ?? ""]),
    ),
    notes: all(panel, ".note").map(wordsOf).join(" "),
    charts: all(page, ".split figure .wide svg, .split figure .narrow svg").map((svg) =>
      chartOf(svg, language),
    ),
    arrivals: all(page, ".what-if-box tr[data-said] td:last-child").map(wordsOf),
    sources: sourcesIn(page),
    rows: tableOf(page, "#numbers table"),
    projected: projectedIn(page),
    whole: wordsOf(one(page, "main")),
    elsewhere: mentions(site, root, places),
    csv: rowsOf(site.read(`data/${id}.csv`)),
  };
}

/** How many indicators the overview counts of each status. */
export function countsIn(site: SiteTexts, language: Language): Record<string, number> {
  const page = open(site.read(language === "vi" ? "index.html" : "en/index.html"));
  const counted = all(page, ".legend li").map((entry) => {
    return [standingOf(entry).status, numberIn(wordsOf(entry), language) ?? Number.NaN] as const;
  });
  return Object.fromEntries(counted);
}

/** The first number of a text that is written in a language; null without one. */
export function numberIn(text: string, language: Language): number | null {
  const [found] = /[−-]?\d[\d.,]*/.exec(text) ?? [];
  if (!found) return null;
  const trimmed = found.replace(/[.,]+$/, "").replace("−", "-");
  return Number(
    language === "vi" ? trimmed.replaceAll(".", "").replace(",", ".") : trimmed.replaceAll(",", ""),
  );
}

type Node = ReturnType<typeof open>;

function open(markup: string) {
  return parseHTML(markup).document as unknown as ParentNode & { textContent: string | null };
}

function all(node: ParentNode, selector: string): Element[] {
  return [...node.querySelectorAll(selector)];
}

function one(node: ParentNode, selector: string): Element {
  const found = node.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

function wordsOf({ textContent }: { textContent: string | null }): string {
  return (textContent ?? "").replaceAll("\u00A0", " ").replace(/\s+/g, " ").trim();
}

function words(node: ParentNode, selector: string): string | null {
  const found = node.querySelector(selector);
  return found && wordsOf(found);
}

function standingOf(mark: Element): Standing {
  const status = [...mark.classList].find((name) => name !== "status") ?? "";
  return { status, word: wordsOf(mark).replace(/:$/, "") };
}

function chartOf(svg: Element, language: Language): Chart {
  const ticks = all(svg, 'g[text-anchor="end"][transform="translate(-9,0)"] text').map((text) => ({
    y: Number(/,([\d.]+)\)/.exec(text.getAttribute("transform") ?? "")?.[1]),
    value: numberIn(wordsOf(text), language) ?? Number.NaN,
  }));
  const [low, high] = [ticks[0], ticks.at(-1)];
  const circle = svg.querySelector('circle[r="5"]');
  const y = Number(circle?.getAttribute("cy"));
  const share = low && high ? (y - low.y) / (high.y - low.y || 1) : Number.NaN;
  return {
    dot: circle && {
      fill: circle.parentElement?.getAttribute("fill") ?? circle.getAttribute("fill") ?? "",
      value: low && high ? low.value + share * (high.value - low.value) : Number.NaN,
    },
    labels: all(svg, "text").map(wordsOf),
    description: words(svg, "desc") ?? "",
    has_future: svg.querySelector('[stroke="var(--data)"][stroke-dasharray="6,4"] path') !== null,
  };
}

function sourcesIn(page: ParentNode): Told["sources"] {
  const heading = all(page, "section.card h2").find((title) =>
    /^(Nguồn của số|Where .* comes from)/.test(wordsOf(title)),
  );
  if (!heading?.parentElement) return null;
  const files = all(heading.parentElement, "tbody td:nth-of-type(1)").map((cell) =>
    wordsOf(cell).replaceAll(" ", "").replaceAll("\u200B", ""),
  );
  return { heading: wordsOf(heading), files };
}

function tableOf(page: ParentNode, selector: string): Map<string, string>[] {
  const table = page.querySelector(selector);
  if (!table) return [];
  const heads = all(table, "thead th").map(wordsOf);
  return all(table, "tbody tr").map((row) => {
    const cells = all(row, "th, td").map(wordsOf);
    return new Map(heads.map((head, index) => [head, cells[index] ?? ""]));
  });
}

function projectedIn(page: ParentNode): string[][] {
  const region = page.querySelector(
    '[aria-label="Dự báo cuối mỗi năm"], [aria-label="Projection at the end of each year"]',
  );
  return region ? all(region, "tbody tr").map((row) => all(row, "th, td").map(wordsOf)) : [];
}

function mentions(site: SiteTexts, root: string, places: Places): Mention[] {
  const pages = [
    "index.html",
    "brief.html",
    `sections/${places.section_id}.html`,
    ...(places.agency_id ? [`units/${places.agency_id}.html`] : []),
  ];
  return pages.flatMap((path) => {
    const page = open(site.read(root + path)) as Node;
    return all(page, `a[href$="indicators/${places.indicator_id.toLowerCase()}.html"]`).flatMap(
      (link) => mentionAround(link, path),
    );
  });
}

/** A row of the table of changes speaks of two days, one of requests of a reply: both are left out. */
function mentionAround(link: Element, path: string): Mention[] {
  const around = link.closest("tr, article, li");
  const mark = around?.querySelector(".status");
  if (!around || !mark || link.closest(".changes") || around.querySelector(".said")) return [];
  const value = around.querySelector(
    '.figure b, td[data-label="Hiện nay"], td[data-label="Now"], li > b',
  );
  const chance = around.querySelector(
    'td[data-label="Khả năng đạt"], td[data-label="Chance of meeting it"], .meta span:last-child b',
  );
  return [
    {
      place: `${path} ${around.tagName.toLowerCase()}`,
      standing: standingOf(mark),
      value: value && wordsOf(value),
      chance: chance && wordsOf(chance).replace(/^[–-]$/, ""),
    },
  ];
}

function rowsOf(csv: string): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}
