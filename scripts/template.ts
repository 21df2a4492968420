import { existsSync } from "node:fs";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { writeWhole } from "../lib/store/write.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";
import { readRegistry, trackingTemplate } from "./tools/template.ts";

const command = defineCommand(
  "template",
  "Tạo biểu theo dõi để điền · writes the programme_tracking workbook with drop-down lists.",
).option(
  "--out <file>",
  "tệp kết quả, - là stdout · where to write it; - is standard output",
  "programme_tracking.xlsx",
);

await runCommand<{ out: string }>(command, async ({ out }) => {
  const bytes = trackingTemplate(await readRegistry());
  if (out === "-") {
    process.stdout.write(bytes);
    return exitCodes.done;
  }
  const path = folder(out);
  if (existsSync(path))
    throw new UsageError(
      `tệp đã có, có thể đã điền; dùng --out TỆP · file exists and may be filled in, use --out: ${path}`,
    );
  writeWhole(path, bytes);
  process.stderr.write(`Đã ghi biểu theo dõi · the template was written to ${path}\n`);
  return exitCodes.done;
});
