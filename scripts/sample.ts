import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";
import { foreignFile, writeSample } from "./sample/folder.ts";
import { DEFAULT_PEOPLE, sampleFiles } from "./sample/inbox.ts";
import { MOST_PEOPLE } from "./sample/people.ts";
import { REFERENCE_FILE, referenceWorkbook } from "./sample/reference.ts";
import { DEFAULT_SEED } from "./sample/world.ts";

interface Options {
  out: string;
  people: number;
  seed: number;
  reference?: string;
  force?: true;
}

const command = defineCommand(
  "sample",
  "Tạo hộp thư mẫu · makes an inbox of invented files that look like the offices' own.",
)
  .option("--out <dir>", "thư mục ghi ra · where to write", folder, resolve(root, "data/sample"))
  .option("--people <n>", "số người trong danh sách · people listed", people, DEFAULT_PEOPLE)
  .option("--seed <n>", "số khởi đầu · seed: same seed, same bytes", wholeNumber, DEFAULT_SEED)
  .option(
    "--reference <dir>",
    "ghi thêm số liệu công bố · also write the published figures",
    folder,
  )
  .option("--force", "ghi cả khi thư mục có tệp khác · write among other files too");

await runCommand<Options>(command, async (options) => {
  const foreign = foreignFile(options.out);
  if (foreign !== null && !options.force) {
    throw new UsageError(
      "thư mục có tệp không phải dữ liệu mẫu; chọn thư mục khác hoặc thêm --force · the folder holds " +
        `a file that is not of a sample; choose another or add --force: ${join(options.out, foreign)}`,
    );
  }
  const { files, bytes } = writeSample(options.out, sampleFiles(options));
  if (options.reference !== undefined) writeReference(options.reference);
  const megabytes = (bytes / 1e6).toFixed(1);
  process.stderr.write(`${files} tệp · files, ${megabytes} MB: ${options.out}\n`);
  return exitCodes.done;
});

function writeReference(dir: string): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, REFERENCE_FILE), referenceWorkbook());
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError(
    `cần một số nguyên, thấy ${JSON.stringify(value)} · expected a whole number, found ${JSON.stringify(value)}`,
  );
}

function people(value: string): number {
  const count = wholeNumber(value);
  if (count <= MOST_PEOPLE) return count;
  throw new InvalidArgumentError(
    `nhiều nhất ${MOST_PEOPLE} người, thấy ${value} · expected at most ${MOST_PEOPLE} people, found ${value}`,
  );
}
