import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { type Period, parsePeriod, periodDates, titlePeriod } from "../parse/period.ts";
import type { Result } from "../parse/result.ts";
import { type ScaledUnit, titleUnit } from "../parse/unit.ts";

/** What the lines around a table say of it. */
export interface TitleFacts {
  title: string | null;
  period: Result<NamedPeriod>;
  /** The sheet's name speaks of another month than its title; the title holds. */
  conflict: string | null;
  unit: ScaledUnit | null;
  document_date: string | null;
  is_sample: boolean;
}

/** A period with its dates, as observations carry it. */
export interface NamedPeriod {
  frequency: "month" | "quarter" | "year";
  /** Flows run over months that are no quarter and no year: since 1 January, or `6 tháng cuối năm`. */
  is_accumulated: boolean;
  year: number;
  start: string;
  end: string;
}

/** Lines of the letterhead, as starts of keys. */
const LETTERHEAD =
  /^(?:uy ban nhan dan|ubnd|cong hoa xa hoi|doc lap tu do|so \d|so bc|dang uy|dang bo|dang cong san|cong an|bao hiem xa hoi (?:viet nam|thanh pho|tp|khu vuc|co so)|bhxh (?:tp|thanh pho|co so)|ban chi huy|mat tran|mttq|doan thanh nien|phong |tram y te)/;

/** Lines that carry periods which are not the table's. */
const OF_ANOTHER_PAPER =
  /^(?:ban hanh|kem theo|can cu|mau (?:so|bieu|\d)|bieu (?:so|mau|\d)|theo quyet dinh|so \d)/;

const SAMPLE_MARK = "du lieu mau";

/** Whether a line belongs to the letterhead: who sends, the motto, the number of the paper. */
export function isLetterhead(text: string, areas: AreaReader): boolean {
  const key = wordKey(text);
  const [, place] = /^(.+?) ngay(?: |$)/.exec(key) ?? [];
  const isPlaceAndDay = place !== undefined && areas.isKnown(place);
  return LETTERHEAD.test(key) || isPlaceAndDay || documentDate([text]) !== null;
}

/** Reads the lines above a table; the date of the paper may also stand in the lines below it. */
export function readTitle(
  above: readonly string[],
  below: readonly string[],
  sheetName: string,
  { form, areas }: { form: Form; areas: AreaReader },
): TitleFacts {
  const lines = above.filter((line) => !isLetterhead(line, areas));
  const speaking = lines.filter((line) => !OF_ANOTHER_PAPER.test(wordKey(line)));
  const named = sheetPeriod(sheetName, titlePeriod(speaking));
  return {
    title: headline(lines),
    period: named.period.ok ? namePeriod(named.period.value, form) : named.period,
    conflict: named.conflict,
    unit: titleUnit(above),
    document_date: documentDate(above) ?? documentDate(below),
    is_sample: above.some(isSampleMark),
  };
}

/** A period as the form's window makes it dates. */
export function namePeriod(period: Period, { window, frequency }: Form): Result<NamedPeriod> {
  const dates = periodDates(period, window, frequency);
  if (!dates.ok) return dates;
  return {
    ok: true,
    value: {
      frequency: FREQUENCIES[period.frequency] ?? frequency,
      is_accumulated: ACCUMULATED.includes(period.frequency),
      year: Number(dates.value.end.slice(0, 4)),
      ...dates.value,
    },
  };
}

const ACCUMULATED: readonly Period["frequency"][] = ["year_to_date", "half_year", "range"];

const FREQUENCIES: Partial<Record<Period["frequency"], NamedPeriod["frequency"]>> = {
  month: "month",
  quarter: "quarter",
  year: "year",
};

/** A sheet per month: its name completes a title that says only the year or nothing. */
function sheetPeriod(
  name: string,
  title: Result<Period>,
): { period: Result<Period>; conflict: string | null } {
  const year = title.ok ? title.value.year : undefined;
  const named = parsePeriod(name, year);
  if (!named.ok) return { period: title, conflict: null };
  if (!title.ok) return { period: named, conflict: null };
  if (named.value.frequency === "year") return { period: title, conflict: null };
  if (title.value.frequency === "year") return { period: named, conflict: null };
  const isComparable = named.value.month !== undefined && title.value.month !== undefined;
  const conflict = isComparable && named.value.month !== title.value.month ? name : null;
  return { period: title, conflict };
}

/** The first line that is written in capitals, or the first at all. */
function headline(lines: readonly string[]): string | null {
  const worded = lines.filter((line) => /\p{L}{3}/u.test(line) && !isSampleMark(line));
  return worded.find((line) => line === line.toUpperCase()) ?? worded[0] ?? null;
}

/** Whether a line marks its file as made up. */
function isSampleMark(text: string): boolean {
  return wordKey(text).includes(SAMPLE_MARK);
}
