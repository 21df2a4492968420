import type { Status } from "../../reading/contract/statuses.ts";
import type { EditionName } from "../../reading/editions/edition.ts";
import type { Site } from "../../reading/facts/site.ts";
import { standingWord } from "../../reading/facts/standing_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { contentPolicy } from "../../reading/markup/headers.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatInstant } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";

/** A page before it has its frame. `path` is relative to the language's folder. */
export interface Page {
  path: string;
  title: string;
  description: string;
  is_sample: boolean;
  /** True for a document of a period that is over, which does not grow old. */
  is_dated?: boolean;
  body: Html;
}

/** What every page is made with. */
export interface Context {
  site: Site;
  text: Texts;
}

/** Puts a page into the frame all share; the result is a whole HTML document. */
export function documentOf(page: Page, { site, text }: Context): string {
  const root = "../".repeat(depth(page, text));
  const own = text.language === "vi" ? root : `${root}en/`;
  const other = text.language === "vi" ? `${root}en/${page.path}` : `${root}${page.path}`;
  const otherLanguage = text.language === "vi" ? "en" : "vi";
  const { main, further } = menuOf(text, site.edition);
  return `<!doctype html>\n${
    html`<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<title>${page.title} · ${text.ward}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/theme.css">
<script src="${root}assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
<header class="masthead">
<div class="wrap">
<p class="name"><a href="${own}index.html"><strong>${text.ward}</strong></a> <span>${text.programme}</span></p>
<nav aria-label="${text.pageNavigation}">
${main.map(({ path, name }) => pageLink(path, name))}
<a href="${other}" hreflang="${otherLanguage}" lang="${otherLanguage}">${text.otherLanguage}</a>
</nav>
</div>
</header>
${page.is_sample && sampleBanner(text)}
${!page.is_dated && ageWarning({ site, text })}
<main id="main" class="wrap">
${page.body}
</main>
<footer class="wrap">
<nav aria-label="${text.pages.more}"><ul>${further.map(({ path, name }) => html`<li>${pageLink(path, name)}</li>`)}</ul></nav>
<p>${freshness({ site, text })}</p>
<p>${site.edition === "public" ? text.edition.footer : text.footer}</p>
</footer>
</body>
</html>`.markup
  }\n`;

  function pageLink(path: string, name: string): Html {
    return page.path === path
      ? html`<a href="${own}${path}" aria-current="page">${name}</a>`
      : html`<a href="${own}${path}">${name}</a>`;
  }
}

/** How old the data is and when the pages were made, by the ward's clock. */
export function freshness({ site, text }: Context): string {
  const refreshed = formatInstant(site.refreshedAt, text.language);
  return site.dataTo
    ? text.freshness(formatDate(site.dataTo, text.language), refreshed)
    : text.refreshedOnly(refreshed);
}

/** A status as mark, word and colour. */
export function statusMark(status: Status, text: Texts): Html {
  return html`<span class="status ${status}">${mark(status)}${text.status[status]}</span>`;
}

/** Where an indicator stands; one without a number to meet by the way it goes. */
export function standingMark(view: IndicatorView, text: Texts): Html {
  return html`<span class="status ${view.status}">${mark(view.status)}${standingWord(view, text)}</span>`;
}

/** The mark alone: a shape of its own for each status, so that colour is never needed. */
export function mark(status: Status): Html {
  return html`<svg class="mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="${shapes[status]}"/></svg>`;
}

const shapes: Record<Status, string> = {
  off_track: "M1 1H11V11H1Z",
  at_risk: "M6 .5L12 11H0Z",
  not_assessable: "M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1ZM6 3A3 3 0 1 0 6 9A3 3 0 1 0 6 3Z",
  on_track: "M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z",
  no_target: "M1 5H11V7H1Z",
  achieved: "M1.5 5L5 8.2L10.5 1.5L12 3L5 11.3L0 6.5Z",
};

interface MenuEntry {
  path: string;
  name: string;
}

/** What every page leads to: the four that leaders use above, those of analysts below. */
function menuOf(
  { overview, dataPage, pages }: Texts,
  edition: EditionName,
): Record<"main" | "further", MenuEntry[]> {
  const internal = [
    { path: "lineage.html", name: pages.lineage.menu },
    { path: "runs.html", name: pages.runs.menu },
  ];
  return {
    main: [
      { path: "index.html", name: overview },
      { path: "units.html", name: pages.units.menu },
      { path: "brief.html", name: pages.brief.menu },
      { path: "data.html", name: dataPage },
    ],
    further: [
      { path: "method.html", name: pages.method.menu },
      { path: "glossary.html", name: pages.glossary.menu },
      ...(edition === "internal" ? internal : []),
      { path: "catalogue.html", name: pages.catalogue.menu },
    ],
  };
}

/** Hours after which a reader is warned: a nightly refresh missed once, and missed for four days. */
const [amberHours, redHours] = [36, 96];

/** Folded until the script of the page finds by the reader's clock that the refresh has stopped. */
function ageWarning({ site, text }: Context): Html {
  const [before, after] = text.pages.age;
  return html`<aside class="age" aria-label="${text.pages.ageTitle}" hidden data-refreshed="${site.refreshedAt.toISOString()}" data-amber-hours="${amberHours}" data-red-hours="${redHours}"><p class="wrap" role="status"><strong>${before} <span data-days></span> ${after}</strong> ${text.pages.ageNote}</p></aside>`;
}

function depth(page: Page, text: Texts): number {
  return page.path.split("/").length - 1 + (text.language === "vi" ? 0 : 1);
}

function sampleBanner(text: Texts): Html {
  return html`<aside class="sample" aria-label="${text.sampleTitle}"><p class="wrap"><strong>${text.sampleTitle}</strong> ${text.sampleNote}</p></aside>`;
}
