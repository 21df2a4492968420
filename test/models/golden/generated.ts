import { seeded } from "../forecast/build.ts";
import type { Entry } from "./build.ts";

type Random = () => number;

/** What a generated case is asked: as targets are written in cases.csv, with the indicator around it. */
type Kind = Pick<Entry, "target_type" | "direction" | "bounds" | "decimals" | "kind" | "annual"> & {
  /** The value that most series of the kind are around, of a running total what a period brings. */
  level: number;
  is_running?: true;
  targets: (target: number) => string;
};

const share = { bounds: "0..100", decimals: 1, kind: "reported", annual: "last", level: 80 };
const count = { bounds: "0..", decimals: 0, kind: "reported", annual: "last", level: 40 };
const homes = {
  ...count,
  target_type: "cumulative_delivery",
  direction: "up",
  kind: "cumulative_since",
  is_running: true,
} as const;
const byDate = (operator: string, due: string) => (target: number) =>
  `${operator} ${target} ${due}`;
const yearly = (operator: string) => (target: number) => `${operator} ${target} yearly`;

const kinds: readonly Kind[] = [
  { ...share, target_type: "level_by_date", direction: "up", targets: byDate("ge", "2030-12-31") },
  {
    ...share,
    target_type: "ratio_to_ceiling",
    direction: "up",
    targets: byDate("gt", "2030-12-31"),
  },
  { ...share, target_type: "level_by_date", direction: "up", targets: byDate("ge", "2027-12-31") },
  {
    ...share,
    target_type: "level_by_date",
    direction: "down",
    targets: byDate("le", "2028-06-30"),
  },
  {
    ...count,
    target_type: "level_by_date",
    direction: "down",
    targets: byDate("le", "2030-12-31"),
  },
  { ...count, target_type: "level_by_date", direction: "up", targets: byDate("eq", "2029-12-31") },
  {
    ...count,
    target_type: "count_to_zero",
    direction: "down",
    level: 1,
    targets: () => "eq 0 2030-12-31",
  },
  { ...share, target_type: "standard_met", direction: "up", targets: () => "ge - 2027-12-31" },
  { ...share, target_type: "direction_only", direction: "up", targets: () => "" },
  { ...count, target_type: "direction_only", direction: "down", targets: () => "" },
  { ...share, target_type: "direction_only", direction: "keep", targets: () => "" },
  {
    ...share,
    target_type: "keep_every_year",
    direction: "up",
    level: 100,
    targets: () => "eq 100 yearly",
  },
  { ...share, target_type: "keep_every_year", direction: "up", targets: yearly("ge") },
  {
    ...count,
    target_type: "count_to_zero",
    direction: "down",
    level: 0.2,
    annual: "sum",
    targets: () => "eq 0 yearly",
  },
  {
    ...count,
    target_type: "level_by_date",
    direction: "down",
    level: 2,
    annual: "sum",
    targets: (target) => `le ${6 * target} yearly`,
  },
  {
    ...count,
    target_type: "level_by_date",
    direction: "up",
    level: 2,
    annual: "sum",
    targets: () => "ge 20 yearly",
  },
  {
    ...share,
    target_type: "fulfil_every_year",
    direction: "up",
    bounds: "0..",
    level: 100,
    targets: () => "ge 100 yearly",
  },
  { ...homes, level: 60, targets: (target) => `ge ${20 * target} 2030-12-31` },
  { ...homes, level: 0.3, targets: (target) => `ge ${20 + target} 2030-12-31` },
  { ...homes, level: 60, targets: (target) => `gt ${20 * target} 2028-06-30` },
  { ...homes, level: 60, targets: () => "" },
];

/** How many periods of each length there are, those of short series among them. */
const lengths = { "": [1, 3, 4, 7, 12], Q: [2, 5, 6, 9, 14], "-": [1, 5, 11, 12, 20, 30, 42, 60] };

/** Series of every kind of target and shape, the same for the same seed; judged at `as_of`. */
export function generatedEntries(howMany: number, seed: number, as_of: string): Entry[] {
  const random = seeded(seed);
  return Array.from({ length: howMany }, (_, index) => entryOf(index, random, as_of));
}

function entryOf(index: number, random: Random, as_of: string): Entry {
  const { level, targets, is_running, ...kind } = pick(kinds, random);
  const mark = pick(["", "Q", "-", "-", "-"] as const, random);
  const length = pick(lengths[mark], random);
  const shape = shapeOf(level, length, kind, random);
  const values = is_running ? summedUp(shape, random) : shape;
  const target = Math.round(level * (0.6 + 0.8 * random()));
  const end = pick([0, 0, 0, 0, 1, 2, 8], random);
  const kept = values.map((value, at) => ({ value, back: length - 1 - at + end }));
  const gaps = random() < 0.25;
  const series = kept.filter(({ back }) => back === end || !gaps || random() > 0.15);
  return {
    ...kind,
    case: `generated ${index}`,
    indicator_id: `G${index}`,
    files: ["one"],
    as_of,
    targets: targets(kind.bounds === "0..100" ? Math.min(target, 99) : target),
    breaks: random() < 0.1 ? breakBefore(as_of, random) : "",
    series: series.map(({ value, back }) => `${periodBack(as_of, mark, back)}=${value}`).join(" "),
  };
}

/** Level, line, wavering, season, walk and steps, each there or not. */
function shapeOf(
  level: number,
  length: number,
  kind: { bounds: string; decimals: number },
  random: Random,
) {
  const some = (chance: number, size: number) => (random() < chance ? size * (random() - 0.5) : 0);
  const [slope, noise, season, step] = [
    some(0.6, 0.02),
    some(0.8, 0.3),
    some(0.3, 0.6),
    some(0.2, 0.4),
  ];
  const [walk, at] = [some(0.3, 0.1), Math.floor(random() * length)];
  const [lower, upper] = kind.bounds.split("..").map((text) => (text === "" ? Infinity : +text));
  let walked = 0;
  return Array.from({ length }, (_, t) => {
    walked += walk * (random() - 0.5);
    const shape = 1 + slope * t + noise * (random() - 0.5) + season * Math.cos((t * Math.PI) / 6);
    const value = level * (shape + walked + (t >= at ? step : 0));
    const bounded = Math.min(upper ?? Infinity, Math.max(lower ?? 0, value));
    const counted = kind.decimals === 0 && level < 3 ? Math.floor(bounded + random()) : bounded;
    return +counted.toFixed(kind.decimals === 0 ? 0 : 2);
  });
}

/** A running total of what each period brings, now and then corrected downwards. */
function summedUp(deliveries: readonly number[], random: Random): number[] {
  let total = 0;
  return deliveries.map((delivered) => {
    total = random() < 0.03 ? Math.round(total * 0.8) : total + delivered;
    return total;
  });
}

/** The period so many before the last one that had ended. */
function periodBack(as_of: string, mark: "" | "Q" | "-", back: number): string {
  const [year = 0, month = 0] = as_of.split("-").map(Number);
  if (mark === "") return String(year - 1 - back);
  const perYear = mark === "Q" ? 4 : 12;
  const now = perYear * year + (mark === "Q" ? Math.floor((month - 1) / 3) : month - 1);
  const index = now - 1 - back;
  const part = (index % perYear) + 1;
  return `${Math.floor(index / perYear)}${mark}${mark === "Q" ? part : String(part).padStart(2, "0")}`;
}

function breakBefore(as_of: string, random: Random): string {
  const month = 1 + Math.floor(12 * random());
  return `${+as_of.slice(0, 4) - 1}-${String(month).padStart(2, "0")}-01`;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
