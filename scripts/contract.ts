import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { defineCommand, runCommand } from "./run/command.ts";
import { contractFile, contractOf } from "./tools/contract.ts";
import { martsPage, martsPageOf } from "./tools/marts_page.ts";

const command = defineCommand(
  "contract",
  "Ghi lại hợp đồng của các mart cho các trang, từ models/models/marts/*.yml · writes what the pages know of marts, from models/models/marts/*.yml",
);

await runCommand(command, async () => {
  writeFileSync(join(root, contractFile), contractOf(root));
  writeFileSync(join(root, martsPage), martsPageOf(root));
  process.stdout.write(`${contractFile}\n${martsPage}\n`);
  return exitCodes.done;
});
