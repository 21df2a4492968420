import { formatPeriod } from "../../../../dashboards/reading/text/format.ts";
import {
  check,
  differ,
  fact,
  isClose,
  isHidden,
  labelled,
  type Rule,
  sameNumber,
  texts,
} from "./reading.ts";
import { numberIn, type Told } from "./told.ts";

/** What is told of what comes: projection, chance, pace, arrival. */
export const futureRules: Record<string, Rule> = {
  "chart, panel, table and download tell one future": (told) => {
    const row = future(told).at(-1);
    const end = row && Number(row["value"]);
    const words = fact(told, texts(told).forecastAt(""));
    const label = labelled(told, texts(told).chart.projection(""));
    const cells = told.projected.at(-1);
    return [
      ...told.charts.flatMap(({ has_future }) => differ("line", has_future, end !== undefined)),
      ...sameNumber("panel", words, end, told),
      ...label.flatMap((one) => sameNumber("end label", one, end, told)),
      ...differ("end labels", label.length, end === undefined ? 0 : told.charts.length),
      ...sameNumber("table", cells?.[1], end, told),
    ];
  },

  "that future is the one of the mart": (told, { progress }) => {
    const row = future(told).at(-1);
    const { target_value, projected_at_due: value, status } = progress;
    if (isHidden(told) || target_value === null)
      return status === "not_assessable" ? check(!row, "a line without a judgement") : [];
    if (!row) return check(value === null, `no projection, the mart has ${value}`);
    return [
      ...check(isClose(Number(row["value"]), value ?? Number.NaN, 1e-9), `csv: ${row["value"]}`),
      ...check(isCloseOrNull(row["lower_80"], progress.projected_lower_80), "lower_80"),
      ...check(isCloseOrNull(row["upper_80"], progress.projected_upper_80), "upper_80"),
      ...check((row["period_end"] ?? "") <= (progress.target_due ?? ""), "after the due date"),
    ];
  },

  "the panel's interval is that of the download": (told) => {
    const row = future(told).at(-1);
    const words = fact(told, texts(told).forecastAt(""));
    const [, low, high] = /80%: (\S+) – (\S+)/.exec(words ?? "") ?? [];
    if (!row?.["lower_80"] || low === undefined || high === undefined)
      return differ("interval", low !== undefined, Boolean(row?.["lower_80"]));
    return [
      ...sameNumber("lower", low, +row["lower_80"], told),
      ...sameNumber("upper", high, Number(row["upper_80"]), told),
    ];
  },

  "the chance is one, and the mart's": (told, { progress }) => {
    const words = isHidden(told) ? null : fact(told, texts(told).chance);
    const own = words ?? "";
    const { decided } = texts(told);
    return [
      ...check(isChance(own, progress.probability_met, told, decided), `panel: ${own}`),
      ...told.elsewhere.flatMap(({ place, chance }) =>
        chance === null || chance === texts(told).none ? [] : differ(place, chance, own),
      ),
      ...chancesIn(told.title).flatMap((one) => differ("title", one, own)),
    ];
  },

  "what is not judged has neither chance nor arrival nor line": (told, { progress }) => {
    const { status, target_value } = progress;
    const isJudged = status !== "not_assessable" && target_value !== null;
    const { chance, arrival } = texts(told);
    return isJudged ? [] : [chance, arrival].filter((name) => fact(told, name) !== null);
  },

  "an arrival is a quarter, and the mart's": (told, { progress }) => {
    const words = fact(told, texts(told).arrival);
    const { arrival_date: date, is_pace_apart } = progress;
    const days = told.arrivals.filter((one) => /\d{1,2}[/ ]\S+[/ ]\d{4}/.test(one));
    if (words === null) return days;
    const own = date ? texts(told).around(formatPeriod("quarter", date, told.language)) : null;
    return [
      ...differ("arrival", words, own ?? texts(told).never),
      ...check(!is_pace_apart, "a pace that the forecast denies arrives"),
      ...days,
    ];
  },

  "a pace that leads elsewhere is told in a sentence": (told, { progress }) => {
    if (!progress.is_pace_apart || progress.target_value === null || isHidden(told)) return [];
    const { paceApart, pages } = texts(told);
    const sentences = [paceApart("@"), pages.pipeline.pace("@")].map((each) => each.split("@")[1]);
    const isTold = sentences.some((each) => each && told.notes.includes(each));
    return check(isTold, `no sentence in: ${told.notes}`);
  },

  "what is needed is the mart's, and nothing where it is met": (told, { progress }) => {
    const words = fact(told, texts(told).needPerYear);
    if (words === null) return [];
    const need = progress.required_per_year ?? 0;
    const sign = /^[+−]/.exec(words)?.[0];
    return check(need !== 0 && sign === (need > 0 ? "+" : "−"), `${words} of ${need}`);
  },
};

function future(told: Told): Record<string, string>[] {
  return told.csv.filter((row) => row["series"] === "projected");
}

function chancesIn(title: string): string[] {
  return [...title.matchAll(/(?:khả năng|a chance of|the chance on .* is) ([<>]? ?\d+%)/g)].map(
    ([, chance]) => chance ?? "",
  );
}

function isChance(
  words: string,
  chance: number | null,
  told: Told,
  decided: { lost: string; won: string },
): boolean {
  if (isHidden(told) || chance === null) return words === "";
  if (words === decided.lost) return chance === 0;
  if (words === decided.won) return chance === 1;
  if (words.startsWith("<")) return chance < 0.01;
  if (words.startsWith(">")) return chance > 0.99;
  return Math.abs((numberIn(words, told.language) ?? Number.NaN) - 100 * chance) <= 0.5 + 1e-9;
}

function isCloseOrNull(cell: string | undefined, value: number | null): boolean {
  return value === null ? !cell : isClose(Number(cell), value, 1e-9);
}
