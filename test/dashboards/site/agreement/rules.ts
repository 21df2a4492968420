import { formatDate, formatPeriod } from "../../../../dashboards/reading/text/format.ts";
import { en, vi } from "../../texts.ts";
import { numberIn, type Told } from "./told.ts";
import type { Truth } from "./truth.ts";

/** What is wrong, in words; empty where nothing is. */
type Rule = (told: Told, truth: Truth) => string[];

/**
 * What every page of an indicator keeps to: it tells one value and one future, those of its row of
 * `fct_progress`, wherever it tells them. Numbers are read as a reader reads them, so that the pages'
 * own formatting proves nothing to itself.
 */
export const rules: Record<string, Rule> = {
  "the panel has the status of the mart": ({ standing }, { progress }) =>
    differ("panel", standing.status, progress.status),

  "every other place has the same status in the same words": ({ standing, elsewhere }) =>
    elsewhere.flatMap((other) => [
      ...differ(other.place, other.standing.status, standing.status),
      ...differ(other.place, other.standing.word, standing.word),
    ]),

  "the dot of a chart has the colour of the status": ({ charts, standing }) =>
    charts.flatMap(({ dot }) => (dot ? differ("dot", dot.fill, `var(--${standing.status})`) : [])),

  "what has no number to meet says its way and is never green": (told, { progress }) => {
    const isWithout = progress.status === "no_target";
    const ways = Object.values(texts(told).way);
    const green = [texts(told).status.on_track, texts(told).status.achieved];
    return [
      ...check(ways.includes(told.standing.word) === isWithout, `word: ${told.standing.word}`),
      ...check(!(isWithout && green.includes(told.standing.word)), "green"),
    ];
  },

  "the big number is the judged value": (told, truth) =>
    isHidden(told) ? [] : near("big number", told.big, told, truth.progress.latest_value, truth),

  "the title tells the big number": (told) =>
    isHidden(told) || numberIn(told.big, told.language) === null
      ? []
      : check(told.title.includes(bare(told.big)), `${bare(told.big)} is not in: ${told.title}`),

  "the period under it is that of the value": (told, { progress }) => {
    const { latest_period_end: end, latest_value: value, frequency } = progress;
    if (end === null || value === null || isHidden(told)) return [];
    const period = isYearly(told)
      ? texts(told).yearSoFar(end.slice(0, 4))
      : formatPeriod(frequency ?? "", end, told.language);
    return check(told.parts.includes(period), `no ${period} in: ${told.parts}`);
  },

  "every other place tells the same number": (told, truth) =>
    told.elsewhere.flatMap(({ place, value }) =>
      value === null || isHidden(told)
        ? []
        : near(place, value, told, truth.progress.latest_value, truth),
    ),

  "the dot of a chart stands at the judged value": (told, { progress }) =>
    told.charts.flatMap(({ dot }) =>
      dot === null || progress.latest_value === null
        ? []
        : check(isClose(dot.value, progress.latest_value, 0.004), `dot at ${dot.value}`),
    ),

  "the words of a chart end at the judged value": (told, truth) =>
    told.charts.flatMap(({ description, dot }) => {
      const [, last] = /(?:đến|to) (\S+?)[^\s\d]*\.(?: |$)/.exec(ofValues(description)) ?? [];
      return last === undefined || dot === null
        ? []
        : near("chart's words", last, told, truth.progress.latest_value, truth);
    }),

  "the newest row of the table is the judged value": (told, truth) => {
    const [row] = told.rows;
    const { table } = texts(told);
    const cell = row?.get(table.yearSoFar) ?? row?.get(table.value);
    return cell === undefined || isHidden(told)
      ? []
      : near("table", cell, told, truth.progress.latest_value, truth);
  },

  "the last observed row of the download is the judged value": (told, truth) => {
    const row = observed(told).at(-1);
    const value = row?.["year_so_far"] || row?.["value"];
    if (!value || isHidden(told)) return [];
    return check(isClose(+value, truth.progress.latest_value ?? Number.NaN, 1e-9), `csv: ${value}`);
  },

  "the sources are those of the judged value": (told, truth) => {
    if (!told.sources) return [];
    const { heading, files } = told.sources;
    const end = truth.progress.latest_period_end ?? "";
    const own = [...truth.files].filter(([figure]) =>
      isYearly(told)
        ? figure.startsWith(`${truth.progress.frequency} ${end.slice(0, 4)}`)
        : figure === `${truth.progress.frequency} ${end}`,
    );
    const known = new Set(
      own.flatMap(([, names]) => names.map((name) => name.replaceAll(" ", ""))),
    );
    return [
      ...near("sources", heading.replace(/^\D*/, ""), told, truth.progress.latest_value, truth),
      ...files.filter((file) => !known.has(file)).map((file) => `not behind it: ${file}`),
      ...[...known].filter((file) => !files.includes(file)).map((file) => `not named: ${file}`),
    ];
  },

  "each row of the download names the files of that row": (told, truth) =>
    told.edition === "public"
      ? []
      : observed(told).flatMap(({ frequency, period_end, source }) => {
          const files = truth.files.get(`${frequency} ${period_end}`) ?? [];
          const named = (source ?? "").split("; ").toSorted().join("; ");
          return files.length > 0
            ? differ(`${period_end}`, named, files.toSorted().join("; "))
            : [];
        }),

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
    const sentence = texts(told).paceApart("@").split("@")[1] ?? "";
    return check(told.notes.includes(sentence), `no sentence in: ${told.notes}`);
  },

  "what is needed is the mart's, and nothing where it is met": (told, { progress }) => {
    const words = fact(told, texts(told).needPerYear);
    if (words === null) return [];
    const need = progress.required_per_year ?? 0;
    const sign = /^[+−]/.exec(words)?.[0];
    return check(need !== 0 && sign === (need > 0 ? "+" : "−"), `${words} of ${need}`);
  },

  "the path is one: panel, table, download and mart": (told, truth) => {
    const words = fact(told, texts(told).plannedNow);
    const cell = told.rows[0]?.get(texts(told).table.planned);
    const row = observed(told).at(-1)?.["planned_value"];
    const { planned_value: plan } = truth.progress;
    if (words === null) return [];
    return [
      ...near("panel", words, told, plan, truth),
      ...(cell === undefined ? [] : near("table", cell, told, plan, truth)),
      ...check(isClose(Number(row), plan ?? Number.NaN, 1e-6), `csv: ${row}, mart: ${plan}`),
    ];
  },

  "the title's gap is the distance to the path": (told, truth) => {
    const { gap, reason_code } = truth.progress;
    const isTold = /^(ahead_of_path|behind_|slightly_behind)/.test(reason_code);
    if (!isTold || gap === null || isHidden(told)) return [];
    const written = told.title.split(", ").slice(1).join(", ");
    return near("gap", written, told, Math.abs(gap), truth);
  },

  "the target is one, with its date": (told, { progress }) => {
    const { target_value: target, target_due: due, target_cadence } = progress;
    if (target === null || isHidden(told)) return [];
    const words = fact(told, texts(told).targetRow) ?? "";
    const date = due ? formatDate(due, told.language) : "";
    return [
      ...sameNumber("panel", words, target, told),
      ...labelled(told, texts(told).chart.target("")).flatMap((label) =>
        sameNumber("end label", label, target, told),
      ),
      ...check(words.includes(date), `no ${date} in: ${words}`),
      ...(target_cadence !== "yearly" || told.charts.length === 0
        ? []
        : check(marks(told).includes(texts(told).due(date)), `no deadline ${date} on the chart`)),
    ];
  },

  "the path of a yearly duty is level": (told, { progress }) => {
    if (progress.target_cadence !== "yearly" || progress.target_value === null) return [];
    const planned = told.csv.flatMap((row) => (row["planned_value"] ? [row["planned_value"]] : []));
    return [...new Set(planned)].filter((plan) => Number(plan) !== progress.target_value);
  },

  "what is missing is counted": (told, { progress }) => {
    const words = fact(told, texts(told).left);
    const { needed_count: needed, duty_kind, reason_code } = progress;
    if (words === null || needed === null || needed === 0) return [];
    const isQuota = duty_kind?.startsWith("quota") && /^(quota_|too_few)/.test(reason_code);
    return [
      ...sameNumber("panel", words.replace("/", " / "), needed, told),
      ...(isQuota ? check(told.title.includes(words), `${words} is not in the title`) : []),
    ];
  },

  "a year that is not complete names what is missing": (told, { progress }) =>
    progress.reason_code !== "year_incomplete" || isHidden(told)
      ? []
      : (progress.missing_period_ends ?? "?").split(",").flatMap((end) => {
          const period = formatPeriod(progress.frequency ?? "", end, told.language);
          return check(told.title.includes(period), `${period} is not in: ${told.title}`);
        }),

  "the change against a year before is one": (told, truth) => {
    const words = isHidden(told) ? null : fact(told, texts(told).yearBefore);
    const { change_from_previous_year: change, latest_value: value } = truth.progress;
    if (words === null) return check(value === null || isHidden(told), "no row of a year before");
    if (change === null) return differ("panel", words, texts(told).noYearBefore);
    const signed = words.startsWith("−") || words.startsWith("-") ? -1 : 1;
    const cell = isYearly(told) ? null : told.rows[0]?.get(texts(told).table.yearBefore);
    return [
      ...near("panel", words.replace(/^[+−]/, ""), told, Math.abs(change), truth),
      ...check(change === 0 || Math.sign(change) === signed, `sign of ${words}`),
      ...(cell == null ? [] : check(words.startsWith(cell), `table: ${cell}, panel: ${words}`)),
    ];
  },

  "a split names the day that the calculation used": (told, { splits }) =>
    splits.flatMap((date) =>
      check(told.whole.includes(formatDate(date, told.language)), `no ${date} on the page`),
    ),

  "a caution stands beside the status and in the title": (told, { progress }) => {
    const reason = progress.caution === null ? null : texts(told).caution[progress.caution];
    if (reason === null || isHidden(told)) return differ("caution", told.caution, null);
    const partial = `${progress.n_areas_reported}/${progress.n_areas}`;
    const isTold = (words: string) =>
      words.includes(reason ?? "?") ||
      (progress.caution === "ward_total_incomplete" && words.includes(partial));
    return [told.caution ?? "", told.title].filter((words) => !isTold(words));
  },

  "how many neighbourhoods reported is told where some are missing": (told, { progress }) => {
    const { n_areas_reported: reported, n_areas: all } = progress;
    if (reported === null || all === null || reported >= all || isHidden(told)) return [];
    return check(told.parts.includes(`${reported}/${all}`), `no n of ${all} in: ${told.parts}`);
  },

  "the digit that decides is shown": (told, { progress }) => {
    const { latest_value: value, target_value: target, target_operator } = progress;
    const [shown, aim] = [told.big, fact(told, texts(told).targetRow) ?? ""].map((words) =>
      numberIn(words, told.language),
    );
    if (value === null || target === null || shown == null || aim == null) return [];
    return check(
      compared(value, target, target_operator) === compared(shown, aim, target_operator),
      `${told.big} against ${aim}`,
    );
  },

  "what fell due says what it was then": (told, { progress }) => {
    const { value_at_due: value, target_due: due } = progress;
    if (value === null || due === null || isHidden(told)) return [];
    const words = fact(told, texts(told).atDue(formatDate(due, told.language)));
    return words === null ? ["not told"] : sameNumber("when due", words, value, told);
  },

  "met but not secured says so with its chance": (told, { progress }) => {
    if (progress.reason_code !== "met_not_secured" || isHidden(told)) return [];
    return check(
      told.title.includes(`(${fact(told, texts(told).chance)})`),
      `no chance in: ${told.title}`,
    );
  },
};

/** What is wrong with a page, each with its rule. */
export function contradictions(told: Told, truth: Truth): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    rule(told, truth).map((problem) => {
      const place = `${truth.indicator_id} ${told.language} ${told.edition}`;
      return `${place} · ${name} · ${problem}`;
    }),
  );
}

/** The numbers of the titles in both languages, which differ in words alone. */
export function unlike(own: Told, other: Told): string[] {
  const numbers = (told: Told) =>
    [
      told.big,
      ...[...told.facts].flatMap(([name, words]) => (name === texts(told).arrival ? [] : words)),
    ]
      .map((words) => numberIn(words, told.language))
      .join(" ");
  return differ(`${own.title} / ${other.title}`, numbers(own), numbers(other));
}

function texts({ language }: Told) {
  return language === "vi" ? vi : en;
}

/** The edition hides a figure of the series. */
function isHidden(told: Told): boolean {
  return told.csv.some((row) => row["is_hidden"] === "true" && row["area_id"] === ward(told));
}

function ward({ csv }: Told): string {
  return csv[0]?.["area_id"] ?? "";
}

function observed(told: Told): Record<string, string>[] {
  return told.csv.filter((row) => row["series"] === "observed" && row["area_id"] === ward(told));
}

function future(told: Told): Record<string, string>[] {
  return told.csv.filter((row) => row["series"] === "projected");
}

/** True where the page judges the year so far: the table has its column then. */
function isYearly(told: Told): boolean {
  return told.rows[0]?.has(texts(told).table.yearSoFar) ?? false;
}

function fact({ facts }: Told, name: string): string | null {
  const found = [...facts].find(([own]) => own.startsWith(name.trim()));
  return found ? found[1] : null;
}

function labelled({ charts }: Told, words: string): string[] {
  return charts.flatMap(({ labels }) =>
    labels
      .filter((label) => label.startsWith(words.trim()))
      .map((label) => label.slice(words.trim().length)),
  );
}

function marks({ charts }: Told): string[] {
  return charts.flatMap(({ labels }) => labels);
}

function ofValues(description: string): string {
  return description
    .slice(0, description.search(/(?: Dự báo| Projection| Mục tiêu| Target|$)/))
    .split(": ")
    .slice(1)
    .join(": ");
}

function bare(big: string): string {
  return /[−\d.,]+/.exec(big)?.[0] ?? big;
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

function compared(value: number, target: number, operator: string | null): number | boolean {
  if (operator === "gt") return value > target;
  return operator === "le" ? value <= target : value >= target;
}

function near(
  place: string,
  words: string,
  told: Told,
  value: number | null,
  truth: Truth,
): string[] {
  const shown = numberIn(words, told.language);
  if (value === null) return shown === null ? [] : [`${place}: ${words}, the mart has none`];
  const slack = 0.5 * 10 ** -truth.decimals + 1e-9;
  return check(
    shown !== null && Math.abs(shown - value) <= slack,
    `${place}: ${words}, not ${value}`,
  );
}

/** The same number as far as it is written out; none where there is none. */
function sameNumber(
  place: string,
  words: string | null | undefined,
  value: number | undefined,
  told: Told,
): string[] {
  if (value === undefined) return words == null ? [] : [`${place}: ${words}, of nothing`];
  const shown = words == null ? null : numberIn(words, told.language);
  const decimals = (/[.,](\d+)\D*$/.exec(words ?? "")?.[1] ?? "").length;
  const slack = decimals > 2 ? 0.5 : 0.5 * 10 ** -Math.max(decimals, 0);
  return check(
    shown !== null && Math.abs(shown - value) <= slack + 1e-9,
    `${place}: ${words}, not ${value}`,
  );
}

function isClose(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(1, Math.abs(b));
}

function isCloseOrNull(cell: string | undefined, value: number | null): boolean {
  return value === null ? !cell : isClose(Number(cell), value, 1e-9);
}

function check(isKept: boolean, problem: string): string[] {
  return isKept ? [] : [problem];
}

function differ(place: string, found: unknown, expected: unknown): string[] {
  return check(Object.is(found, expected), `${place}: ${found}, not ${expected}`);
}
