import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { defineCommand, runCommand, withHome } from "./run/command.ts";
import { mismatchesOf, readPublished } from "./run/publish.ts";
import { readRunReport, runFolders } from "./run/run_reports.ts";
import { readWarehouseSummary } from "./run/warehouse_summary.ts";

const command = withHome(
  defineCommand(
    "status",
    "Đang công bố gì, cũ bao lâu, nguồn nào chậm · what is published, how old it is, what is late.",
  ),
);

/** Hours after which a published version counts as old: a night was missed. */
const hoursUntilOld = 36;

/** The commands whose runs look after what is published. */
const publishing = ["refresh", "nightly"];

const publishedExits: readonly number[] = [exitCodes.done, exitCodes.published_with_refusals];

/** What is wrong with a part that does not agree with the rest, and what to do. */
const reasons = {
  missing: "không còn; hãy chạy npm run refresh · missing: npm run refresh",
  changed:
    "không như khi công bố; hãy chạy npm run refresh · not as it was published: npm run refresh",
  other:
    "làm từ một kho dữ liệu khác; hãy chạy npm run refresh · made of another warehouse: npm run refresh",
};

await runCommand<{ home: string }>(command, async ({ home }) => {
  const published = readPublished(home);
  const mismatches = mismatchesOf(home);
  if (!published) {
    const missing = mismatches.filter(({ reason }) => reason === "missing").map(({ part }) => part);
    process.stderr.write(
      `${home}: chưa công bố đủ (thiếu ${missing.join(", ")}), hãy chạy npm run refresh · not all is published (missing: ${missing.join(", ")}): npm run refresh\n`,
    );
    return exitCodes.failed;
  }
  const { late, statuses, rejected_cells, questions } = await readWarehouseSummary(
    homePaths(home).warehouse,
  );
  const runs = publishingRuns(home);
  const checked = runs.find(({ exit_code }) => publishedExits.includes(exit_code))?.finished_at;
  const age = (Date.now() - Date.parse(checked ?? published.published_at)) / 3_600_000;
  const failed = runs.slice(0, 1).filter(({ exit_code }) => !publishedExits.includes(exit_code));
  const lines = [
    `published_at\t${published.published_at}`,
    `as_of\t${published.as_of}`,
    `run_id\t${published.run_id}`,
    `is_sample\t${published.is_sample}`,
    ...(published.is_looking_back
      ? ["is_looking_back\ttrue\tnhìn lại từ ngày trên · judged from the day above, not from today"]
      : []),
    ...failed.map(
      ({ command, finished_at, error = "" }) =>
        `last_run\tlỗi · failed\t${command}\t${finished_at}\t${error.split("\n")[0]}`,
    ),
    `age_hours\t${age.toFixed(1)}${age > hoursUntilOld ? "\tcũ · old" : ""}`,
    ...statuses.map(({ status, indicators }) => `indicators\t${status}\t${indicators}`),
    ...mismatches.map(({ part, reason }) => `mismatch\t${part}\t${reasons[reason]}`),
    `rejected_cells\t${rejected_cells}`,
    `questions\t${questions}${questions > 0 ? "\tnpm run questions" : ""}`,
    ...late.map(({ form, last_received_at }) => `late\t${form}\t${last_received_at ?? "–"}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  if (mismatches.length + failed.length > 0) return exitCodes.published_with_refusals;
  const isFine = published.is_sample || (late.length === 0 && age <= hoursUntilOld);
  return isFine ? exitCodes.done : exitCodes.published_with_refusals;
});

/** The closing reports of runs that look after what is published, the newest first. */
function publishingRuns(home: string): RunReport[] {
  const reports = runFolders(home).flatMap((folder) => readRunReport<RunReport>(folder) ?? []);
  return reports.filter(({ command }) => publishing.includes(command));
}

/** What is read of a run's closing report. */
interface RunReport {
  command: string;
  exit_code: number;
  finished_at: string;
  error?: string;
}
