import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../lib/store/write.ts";
import type { IndicatorView } from "../reading/facts/view.ts";
import type { Report } from "./report.ts";
import type { ReportFigure } from "./report_figure.ts";
import { isWithin, type ReportPeriod } from "./report_period.ts";

/** What a report said, kept as it was: later runs read it to say what has changed since. */
interface ReportRecord {
  report: {
    /** The number of the report among those made here, from 1. */
    sequence: number;
    period_label: string;
    period_start: string;
    period_end: string;
    as_of: string;
    known_by: string;
    /** As on the document; null while it has none. */
    report_number: string | null;
    report_date: string | null;
    is_sample: boolean;
  };
  figures: ReturnType<typeof figureRow>[];
  /** The figures it rested on. */
  observations: ReturnType<typeof observationRow>[];
}

/**
 * Keeps what a report said as a file of its own in this folder, never to be written again; returns its
 * path. A report made over again without any change keeps the record that is there.
 */
export function keepRecord(report: Report, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder)
    .filter((name) => /^\d{4,}_.*\.json$/.test(name))
    .sort();
  const { label } = report.period;
  const last = names.findLast((name) => name.endsWith(`_${label}.json`));
  if (last && readFileSync(join(folder, last), "utf8") === textOf(report, sequenceOf(last)))
    return join(folder, last);
  const sequence = sequenceOf(names.at(-1) ?? "0") + 1;
  const path = join(folder, `${String(sequence).padStart(4, "0")}_${label}.json`);
  return writeWhole(path, textOf(report, sequence), { mode: 0o444 });
}

function sequenceOf(name: string): number {
  return Number.parseInt(name, 10);
}

function textOf(report: Report, sequence: number): string {
  return `${JSON.stringify(recordOf(report, sequence), null, 1)}\n`;
}

function recordOf(report: Report, sequence: number): ReportRecord {
  const { period, asOf, knownBy, reference, is_sample, site } = report;
  const area_id = site.ward.area_id;
  const byId = report.figures.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return {
    report: {
      sequence,
      period_label: period.label,
      period_start: period.start,
      period_end: period.end,
      as_of: asOf,
      known_by: knownBy,
      report_number: reference.number,
      report_date: reference.date,
      is_sample,
    },
    figures: byId.map((figure) => figureRow(figure, area_id)),
    observations: byId.flatMap(({ view }) =>
      recordedObservations(view, period).map(observationRow),
    ),
  };
}

function idOf({ view }: ReportFigure): string {
  return view.indicator.indicator_id;
}

function figureRow({ view, value }: ReportFigure, area_id: string) {
  const { progress } = view;
  return {
    indicator_id: view.indicator.indicator_id,
    area_id,
    frequency: progress?.frequency ?? null,
    period_value: value?.value ?? null,
    latest_period_end: progress?.latest_period_end ?? null,
    latest_value: progress?.latest_value ?? null,
    planned_value: progress?.planned_value ?? null,
    target_value: progress?.target_value ?? null,
    probability_met: progress?.probability_met ?? null,
    status: view.status,
    reason_code: progress?.reason_code ?? null,
  };
}

/** The figures inside the period, and the newest where that is older. */
function recordedObservations({ observations }: IndicatorView, period: ReportPeriod) {
  const newest = observations.at(-1);
  return observations.filter((row) => row === newest || isWithin(period, row));
}

function observationRow(row: IndicatorView["observations"][number]) {
  const { indicator_id, area_id, frequency, period_start, period_end, value } = row;
  return { indicator_id, area_id, frequency, period_start, period_end, value };
}
