import { type PipelineOptions, runPipeline } from "../pipeline/refresh.ts";
import { date, defineCommand, folder, runCommand, withHome } from "./command.ts";

const command = withHome(
  defineCommand(
    "refresh",
    "Đọc tệp → tính chỉ tiêu → dựng trang · ingest → models → dashboards: the main job.",
  ),
)
  .option("--inbox <dir>", "thư mục tệp của các cơ quan · folder of the offices' files", folder)
  .option("--as-of <date>", "những gì đã biết đến ngày · what was known by this date", date);

await runCommand<PipelineOptions>(command, (options) => runPipeline("refresh", options));
