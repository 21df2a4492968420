import { runPipelineCommand } from "./pipeline-command.ts";

await runPipelineCommand(
  "refresh",
  "Đọc tệp → tính chỉ tiêu → dựng trang · ingest → models → dashboards: the main job.",
);
