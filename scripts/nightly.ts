import { runPipelineCommand } from "./run/pipeline_command.ts";

await runPipelineCommand("nightly", "Chạy refresh không cần người trông · refresh, unattended.");
