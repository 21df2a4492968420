import { existsSync, statSync } from "node:fs";
import { chooseInputs } from "../ingest/inbox/inputs.ts";
import { type IngestSummary, ingest } from "../ingest/main.ts";
import { areaReader } from "../ingest/parse/area.ts";
import { lessonsOf } from "../ingest/programme/lesson_rows.ts";
import { knownIndicators, loadProgramme } from "../ingest/programme/programme.ts";
import { loadAllForms } from "../ingest/programme/ward_forms.ts";
import { catalogue } from "../ingest/recognise/form_catalogue.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { withRun } from "./run/run.ts";
import { answerLines, publishedWords } from "./run/run_summary.ts";
import { changeLines } from "./tools/dry_run/change_lines.ts";
import { fileChanges } from "./tools/dry_run/changes.ts";
import { previewLines } from "./tools/dry_run/lines.ts";
import { previewFile } from "./tools/dry_run/preview.ts";

const command = withHome(
  defineCommand(
    "ingest",
    "Đọc tệp của các cơ quan thành các phần Parquet · reads the offices' files into Parquet parts.",
  ),
)
  .option(
    "--inbox <dir>",
    "thư mục tệp; mặc định data/inbox, trống thì dùng mẫu · folder of the files; data/inbox, or the sample while that is empty",
    folder,
  )
  .option(
    "--dry-run <files...>",
    "chỉ cho xem sẽ đọc các tệp này thế nào, không ghi gì · only show what would happen to these files; writes nothing",
    (file: string, others: string[] | undefined) => [...(others ?? []), folder(file)],
  );

const onTerminal = process.stderr.isTTY;

interface Options {
  home: string;
  inbox?: string;
  dryRun?: string[];
}

await runCommand<Options>(command, async ({ inbox, home, dryRun }) => {
  if (dryRun) return preview(dryRun, homePaths(home).landed);
  const { paths } = chooseInputs(inbox);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`Đọc · reading ${paths.join(", ")}`);
  const onProgress = (line: string) => process.stderr.write(onTerminal ? `\r\x1b[2K${line}` : "");
  return withRun(home, "ingest", async (run, now) => {
    const summary = await ingest({ inbox: paths, home, now, onProgress, log: run.log });
    if (onTerminal) process.stderr.write("\r\x1b[2K");
    for (const { severity, rule, message_vi, message_en } of summary.problems)
      if (severity === "error") say(`${rule}: ${message_vi}\n  ${message_en}`);
    for (const line of answerLines(summary)) say(line);
    process.stdout.write(`${closing(summary).join("\n")}\n`);
    const isDoubted = summary.problems.some(({ severity }) => severity === "error");
    const exit_code = isDoubted ? exitCodes.published_with_refusals : exitCodes.done;
    return { exit_code, ingest: summary };
  });
});

async function preview(paths: readonly string[], landed: string): Promise<number> {
  const missing = paths.find((path) => !existsSync(path) || !statSync(path).isFile());
  if (missing !== undefined) throw new UsageError(`không có tệp này · no such file: ${missing}`);
  const programme = await loadProgramme();
  const { areas, tables } = programme;
  const forms = await loadAllForms(tables);
  const known = catalogue(forms, areaReader(areas));
  const indicators = knownIndicators(programme);
  const tools = { catalogue: known, indicators, taught: lessonsOf(tables) };
  const previews = paths.map((path) => previewFile(path, tools));
  for (const each of previews) {
    const { rows, file } = each.outcome;
    const { observations = [] } = rows;
    const changes =
      observations.length > 0
        ? changeLines(
            await fileChanges(observations, { ...file, received_at: each.received_at }, landed),
            forms,
          )
        : [];
    process.stdout.write(`${previewLines(each, changes).join("\n")}\n`);
  }
  const isDoubted = previews.some(
    ({ outcome: { file, rows } }) =>
      file.status === "refused" || rows.rejects?.some(({ severity }) => severity === "error"),
  );
  return isDoubted ? exitCodes.published_with_refusals : exitCodes.done;
}

function closing(summary: IngestSummary): string[] {
  const { files, landed, published, refused, ignored, problems, changed } = summary;
  const { rows_read, rows_landed, rows_rejected, rows_ignored } = summary;
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  return [
    `Tệp · files: ${files - published} = ${landed - published} đã nhận (landed) + ${refused} bị từ chối (refused) + ${ignored} bỏ qua (ignored)${publishedWords(published)}`,
    `Dòng · rows: ${rows_read} = ${rows_landed} đã nhận (landed) + ${rows_rejected} bị loại (rejected) + ${rows_ignored} bỏ qua (ignored)`,
    `Lỗi · errors: ${count("error")}; cảnh báo · warnings: ${count("warning")}`,
    changed ? "Kho đã thay đổi · parts changed" : "Không có gì mới · nothing new",
  ];
}
