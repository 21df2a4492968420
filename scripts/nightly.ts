import { runPipelineCommand } from "./pipeline-command.ts";

await runPipelineCommand("nightly", "Chạy refresh không cần người trông · refresh, unattended.");
