import { existsSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { calibrate } from "./bench/forecast/calibrate.ts";
import { benchForecast, usualData } from "./bench/forecast.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";

const seed = join(root, "models/seeds/forecast_quantiles.csv");

const command = defineCommand(
  "bench:forecast",
  "Đo độ chính xác của dự báo bên cạnh statsforecast · measure the forecasts beside statsforecast's.",
)
  .option(
    "--data <parquet>",
    "tệp dataset, series_id, frequency, t, value, split · the series",
    folder,
  )
  .addOption(
    new Option("--split <split>", "phần giữ lại để chấm · what is held back")
      .choices(["test", "dev"])
      .default("test"),
  )
  .option(
    "--calibrate",
    "tính lại seed forecast_quantiles từ phần huấn luyện · measure the seed forecast_quantiles anew on the training part",
  );

interface Options {
  data?: string;
  split: "test" | "dev";
  calibrate?: true;
}

await runCommand<Options>(command, async ({ data, split, calibrate: isCalibration }) => {
  const path = data ?? usualData;
  if (!existsSync(path))
    throw new UsageError(
      "không có tệp chuỗi số liệu, hãy chỉ ra bằng --data · no series to measure on: name a Parquet file by --data",
    );
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (isCalibration) {
    await calibrate(path, seed, say);
    process.stdout.write(`${seed}\n`);
    return exitCodes.done;
  }
  const { title, measurements, bounds, notes } = await benchForecast(path, split, say);
  const lines = [
    title,
    ...measurements.map(
      ({ name, seconds, ratio }) =>
        `${name}: ${seconds?.toFixed(1)} CPU s${ratio === null ? "" : ` (${ratio.toFixed(2)} × AutoTheta)`}`,
    ),
    ...notes,
    ...bounds.map(({ text, holds }) => `${holds === null ? "–" : holds ? "✓" : "✗"} ${text}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return bounds.some(({ holds }) => holds === false) ? exitCodes.failed : exitCodes.done;
});
