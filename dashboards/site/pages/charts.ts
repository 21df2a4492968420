import { trendDescription } from "../../reading/charts/description.ts";
import { dotPlot, dotSizes, type RankedArea } from "../../reading/charts/dots.ts";
import { monthSizes, monthStrip } from "../../reading/charts/months.ts";
import { boundsOf, scaleOf } from "../../reading/charts/scale.ts";
import { trendChart, withoutWhatIf } from "../../reading/charts/trend.ts";
import { trendSizes } from "../../reading/charts/trend_frame.ts";
import {
  difference,
  quantity,
  targetOf,
  titleOf,
  unitName,
} from "../../reading/facts/indicator_words.ts";
import { extremes, seasonOf } from "../../reading/facts/seasonal_pattern.ts";
import { sentence } from "../../reading/facts/standing_words.ts";
import { type IndicatorView, latestObservation } from "../../reading/facts/view.ts";
import type { Html } from "../../reading/markup/html.ts";
import { once } from "../../reading/markup/once.ts";
import { formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { areaName, worstFirst } from "./area_order.ts";

/** A chart with its message and what is measured, in two widths; `still` has no what-if lines. */
export interface IndicatorChart {
  id: "trend" | "areas" | "months";
  title: string;
  subtitle: string;
  wide: Html;
  narrow: Html;
  still: Html;
}

/** The charts of an indicator's page that its data allows, drawn once for page and downloads. */
export const chartsOf = once((view: IndicatorView, text: Texts): IndicatorChart[] => {
  const charts = [trendOf(view, text), areasOf(view, text), monthsOf(view, text)];
  return charts.filter((chart) => chart !== null);
});

/** What the page's subtitle says is measured: name, area, frequency, unit. */
export function measured(view: IndicatorView, text: Texts): string {
  const { indicator, frequency } = view;
  const by = text.frequency[frequency] ?? "";
  return text.subtitle(titleOf(indicator, text), unitName(indicator, text), by);
}

function trendOf(view: IndicatorView, text: Texts): IndicatorChart | null {
  const title = sentence(view, text);
  const alternative = { title, description: trendDescription(view, text) };
  const drawn = (size: keyof typeof trendSizes) =>
    trendChart(view, text, trendSizes[size], alternative);
  const [wide, narrow] = [drawn("wide"), drawn("narrow")];
  if (!wide || !narrow) return null;
  const subtitle = measured(view, text);
  return { id: "trend", title, subtitle, wide, narrow, still: withoutWhatIf(wide) };
}

function areasOf(view: IndicatorView, text: Texts): IndicatorChart | null {
  const { dots } = text.pages;
  const ranked: RankedArea[] = worstFirst(view).map(({ area, observations }) => ({
    name: areaName(area, text),
    value: observations.at(-1)?.value ?? 0,
  }));
  const values = ranked.map(({ value }) => value);
  const ward = latestObservation(view);
  if (ranked.length < 3 || !ward) return null;
  const { unit } = view.indicator;
  const target = view.progress?.target_value ?? null;
  const scale = scaleOf(
    [...values, ward.value, ...(target === null ? [] : [target])],
    unit !== "percent" && unit !== "points",
    boundsOf(view.indicator),
  );
  const written = (value: number) => quantity(value, view.indicator, text);
  const [low, high] = [written(Math.min(...values)), written(Math.max(...values))];
  const marks = {
    ward: { value: ward.value, label: dots.ward(written(ward.value)) },
    target:
      target === null
        ? null
        : { value: target, label: text.chart.target(targetOf(view, text) ?? written(target)) },
  };
  const title = dots.title(low, high);
  const count = String(ranked.length);
  const period = formatPeriod(view.frequency, ward.period_end, text.language);
  const description = dots.description(count, low, high, written(ward.value));
  const drawn = (size: keyof typeof dotSizes) =>
    dotPlot(ranked, marks, scale, dotSizes[size], text, { title, description });
  const subtitle = `${titleOf(view.indicator, text)}, ${dots.subtitle(count, period)}, ${unitName(view.indicator, text)}`;
  const wide = drawn("wide");
  return { id: "areas", title, subtitle, wide, narrow: drawn("narrow"), still: wide };
}

function monthsOf(view: IndicatorView, text: Texts): IndicatorChart | null {
  const season = seasonOf(view);
  if (!season) return null;
  const words = text.pages.season;
  const { lowest, highest } = extremes(season);
  const written = (value: number) => difference(value, view.indicator, text);
  const facts = [
    String(lowest.month),
    written(lowest.mean),
    String(highest.month),
    written(highest.mean),
  ] as const;
  const title = season.is_clear ? words.clear(...facts) : words.unclear;
  const years = String(Math.max(...season.months.map(({ differences }) => differences.length)));
  const alternative = { title, description: words.description(...facts) };
  const drawn = (size: keyof typeof monthSizes) =>
    monthStrip(season, view.indicator.decimals, monthSizes[size], text, alternative);
  const subtitle = `${titleOf(view.indicator, text)}. ${words.subtitle(years)}`;
  const wide = drawn("wide");
  return { id: "months", title, subtitle, wide, narrow: drawn("narrow"), still: wide };
}
