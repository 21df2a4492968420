import { date, defineCommand, folder, runCommand, withHome } from "./command.ts";
import { type PipelineOptions, runPipeline } from "./refresh.ts";

/** Runs the whole pipeline as a command of this name: what `refresh` and `nightly` have in common. */
export async function runPipelineCommand(name: string, description: string): Promise<void> {
  const command = withHome(defineCommand(name, description))
    .option("--inbox <dir>", "thư mục tệp của các cơ quan · folder of the offices' files", folder)
    .option("--as-of <date>", "những gì đã biết đến ngày · what was known by this date", date);
  await runCommand<PipelineOptions>(command, (options) => runPipeline(name, options));
}
