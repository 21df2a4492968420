import { random } from "../../scripts/sample/random.ts";

/** A made-up geography of three hops: rows of the programme, and a count for every area of the first days. */
export interface Geography {
  /** What the names of its areas begin with, so that several can stand in one build. */
  name: string;
  /** Rows of areas.csv. */
  areas: string[][];
  /** Rows of area_crosswalk.csv. */
  crosswalk: string[][];
  counts: [area: string, count: number][];
  /** Counts of the four areas that become `<name>_merged_today`. */
  merged: number[];
}

const ERAS = [
  ["2021-01-01", "2022-12-31"],
  ["2023-01-01", "2023-12-31"],
  ["2024-01-01", "2024-12-31"],
  ["2025-01-01", ""],
] as const;

/**
 * Twelve areas that split and merge at random over three hops, some of them to elsewhere, with weights of six
 * decimals; and four that pass whole into one, hop by hop.
 */
export function randomCrosswalk(seed: number): Geography {
  const name = `s${seed}`;
  const names = (era: number) => [0, 1, 2, 3].map((n) => `${name}_x${era}_${n}`);
  const early = Array.from({ length: 12 }, (_, n) => `${name}_x0_${n}`);
  const four = [0, 1, 2, 3].map((n) => `${name}_merged_${n}`);
  const [once, twice, today] = ["1x", "2x", "today"].map((end) => `${name}_merged_${end}`) as [
    string,
    string,
    string,
  ];
  const count = (area: string) => Math.floor(random(seed, "count", area).uniform() * 1000);
  const counts = [...early, ...four].map((area): [string, number] => [area, count(area)]);
  return {
    name,
    areas: [
      ...early.map((area) => areaRow(area, 0)),
      ...[1, 2, 3].flatMap((era) => names(era).map((area) => areaRow(area, era))),
      ...four.map((area) => areaRow(area, 0)),
      ...[once, twice, today].map((area, index) => areaRow(area, index + 1)),
    ],
    crosswalk: [
      ...early.flatMap((area) => split(seed, area, 0, names(1))),
      ...[1, 2].flatMap((era) =>
        names(era).flatMap((area) => split(seed, area, era, names(era + 1))),
      ),
      ...four.map((area) => whole(area, 0, once)),
      whole(once, 1, twice),
      whole(twice, 2, today),
    ],
    counts,
    merged: four.map(count),
  };
}

function areaRow(area: string, era: number): string[] {
  const [from, to] = ERAS[era] ?? ["", ""];
  const level = to === "" ? "ward" : "old_ward";
  return [area, "", area, area, "", level, "hai_phong", "900", from, to];
}

function whole(area: string, era: number, target: string): string[] {
  const [from, to] = ERAS[era] ?? ["", ""];
  return [area, from, to, target, "1", "1", "1", "whole", ""];
}

/** Weights in millionths that add up to a million, so that the seed adds up to 1 exactly. */
function split(seed: number, area: string, era: number, targets: string[]): string[][] {
  const [from, to] = ERAS[era] ?? ["", ""];
  const draw = random(seed, "split", area);
  const some = [...targets, "elsewhere"].filter(() => draw.uniform() < 0.6);
  const into = some.length > 0 ? some : ["elsewhere"];
  const raw = into.map(() => 1 + Math.floor(draw.uniform() * 1000));
  const total = raw.reduce((sum, part) => sum + part, 0);
  const millionths = raw.map((part) => Math.floor((part * 1_000_000) / total));
  const rest = 1_000_000 - millionths.reduce((sum, part) => sum + part, 0);
  return into.map((target, index) => {
    const weight = String(((millionths[index] ?? 0) + (index === 0 ? rest : 0)) / 1_000_000);
    return [area, from, to, target, weight, "0", "1", "assumed", ""];
  });
}
