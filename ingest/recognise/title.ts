import type { Form } from "../form.ts";
import { type Lessons, NO_LESSONS } from "../lessons.ts";
import type { AreaReader } from "../parse/area.ts";
import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import { type Period, parsePeriod, periodDates, periodText } from "../parse/period.ts";
import { nameOfFile } from "../parse/period_name.ts";
import { type Failure, failure, type Result } from "../parse/result.ts";
import { type ScaledUnit, titleUnits } from "../parse/unit.ts";
import type { Candidate, Question } from "../problems/question.ts";
import type { PeriodDoubt } from "./period_doubt.ts";
import { neighbourhoodNamed } from "./title_neighbourhood.ts";
import { readTitlePeriod, type TitlePeriod } from "./title_period.ts";
import { otherWard, otherWardOfFile, otherWardOfName } from "./title_ward.ts";
import { widerArea } from "./wider_area.ts";

/** What the lines around a table say of it. */
export interface TitleFacts {
  title: string | null;
  period: Result<NamedPeriod>;
  /** What to ask where the period is in doubt. */
  question: Question | null;
  /** What speaks against the periods that it may be. */
  period_doubt?: PeriodDoubt | undefined;
  /** No line speaks of the period: it is the one in the file's name. */
  is_period_from_name: boolean;
  /** The year that the lines speak of: it completes the periods of columns and rows. */
  year: number | null;
  /** A sheet's or a file's name speaks of another time, though all else agrees; the title holds. */
  conflict: string | null;
  /** The stated unit, where there is one only. */
  unit: ScaledUnit | null;
  units: ScaledUnit[];
  /** Another ward or commune that the lines name, and not ours. */
  other_ward: string | null;
  /** A larger area, several wards or a part of ours that the lines name, as written. */
  wider_area: string | null;
  /** The one neighbourhood that the lines name, as written. */
  neighbourhood: string | null;
  document_date: string | null;
  is_sample: boolean;
}

/** What is known of a sheet's file, and what people have answered. */
export interface FileFacts {
  file_name: string;
  /** The day on which it came in: no table speaks of the days after it. */
  received_on: string | null;
  lessons: Lessons;
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
  /^(?:uy ban nhan dan|ubnd|cong hoa xa hoi|doc lap tu do|so \d|so bc|dang uy|dang bo|dang cong san|cong an|bao hiem xa hoi (?:viet nam|thanh pho|tp|khu vuc|co so)|bhxh (?:tp|thanh pho|co so)|ban chi huy|bo chi huy|bch (?:bo chi huy|quan su)|ban chpt|ban quan ly |ban van dong|thanh uy|buu dien|chi cuc|trung tam |tt (?:phat trien|phuc vu|y te)|bo chqs|ban chqs|doan tncs|bch doan|so (?:xay dung|y te|noi vu|tai chinh)|mat tran|mttq|doan thanh nien|phong |tram |hoi (?!vien|nghi)|van phong |ban chi dao |bcd |to chuc dich vu thu|(?:to|diem|nhan vien) thu(?: ho)?(?: |$)|dai ly thu|lien doan |cap (?:\S+ ){1,3}doi |doi (?:quan ly|canh sat|cs|nghiep vu|hinh su|an ninh|phong chong|cong tac|qlhc))/;

const SAMPLE_MARK = "du lieu mau";

/** `Số: 10 tháng 10 năm 2026` is the month of a list, not the number of a paper. */
const NUMBERED_MONTH = /^so \d+ thang \d+ nam \d{4}$/;

/** The period behind a sender or a place: `Công an phường Tân Lập, thời điểm 31/12/2025`. */
const SAID_BEHIND =
  /[,–-]\s*((?:thời điểm|tính đến|số liệu|đến (?:hết )?ngày|tháng|quý|ngày \d{1,2}\/\d{1,2}\/)\s*.*\d{4}.*)$/iu;

/** Whether a line belongs to the letterhead: who sends, the motto, the number of the paper. */
export function isLetterhead(text: string, areas: AreaReader): boolean {
  const key = wordKey(text);
  if (NUMBERED_MONTH.test(key)) return false;
  const [, place] = /^(.+?) ngay(?: |$)/.exec(key) ?? [];
  const isPlaceAndDay = place !== undefined && areas.isKnown(place);
  return LETTERHEAD.test(key) || isPlaceAndDay || documentDate([text]) !== null;
}

const NO_FILE: FileFacts = { file_name: "", received_on: null, lessons: NO_LESSONS };

/** Reads the lines above a table; the date of the paper and the unit may also stand in the lines below it. */
export function readTitle(
  above: readonly string[],
  below: readonly string[],
  sheetName: string,
  { form, areas }: { form: Form; areas: AreaReader },
  file: FileFacts = NO_FILE,
): TitleFacts {
  const lines = above.flatMap((text) => text.split("\n"));
  const speaking = lines
    .map((line) => (isLetterhead(line, areas) ? (SAID_BEHIND.exec(line)?.[1] ?? "") : line))
    .filter((line) => line !== "" && !isSampleMark(line));
  const document_date = documentDate(above) ?? documentDate(below);
  const neighbourhood = neighbourhoodNamed(speaking, areas);
  const sheet_name = isOfNeighbourhood(sheetName, neighbourhood) ? "" : sheetName;
  const said = readTitlePeriod({ form, lines: speaking, sheet_name, document_date, ...file });
  const units = titleUnits([...above, ...below]);
  return {
    title: headline(speaking),
    ...askedPeriod(said, form, speaking, sheetName, file),
    period_doubt: said.why,
    year: said.year,
    conflict: said.conflict,
    unit: units.length === 1 ? (units[0] ?? null) : null,
    units,
    other_ward:
      otherWard(speaking, [...lines, ...below], areas) ??
      otherWardOfName(file.file_name, lines, areas) ??
      otherWardOfFile(nameOfFile(file.file_name), areas) ??
      otherWardOfName(sheetName, [], areas),
    wider_area: widerArea(
      {
        title: speaking,
        all: lines,
        sheet: sheetName,
        is_list: form.records !== undefined,
        form_title: form.title_vi,
      },
      areas,
    ),
    neighbourhood,
    document_date,
    is_sample: above.some(isSampleMark),
  };
}

/** The period as a person answered it, else as it was read, else what to ask. */
function askedPeriod(
  said: TitlePeriod,
  form: Form,
  lines: readonly string[],
  sheet: string,
  { file_name, lessons }: FileFacts,
): Pick<TitleFacts, "period" | "question" | "is_period_from_name"> {
  const text = lines.join(" ⏎ ") || nameOfFile(file_name);
  const about = { kind: "period", form: form.id, column: null, text } as const;
  const answer = lessons.answer({ ...about, file: file_name, sheet });
  const answered = answer === null ? null : parsePeriod(answer);
  const period = answered?.ok ? answered.value : said.period;
  const named = period ? namePeriod(period, form) : unknown(said);
  return {
    period: named,
    question: named.ok ? null : { ...about, samples: [], candidates: candidatesOf(said, form) },
    is_period_from_name: said.is_from_name && !answered?.ok,
  };
}

function unknown({ candidates, is_silent }: TitlePeriod): Failure {
  const isYearless = candidates.length > 0 && candidates.every(({ year }) => year === undefined);
  const rule = isYearless ? "period_without_year" : is_silent ? "not_a_period" : "period_in_doubt";
  return failure(
    rule,
    "một kỳ báo cáo rõ ràng có năm, ví dụ Tháng 10/2026",
    "one clear period with its year, such as Tháng 10/2026",
  );
}

/** Only what has a year can be chosen; its text is what `parsePeriod` reads. */
function candidatesOf({ candidates }: TitlePeriod, form: Form): Candidate[] {
  return candidates.flatMap((period) => {
    const dates = namePeriod(period, form);
    if (!dates.ok) return [];
    const id = periodText(period);
    const { start, end } = dates.value;
    return { id, vi: id, en: start === end ? `on ${end}` : `${start} to ${end}` };
  });
}

/** A sheet `T5` of the fifth tổ is no month. */
function isOfNeighbourhood(sheet: string, neighbourhood: string | null): boolean {
  const [number] = neighbourhood?.match(/\d+/) ?? [];
  return number !== undefined && Number(/\d+/.exec(sheet)?.[0]) === Number(number);
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

/** The first line that is written in capitals, or the first at all. */
function headline(lines: readonly string[]): string | null {
  const worded = lines.filter((line) => /\p{L}{3}/u.test(line) && !isSampleMark(line));
  return worded.find((line) => line === line.toUpperCase()) ?? worded[0] ?? null;
}

/** Whether a line marks its file as made up. */
export function isSampleMark(text: string): boolean {
  return wordKey(text).includes(SAMPLE_MARK);
}
