import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import type { Bench, BenchReport } from "./bench/kit/bench.ts";
import { defineCommand, runCommand } from "./run/command.ts";

const folder = join(root, "scripts", "bench");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => basename(name, ".ts"))
  .sort();

const command = defineCommand(
  "bench",
  `Đo tốc độ và bộ nhớ bên cạnh công cụ khác · speed and memory, each beside what it is compared with: ${names.join(", ")}.`,
).argument("[names...]", "phép đo nào; mặc định tất cả · which; all unless named");

await runCommand<object>(command, async (_, chosen) => {
  const wanted = chosen as unknown as string[];
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`không có phép đo này · unknown bench: ${unknown.join(", ")}`);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  let isHeld = true;
  for (const name of wanted.length > 0 ? wanted : names) {
    const { bench } = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as {
      bench: Bench;
    };
    for (const report of await bench.run(say)) {
      process.stdout.write(`${lines(bench.name, report).join("\n")}\n`);
      isHeld &&= report.bounds.every(({ holds }) => holds !== false);
    }
  }
  return isHeld ? exitCodes.done : exitCodes.failed;
});

function lines(name: string, { title, measurements, bounds, notes }: BenchReport): string[] {
  const figure = (value: number | null, digits: number) =>
    value === null ? "–" : value.toFixed(digits);
  const table = measurements.map((one) =>
    [one.name, figure(one.seconds, 2), figure(one.peak_mb, 0), figure(one.ratio, 2)].join("\t"),
  );
  const kept = { true: "holds", false: "BROKEN", null: "not compared" };
  return [
    `# ${name}: ${title}`,
    "contestant\tseconds\tpeak MB\tratio",
    ...table,
    ...bounds.map(({ text, holds }) => `bound\t${text}\t${kept[`${holds}`]}`),
    ...notes.map((note) => `where\t${note}`),
  ];
}
