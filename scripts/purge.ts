import { rmSync } from "node:fs";
import { join } from "node:path";
import { finishRekey } from "../ingest/people/rekey_commit.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { takeLock } from "../lib/store/lock.ts";
import { date, defineCommand, runCommand, withHome } from "./run/command.ts";
import { type Run, withRun } from "./run/run.ts";
import { listPurgeable, type PurgedPart, purge } from "./tools/purge.ts";
import { exportedName } from "./tools/rejects_export/exported_name.ts";

const command = withHome(
  defineCommand(
    "purge",
    "Xóa dữ liệu từng người đã quá hạn lưu; số tổng hợp giữ nguyên · deletes rows of people past retention; aggregates stand.",
  ),
)
  .requiredOption("--before <date>", "xóa các kỳ trước ngày này · periods before this date", date)
  .option("--yes", "xóa thật; không có thì chỉ liệt kê · do it; without it, only list");

const onlyListed = "Chưa xóa gì; thêm --yes để xóa · nothing deleted yet: add --yes";
const deleted =
  "Đã xóa; tệp gốc vẫn ở thư mục nhận: hãy xóa cả tệp đó · deleted; the files themselves still lie in the inbox: delete them too";

interface Options {
  home: string;
  before: string;
  yes?: boolean;
}

await runCommand<Options>(command, ({ home, before, yes }) =>
  yes ? withRun(home, "purge", (run) => purgeParts(run, home, before)) : listParts(home, before),
);

async function purgeParts(run: Run, home: string, before: string) {
  const parts = await partsBefore(home, before);
  await purge(home, before, parts);
  for (const { file_name } of parts)
    rmSync(join(home, "rejects", exportedName(file_name)), { force: true });
  for (const part of parts) run.log(`purged · ${lineOf(part)}`);
  say(parts, deleted);
  return { exit_code: exitCodes.done, before, parts };
}

/** Lists alone, which is no run: nothing is changed. */
async function listParts(home: string, before: string): Promise<number> {
  const release = await takeLock(home, "purge", new Date());
  try {
    say(await partsBefore(home, before), onlyListed);
    return exitCodes.done;
  } finally {
    release();
  }
}

async function partsBefore(home: string, before: string): Promise<PurgedPart[]> {
  finishRekey(home);
  const parts = await listPurgeable(home, before);
  for (const part of parts) process.stdout.write(`${lineOf(part)}\n`);
  return parts;
}

function lineOf({ table, file_name, file_hash, rows, kept, ...extent }: PurgedPart): string {
  const { first_period_end, last_period_end } = extent;
  const place = [table, file_name, file_hash.slice(0, 12)];
  return [...place, rows, kept, first_period_end, last_period_end].join("\t");
}

function say(parts: readonly PurgedPart[], words: string): void {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  process.stderr.write(
    `${parts.length} phần · parts, ${rows} dòng · rows (bảng, tệp, mã, dòng xóa, dòng giữ, kỳ · table, file, hash, rows, kept, periods). ${words}.\n`,
  );
}
