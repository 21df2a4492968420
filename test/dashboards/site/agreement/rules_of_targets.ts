import { formatDate, formatPeriod } from "../../../../dashboards/reading/text/format.ts";
import {
  check,
  fact,
  isClose,
  isHidden,
  labelled,
  near,
  observed,
  type Rule,
  sameNumber,
  texts,
} from "./reading.ts";
import { numberIn, type Told } from "./told.ts";

/** What is told of the target, the path and the year of a duty. */
export const targetRules: Record<string, Rule> = {
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

function marks({ charts }: Told): string[] {
  return charts.flatMap(({ labels }) => labels);
}

function compared(value: number, target: number, operator: string | null): number | boolean {
  if (operator === "gt") return value > target;
  return operator === "le" ? value <= target : value >= target;
}
