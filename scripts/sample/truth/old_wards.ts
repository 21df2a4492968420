import { random } from "../random.ts";
import { DIP } from "./health_insurance.ts";

/** A ward of before 2025, as the offices of its district counted it. */
export interface OldWard {
  /** Its area_id in the warehouse. */
  area_id: string;
  name: string;
  /** Half of it lies in the ward of today: an assumption of the crosswalk, not a published share. */
  is_split: boolean;
  /** People at the end of January 2021, invented. */
  people: number;
}

/** The wards that the ward of today was made of: three whole, five in part. */
export const oldWards: readonly OldWard[] = [
  { area_id: "old_11395_2024", name: "Phường Hàng Kênh", is_split: false, people: 21_340 },
  { area_id: "old_11404_2024", name: "Phường Dư Hàng Kênh", is_split: false, people: 38_215 },
  { area_id: "old_11405_2024", name: "Phường Kênh Dương", is_split: false, people: 19_670 },
  { area_id: "old_11371_2024", name: "Phường An Biên", is_split: true, people: 26_108 },
  { area_id: "old_11383_2024", name: "Phường Trần Nguyên Hãn", is_split: true, people: 24_051 },
  { area_id: "old_11407_2024", name: "Phường Vĩnh Niệm", is_split: true, people: 45_930 },
  { area_id: "old_11344_2024", name: "Phường Cầu Đất", is_split: true, people: 21_877 },
  { area_id: "old_11365_2024", name: "Phường Lạch Tray", is_split: true, people: 35_962 },
];

/** What a ward counted at a month's end. */
export interface OldWardCount {
  population: number;
  insured: number;
}

/** The years of the reports by former wards. */
export const OLD_YEARS = [2021, 2022] as const;

const FIRST_COVERAGE = 90.1;
const RISE_PER_MONTH = 0.085;
const GROWTH_PER_MONTH = 0.0005;

/** Counts by month of 2021–2022 (0 is January 2021), then former ward. */
export function oldWardCounts(seed: number): OldWardCount[][] {
  return Array.from({ length: 24 }, (_, m) =>
    oldWards.map(({ area_id, people }) => {
      const draw = random(seed, "old ward", area_id, m);
      const offset = 3 * (random(seed, "old ward offset", area_id).uniform() - 0.5);
      const population = Math.round(people * (1 + GROWTH_PER_MONTH * m));
      const dip = DIP[(m % 12) + 1] ?? 0;
      const coverage = FIRST_COVERAGE + RISE_PER_MONTH * m - dip + offset + 0.06 * draw.normal();
      return { population, insured: Math.round((population * coverage) / 100) };
    }),
  );
}

/** What the ward of today gets of a count by former wards; of an odd half the smaller part. */
export function inTodaysWard(counts: readonly number[]): number {
  return counts.reduce(
    (sum, count, i) => sum + (oldWards[i]?.is_split ? Math.floor(count / 2) : count),
    0,
  );
}
