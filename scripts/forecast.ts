import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { InvalidArgumentError } from "commander";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";
import { forecast } from "./run/forecast.ts";
import { readSeriesCsv, SeriesError } from "./run/series_csv.ts";

const MOST_STEPS = 120;

const command = defineCommand(
  "forecast",
  "Dự báo các chuỗi số liệu trong một tệp CSV (series_id,frequency,t,value[,lower_bound,upper_bound,threshold]) bằng chính các mô hình của kho · forecast the series of a CSV file by the warehouse's own models.",
)
  .argument("<series.csv>", "tệp chuỗi số liệu · the series")
  .requiredOption(
    "--horizon <steps>",
    `số kỳ cần dự báo, 1–${MOST_STEPS} · steps to forecast, 1 to ${MOST_STEPS}`,
    steps,
  )
  .requiredOption("--out <file>", "tệp kết quả · file to write", folder);

await runCommand<{ horizon: number; out: string }>(command, async ({ horizon, out }, path = "") => {
  const from = folder(path);
  if (!existsSync(from) || !statSync(from).isFile())
    throw new UsageError(`không có tệp này · no such file: ${from}`);
  if (!existsSync(dirname(out)))
    throw new UsageError(`không có thư mục này · no such folder: ${dirname(out)}`);
  const points = readSeries(from);
  const series = new Set(points.map(({ series_id }) => series_id)).size;
  process.stderr.write(`Dự báo · forecasting: ${series} × ${horizon}\n`);
  const rows = await forecast(
    points.map((point) => ({ ...point, horizon })),
    out,
  );
  if (rows !== series * horizon)
    throw new Error(`${out}: expected ${series * horizon} forecasts, found ${rows}`);
  process.stdout.write(`${out}: ${rows} dòng · rows\n`);
  return exitCodes.done;
});

function readSeries(path: string) {
  try {
    return readSeriesCsv(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SeriesError) throw new Error(`${path}: ${error.message}`);
    throw error;
  }
}

function steps(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_STEPS) return count;
  throw new InvalidArgumentError(
    `cần một số nguyên từ 1 đến ${MOST_STEPS}, thấy ${JSON.stringify(text)} · expected a whole number from 1 to ${MOST_STEPS}, found ${JSON.stringify(text)}`,
  );
}
