import type { Form } from "../form.ts";
import {
  isMereYear,
  isSpan,
  isUsualEnd,
  type Period,
  type PeriodReading,
  parsePeriod,
  periodDates,
  readPeriod,
} from "../parse/period.ts";
import { nameOfFile, namePeriodOf } from "../parse/period_name.ts";
import { notOver, type PeriodDoubt, periodDoubts } from "./period_doubt.ts";
import { agrees, beforeDay, isOfSending, isSamePart } from "./witnesses.ts";

/** All that can speak of a table's period. */
export interface PeriodWitnesses {
  form: Form;
  /** Lines of the title, without letterhead. */
  lines: readonly string[];
  sheet_name: string;
  file_name: string;
  /** The paper's own date. */
  document_date: string | null;
  /** The day on which the file came in. */
  received_on: string | null;
}

/** What they say. Without a period the candidates are what it may be, best first. */
export interface TitlePeriod {
  period: Period | null;
  candidates: Period[];
  /** Nothing at all speaks of a period. */
  is_silent: boolean;
  /** Read from the file's name alone. */
  is_from_name: boolean;
  /** A name that speaks of another time, though all else agrees. */
  conflict: string | null;
  /** What speaks against the candidates, where there are any. */
  why?: PeriodDoubt;
  /** The year that the title speaks of, for columns of periods. */
  year: number | null;
}

type Said = Omit<TitlePeriod, "year">;

/** Weighs the witnesses: the title speaks first, names complete or contradict it, dates bound it. */
export function readTitlePeriod(witnesses: PeriodWitnesses): TitlePeriod {
  const { form, sheet_name, file_name } = witnesses;
  const lines = isOfIndicators(form) ? witnesses.lines.map(withoutIndicators) : witnesses.lines;
  const sheet = namePeriodOf(sheet_name).period;
  const { period: file, is_plan } = namePeriodOf(nameOfFile(file_name));
  const year = sheet?.year ?? file?.year;
  const first = readPeriod(lines, form.window);
  const reading = isDateless(first) ? readPeriod(lines, form.window, year) : first;
  const paper = witnesses.document_date ?? reading.dates[0] ?? null;
  const names = { sheet, file: is_plan ? null : file, paper };
  const said = reading.period.ok
    ? ofTitle(reading.period.value, names, witnesses)
    : reading.period.rule === "not_a_period" && !isDateless(reading)
      ? ofNames(names, is_plan, witnesses)
      : ofDoubt(reading, names, witnesses);
  const based = basedOnOther(said, reading, lines, form);
  const { period, ...rest } = bounded(based ?? said, reading, witnesses);
  const candidates = rest.candidates.map((each) => withYear(each, witnesses));
  return { ...rest, period, candidates, year: said.period?.year ?? reading.year };
}

/** `(Theo số liệu tháng 9)`, `(Theo kết quả năm 2026)`: of which period the figures are, where it is not the title's. */
const BASED_ON =
  /\(?\s*(?:theo|lấy|dùng|sử dụng|trên cơ sở)\s+(?:kết quả|số liệu|số|dữ liệu|báo cáo)\s+([^()]*\d[^()]*)\)?/iu;

/** A doubt where a line says that figures are another period's than the rest of the lines speaks of. */
function basedOnOther(
  said: Said,
  reading: PeriodReading,
  lines: readonly string[],
  form: Form,
): Said | null {
  const texts = lines.map((line) => line.normalize("NFC"));
  const [, source = ""] = texts.map((line) => BASED_ON.exec(line)).find((found) => found) ?? [];
  const read = parsePeriod(source, reading.year ?? undefined);
  if (!said.period || !read.ok || /\bcủa\b|số \d/iu.test(source)) return null;
  const rest = readPeriod(
    texts.map((line) => line.replace(BASED_ON, " ")),
    form.window,
  );
  const others = rest.period.ok ? [rest.period.value] : rest.candidates;
  const isSame = others.some((one) => agrees(one, read.value, form));
  return others.length === 0 || isSame
    ? null
    : doubt([...others, read.value], periodDoubts.unclear);
}

/** A form of the programme's indicators, which are called as targets are. */
function isOfIndicators({ keys: { category } }: Form): boolean {
  return category !== undefined && "open" in category && category.open === "code";
}

/** `Theo dõi chỉ tiêu quý III/2026` is no target; `giao chỉ tiêu`, `chỉ tiêu kế hoạch` are. */
function withoutIndicators(line: string): string {
  return line.normalize("NFC").replace(/(?<!giao )chỉ tiêu(?! (?:được )?(?:giao|kế hoạch))/giu, "");
}

/** What is asked about is shown with the likeliest year. */
function withYear(period: Period, { form, document_date, received_on }: PeriodWitnesses): Period {
  const day = document_date ?? received_on;
  if (period.year !== undefined || day === null) return period;
  return beforeDay(period, day, form) ?? { ...period, year: Number(day.slice(0, 4)) };
}

/** Days are named, but no year: `Kỳ từ 15/9 đến 14/10`. */
function isDateless({ lacks_year, period }: PeriodReading): boolean {
  return lacks_year && !period.ok;
}

interface Names {
  sheet: Period | null;
  file: Period | null;
  /** The day of the paper, where it states one. */
  paper: string | null;
}

function ofTitle(title: Period, names: Names, witnesses: PeriodWitnesses): Said {
  const { form } = witnesses;
  if (isMereYear(title)) return ofYear(title, names, form);
  if (title.year !== undefined) return weighed(title, names, witnesses);
  const named = [names.sheet, names.file].find(
    (name) =>
      name?.year !== undefined &&
      name.frequency !== "year" &&
      name.frequency !== "date" &&
      isSamePart(title, name),
  );
  const whole =
    (named?.year !== undefined && { ...title, year: named.year }) ||
    (names.paper && beforeDay(title, names.paper, form));
  if (whole) return weighed(whole, names, witnesses);
  const years = [names.file?.year, names.sheet?.year].filter((year) => year !== undefined);
  return doubt(years.length > 0 ? years.map((year) => ({ ...title, year })) : [title]);
}

/** A sheet per month: its name completes a title that says only the year. */
function ofYear(title: Period, { sheet, file }: Names, form: Form): Said {
  if (sheet && sheet.frequency !== "year" && sheet.frequency !== "date") {
    const whole = { ...sheet, year: sheet.year ?? title.year ?? 0 };
    if (whole.year !== title.year && title.year !== undefined) return doubt([whole, title]);
    return file && !agrees(whole, file, form) ? doubt([whole, file]) : sure(whole);
  }
  if (file && !agrees(title, file, form)) return doubt([{ ...title, ...file }, title]);
  return sure(title);
}

/** Whether the names bear the title out; one that does outweighs one that does not. */
function weighed(title: Period, { sheet, file, paper }: Names, witnesses: PeriodWitnesses): Said {
  const { form, file_name } = witnesses;
  const [bySheet, byFile] = [sheet, file].map(
    (name) => name && (agrees(title, name, form) || isOfSending(name, paper)),
  );
  const { names: why } = periodDoubts;
  if (bySheet === false && byFile === false) return doubt([title, sheet, file], why);
  const isExact = (name: Period | null) => name !== null && name.frequency !== "year";
  if (bySheet === false) return doubt([title, sheet], why);
  if (byFile === false)
    return bySheet && isExact(sheet)
      ? { ...sure(title), conflict: file_name }
      : doubt([title, file], why);
  return sure(title);
}

/** No word in the lines: the sheet's name, else the file's. */
function ofNames(
  { sheet, file }: Names,
  isPlan: boolean,
  { form, sheet_name }: PeriodWitnesses,
): Said {
  const isFileExact = file !== null && (file.frequency !== "year" || form.frequency === "year");
  if (sheet && sheet.frequency !== "year") {
    const year = sheet.year ?? (file && isSamePart(sheet, file) ? file.year : undefined);
    const whole = year === undefined ? sheet : { ...sheet, year };
    return year !== undefined && (file === null || agrees(whole, file, form)) && !isPlan
      ? sure(whole)
      : doubt([file?.year === undefined ? whole : { ...whole, year: file.year }, file]);
  }
  const isNamedYear =
    sheet !== null && (form.frequency === "year" || /^\s*năm\s/iu.test(sheet_name));
  if (sheet && isNamedYear && !isPlan)
    return file && !agrees(sheet, file, form) ? doubt([sheet, file]) : sure(sheet);
  if (!file || isPlan) return { ...doubt([sheet, file]), is_silent: !sheet && !isPlan };
  const isUsual = file.frequency !== "date" || isUsualEnd(file.end ?? "");
  return isFileExact && isUsual && file.year !== undefined
    ? { ...sure(file), is_from_name: true }
    : doubt([file]);
}

/** `Báo cáo hàng tháng năm 2026`: a name that says the month settles it; nothing else does. */
function ofDoubt(
  { candidates, year }: PeriodReading,
  { sheet, file }: Names,
  { form }: PeriodWitnesses,
): Said {
  const [only] = candidates;
  if (candidates.length !== 1 || !only || !isMereYear(only) || form.frequency === "year")
    return doubt(
      candidates.map((each) => (each.year === undefined && year ? { ...each, year } : each)),
      periodDoubts.unclear,
    );
  const named = [sheet, file].filter(
    (name) =>
      name !== null &&
      !["year", "date"].includes(name.frequency) &&
      (name.year ?? only.year) === only.year,
  );
  const [first, second] = named;
  if (!first || (second && !isSamePart(first, second))) return doubt([only, file]);
  return { ...sure({ ...first, year: only.year ?? 0 }), is_from_name: first === file };
}

/** What is said must fit the form, and lie before the day on which it was written or came in. */
function bounded(said: Said, { dates }: PeriodReading, witnesses: PeriodWitnesses): Said {
  const { period } = said;
  const { form, document_date, received_on } = witnesses;
  if (period === null) return said;
  if (!isOfForm(period, form)) return doubt([period], periodDoubts.not_of_form);
  const whole = periodDates(period, form.window, form.frequency);
  if (!whole.ok) return doubt([period], periodDoubts.not_of_form);
  const day = document_date ?? dates.find((date) => date >= whole.value.start) ?? received_on;
  const hasBegun = day !== null && whole.value.start <= day;
  const isYearly = form.frequency === "year" && hasBegun;
  /** A list of changes is drawn up within its month. */
  const isRunning = form.records !== undefined && form.window !== "at_date" && hasBegun;
  const isAhead = day !== null && whole.value.end > day && !isYearly && !isRunning;
  return isAhead ? doubt([period], notOver(day)) : said;
}

/** A flow runs over whole periods; spans of years are of yearly forms only. */
function isOfForm(period: Period, { window, frequency }: Form): boolean {
  const { start = "", end = "" } = period;
  if (isSpan(period)) return frequency === "year";
  if (period.frequency === "date" && window !== "at_date") {
    const dates = periodDates(period, window, frequency);
    return dates.ok && dates.value.end === end;
  }
  if (period.frequency !== "range") return true;
  const firstDay = end.endsWith("-14") ? "-15" : "-01";
  return /-(?:01-01|12-15)$/.test(start) || (isUsualEnd(end) && start.endsWith(firstDay));
}

function sure(period: Period): Said {
  return { period, candidates: [], is_silent: false, is_from_name: false, conflict: null };
}

function doubt(candidates: readonly (Period | null)[], why?: PeriodDoubt): Said {
  const known = candidates.filter((each) => each !== null);
  const distinct = [...new Map(known.map((each) => [JSON.stringify(each), each])).values()];
  return {
    period: null,
    candidates: distinct,
    is_silent: false,
    is_from_name: false,
    conflict: null,
    ...(why ? { why } : {}),
  };
}
