import { AlignmentType, ImageRun, Paragraph } from "docx";
import { trendDescription } from "../reading/charts/description.ts";
import { toSvg } from "../reading/charts/picture.ts";
import { renderPng } from "../reading/charts/png_renderer.ts";
import type { IndicatorView } from "../reading/facts/view.ts";
import { formatDate } from "../reading/text/format.ts";
import { chartsOf } from "../site/pages/charts.ts";
import type { Report } from "./report.ts";
import { pageTexts, reportWords } from "./report_words.ts";
import { annexHead } from "./tables.ts";
import { plain } from "./word_styles.ts";

/** The annex of pictures: the trend of every indicator off track or at risk, gravest first. */
export async function chartsAnnex(report: Report): Promise<Paragraph[]> {
  const pictures = await Promise.all(report.behind.map(({ view }) => pictureOf(view, report)));
  const drawn = pictures.filter((picture) => picture !== null);
  if (drawn.length === 0) return [];
  return [...annexHead(report, "II", reportWords.chartsTitle), ...drawn];
}

/** The width of a picture in print in pixels of 1/96 inch: 148 mm, so that two fit below the head. */
const width = 560;

async function pictureOf(view: IndicatorView, report: Report): Promise<Paragraph | null> {
  const vi = pageTexts(view);
  const trend = chartsOf(view, vi).find(({ id }) => id === "trend");
  if (!trend) return null;
  const [title, subtitle] = [plain(trend.title), plain(trend.subtitle)];
  const source = sourceLine(view, report);
  const data = await renderPng(toSvg(trend.still, { title: `${title}.`, subtitle, source }));
  const name = view.indicator.indicator_id;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [
      new ImageRun({
        type: "png",
        data,
        transformation: { width, height: Math.round(width * proportion(data)) },
        altText: { title, name, description: plain(trendDescription(view, vi)) },
      }),
    ],
  });
}

function sourceLine(view: IndicatorView, { knownBy, wardWords }: Report): string {
  const { pages } = pageTexts(view);
  const files = [...new Set(view.lineage.map(({ file_name }) => file_name))];
  const [first = view.agency?.name_vi ?? "", ...others] = files;
  const named = others.length > 0 ? pages.ofWhichFiles(first, String(others.length)) : first;
  const line = pages.fileSource(plain(named), formatDate(knownBy, "vi"));
  return view.is_sample ? `${line} ${reportWords.sample}: ${wardWords.sampleNote}.` : line;
}

/** Height over width, from the header of a PNG. */
function proportion(png: Uint8Array): number {
  const header = new DataView(png.buffer, png.byteOffset, 24);
  return header.getUint32(20) / header.getUint32(16);
}
