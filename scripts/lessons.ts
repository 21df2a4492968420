import { existsSync } from "node:fs";
import { join } from "node:path";
import { withParquetStore } from "../ingest/land/parquet.ts";
import { type ProgrammeRow, rowsOf } from "../ingest/programme/declaration.ts";
import { loadProgramme, programmeFolder } from "../ingest/programme/programme.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";

const command = withHome(
  defineCommand(
    "lessons",
    "Các quy ước đọc tệp đã có từ câu trả lời; xóa dòng trong lessons.csv là rút lại · the answers that decide how files are read; deleting a row of lessons.csv withdraws it.",
  ),
)
  .option("--json", "in dạng JSON · print as JSON")
  .option(
    "--folder <dir>",
    "thư mục chương trình · folder of the programme",
    folder,
    programmeFolder,
  );

interface Options {
  home: string;
  folder: string;
  json?: true;
}

const SHOWN = [
  "lesson_id",
  ...["kind", "form", "column_id", "text", "file", "sheet", "answer"],
  ...["author", "decided_on", "reason", "files"],
];

await runCommand<Options>(command, async ({ home, folder, json }) => {
  const { tables } = await loadProgramme(folder);
  const files = await filesByLesson(homePaths(home).landed);
  const lessons = rowsOf(tables, "lessons").map((row): ProgrammeRow => {
    return { ...row, files: files?.get(String(row["lesson_id"])) ?? (files ? 0 : null) };
  });
  if (json) process.stdout.write(`${JSON.stringify(lessons, null, 2)}\n`);
  else print(lessons);
  process.stderr.write(
    `${lessons.length} quy ước · lessons (${join(folder, "lessons.csv")}); rút lại: xóa dòng ấy rồi chạy npm run refresh · to withdraw one delete its row, then: npm run refresh\n`,
  );
  return exitCodes.done;
});

function print(lessons: readonly ProgrammeRow[]): void {
  const lines = lessons.map((row) =>
    SHOWN.map((name) => String(row[name] ?? "–").replace(/\s+/g, " ")),
  );
  for (const line of [SHOWN, ...lines]) process.stdout.write(`${line.join("\t")}\n`);
}

/** How many files each lesson was used for; null while nothing has landed. */
async function filesByLesson(landed: string): Promise<Map<string, number> | null> {
  if (!existsSync(join(landed, "applied_lessons"))) return null;
  const parts = join(landed, "applied_lessons", "*.parquet");
  const applied = await withParquetStore((parquet) =>
    parquet.read("applied_lessons", parts, ["lesson_id"]),
  );
  const byLesson = Map.groupBy(applied, ({ lesson_id }) => lesson_id);
  return new Map([...byLesson].map(([id, rows]) => [id, rows.length]));
}
