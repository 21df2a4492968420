import { formatDate, formatPeriod } from "../../../../dashboards/reading/text/format.ts";
import {
  check,
  differ,
  fact,
  isClose,
  isHidden,
  near,
  observed,
  type Rule,
  texts,
} from "./reading.ts";
import { numberIn, type Told } from "./told.ts";

/** What is told of the value, its status and where it comes from. */
export const valueRules: Record<string, Rule> = {
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
};

/** True where the page judges the year so far: the table has its column then. */
function isYearly(told: Told): boolean {
  return told.rows[0]?.has(texts(told).table.yearSoFar) ?? false;
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
