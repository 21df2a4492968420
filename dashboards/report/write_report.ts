import { join } from "node:path";
import { writeWhole } from "../../lib/store/write.ts";
import { internal, withEdition } from "../reading/editions/edition.ts";
import { loadSite, type Site } from "../reading/facts/site.ts";
import { printBrief } from "./brief_pdf.ts";
import { toDocx } from "./document.ts";
import { type DocumentReference, judgedAt, reportOf } from "./report.ts";
import { endsKnown, isWithin, labelsAt, type ReportPeriod } from "./report_period.ts";
import { keepRecord } from "./report_record.ts";
import { toReportXlsx } from "./report_workbook.ts";

export interface ReportOptions {
  /** The warehouse file, judged at the period's end or before; opened read-only. */
  warehouse: string;
  /** The folder of the documents; made where it is missing, older ones of the period replaced. */
  out: string;
  period: ReportPeriod;
  /** When the figures were published, as the brief tells its readers. */
  refreshedAt: Date;
  /** Files received up to this day were used, yyyy-mm-dd; the day of judgement where it is left out. */
  knownBy?: string;
  /** Number and date of the document, where it has them already. */
  reference?: DocumentReference;
  /** The folder of records in which to keep what the report said; null for a draft. */
  records: string | null;
  /** The Chromium that prints the brief; null leaves the brief out. */
  chromium: string | null;
}

/** A period of which the warehouse holds nothing; says what it holds. */
export class NoSuchPeriod extends Error {}

/**
 * Writes the report of a period as Word, Excel and, with Chromium, the brief as PDF, and keeps a
 * record of what it said; returns the documents' paths. The same warehouse gives the same bytes of Word and Excel. Throws NoSuchPeriod.
 */
export async function writeReport(options: ReportOptions): Promise<string[]> {
  const { period, out, chromium, records, reference = { number: null, date: null } } = options;
  const site = await readSite(options.warehouse, options.refreshedAt);
  const asOf = mustHaveFigures(site, period);
  const report = reportOf(site, period, options.knownBy ?? asOf, reference);
  const documents: [string, Uint8Array][] = [
    [`bao_cao_${period.label}.docx`, await toDocx(report)],
    [`bao_cao_${period.label}.xlsx`, toReportXlsx(report)],
  ];
  if (chromium) documents.push([`tom_tat_${period.label}.pdf`, printBrief(report, chromium)]);
  const written = documents.map(([name, bytes]) => writeWhole(join(out, name), bytes));
  if (records !== null) keepRecord(report, records);
  return written;
}

/** The day at which a warehouse was judged, once it is sure to hold figures of a period. Throws NoSuchPeriod. */
export async function dayJudged(warehouse: string, period: ReportPeriod): Promise<string> {
  return mustHaveFigures(await readSite(warehouse, new Date(0)), period);
}

function readSite(warehouse: string, refreshedAt: Date): Promise<Site> {
  return withEdition(warehouse, internal, (edition) => loadSite(edition, refreshedAt));
}

function mustHaveFigures(site: Site, period: ReportPeriod): string {
  const asOf = judgedAt(site);
  if (asOf !== null && hasFigures(site, period, asOf)) return asOf;
  throw noSuchPeriod(site, period, asOf);
}

function hasFigures(site: Site, period: ReportPeriod, asOf: string): boolean {
  return endsKnown(site, asOf).some((period_end) => isWithin(period, { period_end }));
}

function noSuchPeriod(site: Site, { label }: ReportPeriod, asOf: string | null): NoSuchPeriod {
  const ends = asOf === null ? [] : endsKnown(site, asOf);
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) {
    return new NoSuchPeriod(
      `chưa có số liệu nào, hãy chạy npm run refresh · no figures yet, run npm run refresh: ${label}`,
    );
  }
  const [from, to, newest] = [first.slice(0, 7), last.slice(0, 7), labelsAt(last).join(", ")];
  return new NoSuchPeriod(
    `không có số liệu của kỳ này; có từ ${from} đến ${to}, mới nhất: ${newest} · no figures of this period; there are from ${from} to ${to}, newest: ${newest}: ${label}`,
  );
}
