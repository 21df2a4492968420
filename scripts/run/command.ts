import { resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { parseDate } from "../../ingest/parse/date.ts";
import { exitCodes } from "../../lib/exit_codes.ts";
import { root } from "../../lib/store/home.ts";
import { helpTitles, usageError } from "./usage_words.ts";

/** A command with the conventions all share: help after a usage error, exit code 2 for one. */
export function defineCommand(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption("-h, --help", "xem cách dùng · show this help")
    .configureHelp({ styleTitle: (title) => helpTitles[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(usageError(text)) })
    .showHelpAfterError()
    .allowExcessArguments(false)
    .exitOverride();
}

/** Adds `--home DIR`, the folder that holds all that is made. */
export function withHome(command: Command): Command {
  return command.option(
    "--home <dir>",
    "thư mục kết quả · folder of all that is made",
    folder,
    resolve(root, "data"),
  );
}

/** Parses the arguments and runs the command; its number becomes the exit code. */
export async function runCommand<Options>(
  command: Command,
  action: (options: Options, ...args: string[]) => Promise<number>,
): Promise<void> {
  try {
    command.action(async (...given: unknown[]) => {
      const args = given.slice(0, -2) as string[];
      process.exitCode = await action(command.opts() as Options, ...args);
    });
    await command.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** Reads a folder argument, relative to the folder npm was called from. */
export function folder(value: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), value);
}

/** Reads a calendar date argument as people write one, 24/11/2026 or 2026-11-24; gives yyyy-mm-dd. */
export function date(value: string): string {
  const read = parseDate(value);
  if (read.ok && read.value.precision === "day") return read.value.date;
  const found = JSON.stringify(value);
  throw new InvalidArgumentError(
    `cần một ngày như 24/11/2026 hoặc 2026-11-24, thấy ${found} · expected a date as 24/11/2026 or 2026-11-24, found ${found}`,
  );
}

const noSpace =
  "đĩa đã đầy, hãy dọn chỗ rồi chạy lại · the disk is full: make room, then run again";

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  const message = error instanceof Error ? error.message : String(error);
  const isFull = /ENOSPC|EDQUOT|No space left on device/.test(message);
  process.stderr.write(`${message}\n${isFull ? `${noSpace}\n` : ""}`);
  return (error as { exit_code?: number }).exit_code ?? exitCodes.failed;
}
