import { toSvg } from "../../reading/charts/picture.ts";
import { renderPng } from "../../reading/charts/png_renderer.ts";
import { titleOf } from "../../reading/facts/indicator_words.ts";
import type { Site } from "../../reading/facts/site.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { formatInstant } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { downloadRows, toArrow, toCsv } from "../downloads/download_rows.ts";
import { toXlsx } from "../downloads/xlsx_file.ts";
import { pictureName } from "./chart_card.ts";
import { chartsOf } from "./charts.ts";
import { agencyName } from "./parts.ts";

/** A file beside the pages, its name relative to the folder of data. */
export interface Download {
  name: string;
  content: string | Uint8Array;
}

/** An indicator's numbers as CSV, Excel and Arrow, and its charts as SVG, and PNG unless left out, in each language. */
export async function downloadsOf(
  view: IndicatorView,
  site: Site,
  languages: readonly Texts[],
  hasPng: boolean,
): Promise<Download[]> {
  const drawn = await Promise.all(languages.map((text) => pictures(view, { site, text }, hasPng)));
  return [...numbers(view, site), ...drawn.flat()];
}

function numbers(view: IndicatorView, site: Site): Download[] {
  const rows = downloadRows(view, site);
  const { indicator } = view;
  const name = indicator.indicator_id.toLowerCase();
  const about = {
    title: indicator.title_vi,
    title_en: indicator.title_en,
    unit: indicator.unit,
    source: [...new Set(rows.flatMap(({ source }) => source.split("; ")))].join("; "),
    refreshed_at: site.refreshedAt.toISOString(),
    is_sample: String(view.is_sample),
  };
  return [
    { name: `${name}.csv`, content: toCsv(rows) },
    { name: `${name}.xlsx`, content: toXlsx(rows, Object.entries(about)) },
    { name: `${name}.arrow`, content: toArrow(rows, about) },
  ];
}

async function pictures(
  view: IndicatorView,
  context: { site: Site; text: Texts },
  hasPng: boolean,
): Promise<Download[]> {
  const drawn = chartsOf(view, context.text).map(async (chart) => {
    const name = pictureName(view, chart, context.text);
    const svg = toSvg(chart.still, {
      title: chart.title,
      subtitle: chart.subtitle,
      source: sourceLine(view, context),
    });
    return [
      { name: `${name}.svg`, content: svg },
      ...(hasPng ? [{ name: `${name}.png`, content: await renderPng(svg) }] : []),
    ];
  });
  return (await Promise.all(drawn)).flat();
}

/** Where the numbers come from and when they were refreshed; sample data says that it is. */
function sourceLine(view: IndicatorView, { site, text }: { site: Site; text: Texts }): string {
  const files = [...new Set(view.lineage.map(({ file_name }) => file_name))];
  const named =
    files.length > 2
      ? text.pages.ofWhichFiles(files[0] ?? "", String(files.length - 1))
      : files.join(", ") || sender(view, text);
  const line = text.pages.fileSource(named, formatInstant(site.refreshedAt, text.language));
  return view.is_sample ? `${line} ${text.sampleTitle}: ${text.sampleNote}` : line;
}

function sender({ agency, indicator }: IndicatorView, text: Texts): string {
  return agency ? agencyName(agency, text) : titleOf(indicator, text);
}
