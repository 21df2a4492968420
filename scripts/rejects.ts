import { join } from "node:path";
import { chooseInputs } from "../ingest/inbox/inputs.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import type { Ask, DatabaseRow } from "../lib/store/database.ts";
import { homePaths } from "../lib/store/home.ts";
import { takeLock } from "../lib/store/lock.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { askedQuestions, type OpenQuestion } from "./tools/questions/open_questions.ts";
import { withPublishedOrLanded } from "./tools/rejects_export/landed_marts.ts";
import type { Mark } from "./tools/rejects_export/marked_copy.ts";
import {
  type MarkedFile,
  type WrittenCopy,
  writeCopies,
} from "./tools/rejects_export/write_copies.ts";

const command = withHome(
  defineCommand("rejects", "Những ô, dòng, tệp chưa được tin · what was not believed, and why."),
)
  .option("--form <form>", "chỉ một biểu · one form only")
  .option("--warnings", "kèm cảnh báo · warnings too")
  .option(
    "--export [dir]",
    "ghi bản sao có đánh dấu ô sai để gửi lại; mặc định <home>/rejects · writes copies with the bad cells marked, to send back",
  )
  .option("--inbox <dir>", "nơi tìm lại tệp gốc · where the files lie", folder);

interface Options {
  home: string;
  form?: string;
  warnings?: boolean;
  export?: string | true;
  inbox?: string;
}

/** What was not believed: cells and rows, and files refused whole. */
const entries = `
  with entries as (
      select file_hash, file_name, form, sheet, cell, severity, rule, message_vi, message_en
      from marts.fct_rejects
      union all
      select file_hash, file_name, form, null, null, 'refused', refusal_code, message_vi, message_en
      from marts.fct_files
      where status = 'refused'
  ),
  chosen as (
      select * from entries
      where ($form is null or form = $form) and ($warnings or severity <> 'warning')
  )`;

const questions = {
  counts: `${entries}
    select count(*)::integer as entries, severity, coalesce(form, '–') as form,
        coalesce(name_vi, '–') as office, rule
    from chosen
    left join (select form, agency_id from marts.fct_source_status) using (form)
    left join marts.dim_agencies using (agency_id)
    group by severity, form, name_vi, rule
    order by severity, form, entries desc, rule`,
  warnings: `
    select count(*)::integer as count from marts.fct_rejects
    where severity = 'warning' and ($form is null or form = $form)`,
  entries: `${entries}
    select * from chosen order by severity, form, file_name, sheet, cell, rule, message_en`,
};

/** What became of a copy, in words. */
const outcomes: Record<WrittenCopy["outcome"], string> = {
  written: "đã ghi · written",
  kept: "giữ bản đang có vì khác (xóa nó để ghi lại) · kept the one that stands there, it differs (delete it to have it written anew)",
  unopened:
    "bị từ chối cả tệp và không mở được, không có bản sao · refused whole and can't be opened, no copy",
  missing: "không còn tệp gốc trong thư mục nhận · the file is no longer in the inbox",
};

await runCommand<Options>(command, async (options) => {
  const { home, form = null, warnings = false } = options;
  const ask = (question: string) => (ask: Ask) => ask(question, { form, warnings });
  const counts = await withPublishedOrLanded(home, ask(questions.counts));
  const rows = await withPublishedOrLanded(home, ask(questions.entries));
  const columns = ["entries", "severity", "form", "office", "rule"];
  print([columns, ...counts.map((row) => columns.map((column) => row[column]))]);
  process.stdout.write("\n");
  const words = ["severity", "file_name", "rule", "message_vi", "message_en"];
  print([words, ...rows.map((row) => words.map((word) => row[word]))]);
  process.stderr.write(`${rows.length} mục · entries\n`);
  if (!warnings) await tellWarnings(home, form);
  if (!options.export) return exitCodes.done;
  const release = await takeLock(home, "rejects", new Date());
  try {
    return exportCopies(rows, await questionsByFile(home), options);
  } finally {
    release();
  }
});

/** Doubts that did not keep anything back are shown only when asked for: then people must know of them. */
async function tellWarnings(home: string, form: string | null): Promise<void> {
  const [row] = await withPublishedOrLanded(home, (ask) => ask(questions.warnings, { form }));
  const count = Number(row?.["count"] ?? 0);
  if (count > 0)
    process.stderr.write(
      `và ${count} cảnh báo (số vẫn được nhận): npm run rejects -- --warnings · and ${count} warnings, of what was taken all the same\n`,
    );
}

function print(lines: readonly unknown[][]): void {
  for (const line of lines) process.stdout.write(`${line.join("\t")}\n`);
}

/** What is asked about each file, by its hash. */
async function questionsByFile(home: string): Promise<Map<string, OpenQuestion[]>> {
  const asked = await askedQuestions(homePaths(home).landed);
  return Map.groupBy(asked, ({ file_hash }) => file_hash);
}

function exportCopies(
  rows: readonly DatabaseRow[],
  questions: ReadonlyMap<string, readonly OpenQuestion[]>,
  { home, inbox, ...options }: Options,
): number {
  const { paths } = chooseInputs(inbox);
  const target =
    typeof options.export === "string" ? folder(options.export) : join(home, "rejects");
  const files = [...markedFiles(rows), ...refusedFiles(rows, questions)];
  const copies = writeCopies(files, paths, target);
  for (const copy of copies) process.stderr.write(`${describe(copy)}\n`);
  process.stderr.write(
    `${target}: có thể chứa dữ liệu cá nhân như tệp gốc, chỉ chủ máy đọc được; gửi lại đúng cơ quan rồi xóa · may hold personal data as the originals do, readable by you only; send back to the office, then delete\n`,
  );
  const isWhole = copies.every(({ outcome }) => outcome === "written" || outcome === "unopened");
  return isWhole ? exitCodes.done : exitCodes.published_with_refusals;
}

/** The files with sheets to be marked, by name. */
function markedFiles(rows: readonly DatabaseRow[]): MarkedFile[] {
  const files = Map.groupBy(
    rows.filter(({ sheet, severity }) => sheet !== null && severity !== "refused"),
    ({ file_hash }) => String(file_hash),
  );
  return [...files].map(([file_hash, own]) => {
    const file_name = nameOf(own[0] as DatabaseRow);
    return { file_hash, file_name, marks: own.map(markOf) };
  });
}

/** The files refused whole, with why and what is asked. */
function refusedFiles(
  rows: readonly DatabaseRow[],
  questions: ReadonlyMap<string, readonly OpenQuestion[]>,
): MarkedFile[] {
  const refused = rows.filter(({ severity }) => severity === "refused");
  return refused.map((row) => {
    const file_hash = String(row["file_hash"]);
    const asked = (questions.get(file_hash) ?? []).map(({ sheet, cell, question_vi }) => {
      return { sheet, cell, question: question_vi };
    });
    const why = {
      code: String(row["rule"]),
      message: forOffices(row["message_vi"]),
      questions: asked,
    };
    return { file_hash, file_name: nameOf(row), marks: [], refused: why };
  });
}

function nameOf({ file_name }: DatabaseRow): string {
  return String(file_name);
}

function markOf({ sheet, cell, message_vi }: DatabaseRow): Mark {
  return {
    sheet: String(sheet),
    cell: cell === null ? null : String(cell),
    comment: forOffices(message_vi),
  };
}

/** A message as it is sent back: an office runs no commands of ours. */
function forOffices(message: unknown): string {
  return String(message).replace(/ \((?:dùng )?npm run [^)]*\)/g, "");
}

function describe({ file_name, path, outcome, marks }: WrittenCopy): string {
  return `${path ?? file_name}: ${outcomes[outcome]} (${marks})`;
}
