import { type Random, random } from "../../sample/random.ts";

/** Periods of a series that is made up, or all of them. */
export type Values = number[];

const SEED = 20_260_101;

/** A stream of its own for each series, the same on every run. */
export const streamOf = (design: string, place: number): Random => random(SEED, design, place);

/** Noise of standard deviation 1 that keeps so much of itself from one period to the next; 0 is white. */
export function autoregressive(count: number, kept: number, { normal }: Random): Values {
  let value = normal();
  return Array.from({ length: count }, () => {
    const now = value;
    value = kept * value + Math.sqrt(1 - kept ** 2) * normal();
    return now;
  });
}

/** Counts of independent events, so many a period expected. */
export function counts(count: number, mean: number, { count: draw }: Random): Values {
  return Array.from({ length: count }, () => draw(mean));
}

/** A wave that comes back every year, with this amplitude. */
export function wave(amplitude: number): (place: number) => number {
  return (place) => amplitude * Math.sin((2 * Math.PI * place) / 12);
}
