import type { Random } from "../../sample/random.ts";
import { autoregressive, counts, type Values, wave } from "./noise.ts";

/** Series of one kind: how they are made, and how many of them may or must be spoken of. */
export interface Design {
  name: string;
  frequency: "month" | "quarter" | "year";
  make: (stream: Random) => Values;
  /** Whether the values count events, so that they have no upper bound and cannot fall below zero. */
  is_count?: true;
  /** Places from which on, and up to which, something happens: signals there are right. */
  since?: number;
  until?: number;
  /** Largest share that may be spoken of though nothing happens. */
  most?: number;
  /** Smallest share that must be spoken of, since something happens. */
  least?: number;
}

type Frequency = Design["frequency"];

const lengths: readonly (readonly [Frequency, number])[] = [
  ...[12, 14, 17, 18, 24, 30, 36].map((n) => ["month", n] as const),
  ...[5, 7, 9, 12].map((n) => ["quarter", n] as const),
  ...[5, 6, 8, 10].map((n) => ["year", n] as const),
];

/** How much a period keeps of the one before, and how many verdicts on no trend at all it may cost. */
const persistences = [
  { kept: 0, most: 0.05 },
  { kept: 0.3, most: 0.08 },
  { kept: 0.5, most: 0.08 },
  { kept: 0.7, most: 0.15 },
  { kept: 0.9, most: 0.15 },
];

const add = (values: Values, more: (place: number) => number) =>
  values.map((value, place) => value + more(place));

const perYear = { month: 12, quarter: 4, year: 1 };

/** Series without a trend. */
export const trendless: Design[] = [
  ...lengths.flatMap(([frequency, n]) =>
    persistences.map(({ kept, most }) => ({
      ...{ name: `${n} ${frequency}s, AR ${kept}`, frequency, most },
      make: (stream: Random) => autoregressive(n, kept, stream),
    })),
  ),
  ...[0, 0.5].map((kept) => ({
    ...{ name: `36 months with a season, AR ${kept}`, frequency: "month" as const, most: 0.08 },
    make: (stream: Random) => add(autoregressive(36, kept, stream), wave(2)),
  })),
];

interface Slope {
  n: number;
  frequency: Frequency;
  kept: number;
  /** In standard deviations of the noise. */
  a_year: number;
  least: number;
}

const slopes: Slope[] = [
  { n: 36, frequency: "month", kept: 0, a_year: 1, least: 0.8 },
  { n: 36, frequency: "month", kept: 0.5, a_year: 1, least: 0.4 },
  { n: 36, frequency: "month", kept: 0.5, a_year: 2, least: 0.85 },
  { n: 24, frequency: "month", kept: 0, a_year: 1, least: 0.25 },
  { n: 24, frequency: "month", kept: 0, a_year: 2, least: 0.7 },
  { n: 18, frequency: "month", kept: 0, a_year: 4, least: 0.85 },
  { n: 14, frequency: "month", kept: 0, a_year: 4, least: 0.7 },
  { n: 12, frequency: "quarter", kept: 0, a_year: 2, least: 0.5 },
  { n: 10, frequency: "year", kept: 0, a_year: 1, least: 0.8 },
  { n: 8, frequency: "year", kept: 0, a_year: 1, least: 0.6 },
];

/** Series with a trend. The last one rises by a point a month, in noise of two points. */
export const trending: Design[] = [
  ...slopes.map(({ n, frequency, kept, a_year, least }) => ({
    ...{ name: `${n} ${frequency}s, AR ${kept}, +${a_year} sd a year`, frequency, least },
    make: (stream: Random) =>
      add(autoregressive(n, kept, stream), (place) => (a_year * place) / perYear[frequency]),
  })),
  {
    ...{ name: "13 months, +1 point a month, sd 2", frequency: "month", least: 0.8 },
    make: (stream) => add(autoregressive(13, 0, stream), (place) => place / 2),
  },
];

const month = "month";
const size = 36;

/** Charts of three years in which nothing happens, or nothing but one odd month. */
export const quiet: Design[] = [
  ...[0, 0.3, 0.5].map((kept) => ({
    ...{ name: kept ? `AR ${kept}` : "white", frequency: month as Frequency, most: 0.1 },
    make: (stream: Random) => autoregressive(size, kept, stream),
  })),
  {
    ...{ name: "season", frequency: month, most: 0.1 },
    make: (stream) => add(autoregressive(size, 0, stream), wave(2)),
  },
  {
    ...{ name: "season, AR 0.5", frequency: month, most: 0.1 },
    make: (stream) => add(autoregressive(size, 0.5, stream), wave(2)),
  },
  {
    ...{ name: "a dip of every January", frequency: month, most: 0.1 },
    make: (stream) => add(autoregressive(size, 0, stream), (t) => (t % 12 === 0 ? -6 : 0)),
  },
  ...[0.1, 0.3, 0.5, 0.9, 1.2, 2, 5, 20].map((mean) => ({
    ...{ name: `counts of ${mean} a month`, frequency: month as Frequency, most: 0.1 },
    is_count: true as const,
    make: (stream: Random) => counts(size, mean, stream),
  })),
  {
    ...{ name: "one odd month", frequency: month, most: 0.1, since: 20, until: 20 },
    make: (stream) => add(autoregressive(size, 0, stream), (t) => (t === 20 ? 10 : 0)),
  },
  {
    ...{ name: "season and one odd month", frequency: month, most: 0.1, since: 20, until: 20 },
    make: (stream) =>
      add(add(autoregressive(size, 0, stream), wave(2)), (t) => (t === 20 ? -10 : 0)),
  },
  {
    ...{ name: "100 but for one month", frequency: month, most: 0.1, since: 20, until: 20 },
    make: () => Array.from({ length: size }, (_, t) => (t === 20 ? 98 : 100)),
  },
  {
    ...{ name: "a stock, AR 0.9", frequency: month, most: 0.25 },
    make: (stream) => autoregressive(size, 0.9, stream),
  },
];

const lastMonths = (months: number, more: number) => (place: number) =>
  place >= size - months ? more : 0;

/** Charts in which something happens. */
export const eventful: Design[] = [
  {
    ...{ name: "100 but for one month of 98", frequency: month, least: 1, since: 20, until: 20 },
    make: () => Array.from({ length: size }, (_, t) => (t === 20 ? 98 : 100)),
  },
  {
    ...{ name: "one month 6 sd away", frequency: month, least: 0.8, since: 20, until: 20 },
    make: (stream) => add(autoregressive(size, 0, stream), (t) => (t === 20 ? 6 : 0)),
  },
  {
    ...{ name: "2 sd higher for a year", frequency: month, least: 0.6, since: 24, until: 35 },
    make: (stream) => add(autoregressive(size, 0, stream), lastMonths(12, 2)),
  },
  {
    ...{ name: "3 sd higher for a year", frequency: month, least: 0.8, since: 24, until: 35 },
    make: (stream) => add(autoregressive(size, 0, stream), lastMonths(12, 3)),
  },
  {
    ...{
      name: "counts of 0.5, then of 2 for half a year",
      frequency: month,
      least: 0.4,
      since: 30,
      until: 35,
    },
    is_count: true,
    make: (stream) => [...counts(30, 0.5, stream), ...counts(6, 2, stream)],
  },
  {
    ...{
      name: "counts of 0.8, then none for ten months",
      frequency: month,
      least: 0.6,
      since: 26,
      until: 35,
    },
    is_count: true,
    make: (stream) => [...counts(26, 0.8, stream), ...Array<number>(10).fill(0)],
  },
];
