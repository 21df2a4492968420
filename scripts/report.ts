import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { findChromium } from "../dashboards/report/brief_pdf.ts";
import { parseReportPeriod, type ReportPeriod } from "../dashboards/report/report_period.ts";
import {
  dayJudged,
  NoSuchPeriod,
  type ReportOptions,
  writeReport,
} from "../dashboards/report/write_report.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { withWarehouseAsOf } from "./run/as_of_warehouse.ts";
import { date, defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { periodLabel } from "./run/period_label.ts";
import { publishPapers, readPublished } from "./run/publish.ts";
import { type Run, withRun } from "./run/run.ts";

const command = withHome(
  defineCommand(
    "report",
    "Báo cáo của một kỳ để ký: Word, Excel và bản tóm tắt PDF · the report of a period, to be signed: Word, Excel and the brief as PDF.",
  ),
)
  .requiredOption(
    "--period <period>",
    "kỳ, như 10/2026, quý III/2026, 2026 · period, as 2026-10, 2026-Q3, 2026-H1, 2026",
    periodArgument,
  )
  .option("--out <dir>", "thư mục ghi; mặc định <home>/reports/<period> · where to write", folder)
  .option("--number <number>", "số văn bản, nếu đã có · number of the paper, as 45", numberArgument)
  .option(
    "--date <date>",
    "ngày văn bản, nếu đã có, như 12/10/2026 · date of the paper, as 2026-10-12",
    date,
  )
  .option(
    "--draft",
    "bản nháp: không ghi nhận là báo cáo đã lập · do not record it as made",
    false,
  );

interface Options {
  home: string;
  period: ReportPeriod;
  out?: string;
  number?: string;
  date?: string;
  draft: boolean;
}

const noBrief =
  "Chưa in được bản tóm tắt PDF vì máy này không có Chromium: cài (Debian, Ubuntu: apt-get install chromium) hoặc chỉ chỗ bằng biến CHROMIUM rồi chạy lại. · The brief was not printed as PDF, this machine has no Chromium: install it (Debian, Ubuntu: apt-get install chromium) or name one in CHROMIUM, and run again.";

await runCommand<Options>(command, async ({ home, period, out, ...given }) => {
  const { warehouse, report_records } = homePaths(home);
  if (!existsSync(warehouse)) {
    say(
      `Chưa có kho dữ liệu, hãy chạy npm run refresh · no warehouse yet, run npm run refresh: ${warehouse}`,
    );
    return exitCodes.failed;
  }
  const chromium = findChromium();
  const knownBy = await dayJudged(warehouse, period).catch(asUsage);
  const folderOut = out ?? join(home, "reports", period.label);
  const paper = { number: given.number ?? null, date: given.date ?? null };
  const records = given.draft ? null : report_records;
  const refreshedAt = refreshedAtOf(home);
  const options = { period, refreshedAt, knownBy, reference: paper, records, chromium };
  const code = await withRun(home, "report", async (run) => {
    const written = await publishPapers(home, folderOut, (aside) =>
      writeAsOf(run, home, { ...options, out: aside }),
    );
    process.stdout.write(`${written.join("\n")}\n`);
    return { exit_code: exitCodes.done, period: period.label, papers: written };
  });
  if (!chromium) say(noBrief);
  return code;
});

/** When the figures were published. */
function refreshedAtOf(home: string): Date {
  const published = readPublished(home);
  const at = published?.parts.warehouse?.published_at ?? published?.published_at;
  return new Date(at ?? statSync(homePaths(home).warehouse).mtime);
}

/** Writes the papers; a period that is over is judged at its end, by all that is known now. */
async function writeAsOf(
  run: Run,
  home: string,
  options: Omit<ReportOptions, "warehouse"> & { knownBy: string },
): Promise<string[]> {
  const { period, knownBy } = options;
  if (period.end >= knownBy)
    return writeReport({ ...options, warehouse: homePaths(home).warehouse });
  const days = { as_of: period.end, known_by: knownBy };
  return run.step(`Tính lại tại ngày ${period.end} · judging at that day`, () =>
    withWarehouseAsOf(home, days, run.log, (warehouse) => writeReport({ ...options, warehouse })),
  );
}

function asUsage(error: unknown): never {
  throw error instanceof NoSuchPeriod ? new UsageError(error.message) : error;
}

function periodArgument(value: string): ReportPeriod {
  const period = parseReportPeriod(periodLabel(value));
  if (period) return period;
  throw new InvalidArgumentError(
    `cần một kỳ như 10/2026, quý III/2026, 6 tháng đầu năm 2026, 2026 (hoặc 2026-10, 2026-Q3, 2026-H1), thấy ${JSON.stringify(value)} · expected a period as 2026-10, 2026-Q3, 2026-H1, 2026; found ${JSON.stringify(value)}`,
  );
}

/** The number of a paper: 45, to which the ward's letters are added, or whole as 45/BC-UBND. */
function numberArgument(value: string): string {
  const number = value.trim();
  if (/^\d{1,5}(\/[\p{Lu}-]{1,20})?$/u.test(number)) return number;
  throw new InvalidArgumentError(
    `cần một số văn bản như 45 hoặc 45/BC-UBND, thấy ${JSON.stringify(value)} · expected the number of a paper as 45 or 45/BC-UBND; found ${JSON.stringify(value)}`,
  );
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
