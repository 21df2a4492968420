import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, BenchReport, Measurement } from "./kit/bench.ts";
import { type Cost, measure } from "./kit/measure.ts";
import { makeCountry, type Size } from "./models/country.ts";

const MONTHS = 72;

/** No figure at all: what dbt itself costs, which the others are held against. */
const NOTHING = "nothing";

/** The ward's own series, the same were each of them monthly, and wards of the country a tenfold at a time. */
const sizes: Readonly<Record<string, Size>> = {
  [NOTHING]: { areas: "ward", indicators: 60, months: 0, reported: "as_registered" },
  "the ward": { areas: "ward", indicators: 60, months: MONTHS, reported: "as_registered" },
  "the ward, all monthly": { areas: "ward", indicators: 60, months: MONTHS, reported: "monthly" },
  "33 wards": { areas: 33, indicators: 30, months: MONTHS, reported: "monthly" },
  "332 wards": { areas: 332, indicators: 30, months: MONTHS, reported: "monthly" },
  "3,321 wards": { areas: 3_321, indicators: 30, months: MONTHS, reported: "monthly" },
};

const bounds = [
  { name: "the ward", seconds: 20, mb: 2_048 },
  { name: "3,321 wards", seconds: 480, mb: 8_192 },
];

/**
 * From landed parts to marts, tests of the data included, for one ward and for all of the country.
 * LECHAN_BENCH_SIZES names which (`nothing;the ward`); all unless named. Ratios are to dbt on nothing.
 */
export const bench: Bench = { name: "models", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  const wanted = process.env["LECHAN_BENCH_SIZES"]?.split(";") ?? Object.keys(sizes);
  const found: Built[] = [];
  for (const name of wanted) {
    const size = sizes[name];
    if (!size) throw new Error(`unknown size: ${name}`);
    found.push(await buildOne(name, size, say));
  }
  return [report(found)];
}

interface Built {
  name: string;
  observations: number;
  cost: Cost;
}

async function buildOne(name: string, size: Size, say: (line: string) => void): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "bench-models-"));
  try {
    say(`making ${name} …`);
    const { project, landed, observations } = await makeCountry(folder, size);
    say(`building ${observations.toLocaleString("en")} observations …`);
    const script = join(import.meta.dirname, "models", "dbt.ts");
    const memory = size.areas === "ward" ? "1500MB" : "6000MB";
    const dbt = (command: string) =>
      measure(process.execPath, [script, command, project, landed, folder, memory]);
    await dbt("parse"); // as every night after the first: what was parsed is kept
    return { name, observations, cost: await dbt("build") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(found: Built[]): BenchReport {
  const dbt = found.find(({ name }) => name === NOTHING)?.cost.seconds;
  const measurements: Measurement[] = found.map(({ name, observations, cost }) => ({
    name: `${name}, ${observations.toLocaleString("en")} observations`,
    seconds: cost.seconds,
    peak_mb: cost.peak_mb,
    ratio: dbt ? cost.seconds / dbt : null,
  }));
  return {
    title: "landed parts → tested marts by dbt build",
    measurements,
    bounds: bounds.map(({ name, seconds, mb }) => {
      const cost = found.find((one) => one.name === name)?.cost;
      const isWithin = cost && cost.seconds <= seconds && (cost.peak_mb ?? 0) <= mb;
      return { text: `${name}: at most ${seconds} s and ${mb} MB`, holds: isWithin ?? null };
    }),
    notes: [...growth(found), ...found.flatMap(timesOf)],
  };
}

/** How many times the time for how many times the observations. */
function growth(found: Built[]): string[] {
  return found.slice(1).flatMap((larger, index) => {
    const smaller = found[index];
    if (!smaller?.name.endsWith("wards")) return [];
    const more = larger.observations / smaller.observations;
    const longer = larger.cost.seconds / smaller.cost.seconds;
    return [
      `${smaller.name} → ${larger.name}: ${more.toFixed(1)} × as many, ${longer.toFixed(1)} × the time`,
    ];
  });
}

function timesOf({ name, cost }: Built): string[] {
  const slowest = JSON.parse(cost.stdout) as { name: string; execution_time: number }[];
  const cpu = cost.cpu_seconds === null ? "–" : cost.cpu_seconds.toFixed(0);
  const longest = slowest.map((one) => `${one.name} ${one.execution_time.toFixed(1)} s`);
  return [`${name}: ${cpu} s of CPU; longest: ${longest.join(", ")}`];
}
