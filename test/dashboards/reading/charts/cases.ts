import {
  dotPlot,
  dotSizes,
  type RankedArea,
  type ReferenceLines,
} from "../../../../dashboards/reading/charts/dots.ts";
import { withGaps } from "../../../../dashboards/reading/charts/gaps.ts";
import { monthSizes, monthStrip } from "../../../../dashboards/reading/charts/months.ts";
import { toSvg } from "../../../../dashboards/reading/charts/picture.ts";
import { boundsOf, scaleOf } from "../../../../dashboards/reading/charts/scale.ts";
import {
  areaLine,
  type SparklineSize,
  sparkline,
} from "../../../../dashboards/reading/charts/sparkline.ts";
import { trendChart, withoutWhatIf } from "../../../../dashboards/reading/charts/trend.ts";
import { trendSizes } from "../../../../dashboards/reading/charts/trend_frame.ts";
import { points } from "../../../../dashboards/reading/facts/point.ts";
import { seasonalPattern } from "../../../../dashboards/reading/facts/seasonal_pattern.ts";
import type { IndicatorView } from "../../../../dashboards/reading/facts/view.ts";
import { Html } from "../../../../dashboards/reading/markup/html.ts";
import type { Texts } from "../../../../dashboards/reading/text/vi.ts";
import { en, vi } from "../../texts.ts";
import {
  aimOf,
  countIndicator,
  indicatorOf,
  pathOf,
  projected,
  seriesTo,
  viewOf,
  yearOf,
} from "./views.ts";

type Broken = IndicatorView["breaks"][number];
type Compared = IndicatorView["comparisons"][number];
type Hidden = IndicatorView["hidden"][number];

/** A share that rises by a little every month and falls every January, not the same each year. */
const coverage = Array.from(
  { length: 46 },
  (_, month) => 92 + month * 0.075 - (month % 12 ? 0 : 1) + 0.2 * Math.sin(month * month),
);

const broken = (break_date: string, kind: string) =>
  ({ break_date, kind, split_date: null }) as Broken;
const published = (level: string, values: number[]) =>
  ({
    area: { area_id: level, name: level, level },
    observations: seriesTo("2025-12", values, 12),
    hidden: [],
  }) as unknown as Compared;

/** Trends by what is hard about them; each is drawn wide and narrow where both are named. */
const trends: Record<string, { view: IndicatorView; size: keyof typeof trendSizes; text?: Texts }> =
  {
    "trend-near-its-ceiling": {
      size: "wide",
      view: viewOf({
        ...{ status: "at_risk", observations: seriesTo("2026-10", coverage) },
        ...{
          projections: projected([95.6, 96.1, 96.6, 97, 97.4], 0.9, [0, 100]),
          path: pathOf(95.2, 98),
        },
        progress: aimOf(98, "gt"),
        comparisons: [published("country", [92.4, 93.35, 94.29, 95.16])],
        breaks: [broken("2025-07-01", "boundary"), broken("2025-10-01", "definition")],
      }),
    },
    "trend-few-points-far-target": {
      size: "narrow",
      view: viewOf({
        indicator: countIndicator("căn nhà ở xã hội"),
        observations: seriesTo("2026-09", [0, 110, 310], 3),
        ...{ projections: projected([350, 560, 770, 980, 1190], 90), path: pathOf(0, 1700) },
        progress: aimOf(1700, "ge"),
      }),
    },
    "trend-counts-near-zero": {
      size: "wide",
      view: viewOf({
        ...{ indicator: countIndicator("vụ"), status: "off_track" },
        observations: seriesTo(
          "2026-10",
          [0, 0, 1, 3, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0],
        ),
        ...{ projections: projected([0.3, 0.3, 0.3, 0.3, 0.3], 0.3, [0, 9]), path: pathOf(0, 0) },
        progress: aimOf(0, "eq"),
      }),
    },
    "trend-long-labels-falling": {
      size: "narrow",
      view: viewOf({
        indicator: countIndicator("lượt người được hướng dẫn", 1),
        observations: seriesTo(
          "2026-10",
          coverage.map((value) => 3_000_000 - 14_000 * value),
        ),
        projections: projected([1_650_000, 1_600_000, 1_540_000, 1_480_000, 1_410_000], 60_000),
        ...{ path: pathOf(1_700_000, 1_250_000), progress: aimOf(1_250_000.5, "le") },
      }),
    },
    "trend-hidden-months-english": {
      ...{ size: "wide", text: en },
      view: viewOf({
        observations: seriesTo("2026-10", coverage).filter((_, month) => month % 20 > 2),
        hidden: seriesTo("2026-10", coverage).filter(
          (_, month) => month % 20 <= 2,
        ) as unknown as Hidden[],
      }),
    },
    "trend-year-so-far": {
      size: "wide",
      view: viewOf({
        indicator: countIndicator("vụ", 0, "sum"),
        status: "on_track",
        observations: seriesTo(
          "2026-10",
          coverage.map((_, month) => [0, 1, 0, 2][month % 4] ?? 0),
        ),
        progress: yearOf(12, "le", 7),
        ...{ path: pathOf(12, 12), projections: projected([10], 2) },
        breaks: [broken("2025-07-01", "boundary")],
      }),
    },
    "trend-split": {
      size: "narrow",
      view: viewOf({
        ...{ status: "on_track", observations: seriesTo("2026-10", coverage) },
        ...{ path: pathOf(95.2, 98), progress: aimOf(98, "gt") },
        breaks: [{ ...broken("2025-07-01", "boundary"), split_date: "2024-01-01" }],
      }),
    },
    "trend-one-point": {
      ...{ size: "narrow", view: viewOf({ observations: seriesTo("2026-10", [61.7]) }) },
    },
  };

const words = { source: "Nguồn: số liệu dựng để thử. 24/11/2026." };
const alternative = { title: "", description: "" };

function trendPicture(name: string): string {
  const { view, size, text = vi } = trends[name] as (typeof trends)[string];
  const chart = trendChart(view, text, trendSizes[size], alternative);
  return toSvg(withoutWhatIf(chart ?? new Html("")), { ...words, title: name, subtitle: "" });
}

const areas = (count: number, step: number): RankedArea[] =>
  Array.from({ length: count }, (_, n) => ({
    name: n === 0 ? "Tổ dân phố số 12 Hoàng Quý" : `Tổ ${n + 1}`,
    value: 90 + step * n ** 1.1,
  }));

function dotPicture(name: string, ranked: RankedArea[], size: keyof typeof dotSizes): string {
  const values = ranked.map(({ value }) => value);
  const marks: ReferenceLines = {
    ward: { value: 93.3, label: vi.pages.dots.ward("93,3%") },
    target: { value: 98, label: vi.chart.target("> 98%") },
  };
  const scale = scaleOf([...values, 93.3, 98], false, boundsOf(indicatorOf({})));
  const chart = dotPlot(ranked, marks, scale, dotSizes[size], vi, alternative);
  return toSvg(chart, { ...words, title: name, subtitle: "" });
}

function monthPicture(name: string, size: keyof typeof monthSizes): string {
  const season = seasonalPattern(seriesTo("2026-10", coverage), 0.05);
  if (!season) throw new Error("a season was expected");
  const chart = monthStrip(season, 1, monthSizes[size], vi, alternative);
  return toSvg(chart, { ...words, title: name, subtitle: "" });
}

const small = { title: "", subtitle: "", source: "" };

function sparkPicture(trend: string, size: SparklineSize): string {
  const { view } = trends[trend] as (typeof trends)[string];
  return toSvg(sparkline(view, size, alternative) ?? new Html(""), small);
}

function areaPicture(target: number | null): string {
  const { observations, hidden } = (
    trends["trend-hidden-months-english"] as { view: IndicatorView }
  ).view;
  return toSvg(areaLine(withGaps(points(observations), hidden), [90, 100], target), small);
}

/** Every chart that pages have, in its hard cases, as the picture a reader may take away. */
export const pictures: Record<string, () => string> = {
  ...Object.fromEntries(Object.keys(trends).map((name) => [name, () => trendPicture(name)])),
  "dots-85-neighbourhoods": () => dotPicture("dots-85-neighbourhoods", areas(85, 0.06), "wide"),
  "dots-85-narrow": () => dotPicture("dots-85-narrow", areas(85, 0.06), "narrow"),
  "dots-worst-is-highest": () =>
    dotPicture("dots-worst-is-highest", areas(12, 0.5).toReversed(), "narrow"),
  "months-clear-season": () => monthPicture("months-clear-season", "wide"),
  "months-narrow": () => monthPicture("months-narrow", "narrow"),
  "sparkline-row": () => sparkPicture("trend-near-its-ceiling", "row"),
  "sparkline-card-near-zero": () => sparkPicture("trend-counts-near-zero", "card"),
  "sparkline-card-one-point": () => sparkPicture("trend-one-point", "card"),
  "area-line-hidden-months": () => areaPicture(98),
};
