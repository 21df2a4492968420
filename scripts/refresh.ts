import { runPipelineCommand } from "./run/pipeline_command.ts";

await runPipelineCommand(
  "refresh",
  "Đọc tệp → tính chỉ tiêu → dựng trang · ingest → models → dashboards: the main job.",
);
