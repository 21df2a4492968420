import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAnswers } from "../ingest/file/answers.ts";
import { areaReader } from "../ingest/parse/area.ts";
import { loadProgramme } from "../ingest/programme/programme.ts";
import { loadAllForms } from "../ingest/programme/ward_forms.ts";
import { readWorkbook } from "../ingest/read/read_workbook.ts";
import { catalogue } from "../ingest/recognise/form_catalogue.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { homePaths } from "../lib/store/home.ts";
import { writeWhole } from "../lib/store/write.ts";
import { mustHaveLanded } from "./run/build.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { openQuestions } from "./tools/questions/open_questions.ts";
import { questionsWorkbook } from "./tools/questions/workbook.ts";

const command = withHome(
  defineCommand(
    "questions",
    "Những điều máy chưa chắc, trong một sổ để trả lời · what only a person can decide, in one workbook to be answered.",
  ),
)
  .option(
    "--out <file>",
    "tệp kết quả; mặc định <home>/cau_hoi.xlsx · where to write it; <home>/cau_hoi.xlsx unless told",
    folder,
  )
  .option("--json", "in ra stdout, không ghi tệp · print them as JSON, write no file");

interface Options {
  home: string;
  out?: string;
  json?: true;
}

await runCommand<Options>(command, async ({ home, out, json }) => {
  const { landed } = homePaths(home);
  mustHaveLanded(landed);
  const questions = await openQuestions(landed);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (json) process.stdout.write(`${JSON.stringify(questions, null, 2)}\n`);
  else if (questions.length > 0) {
    const path = out ?? join(home, "cau_hoi.xlsx");
    if (await isFilledIn(path))
      throw new UsageError(
        `${path}: đã có câu trả lời, hãy chép vào data/inbox, hoặc dùng --out · holds answers: put it into data/inbox, or use --out`,
      );
    // It names cells of offices' files, as the internal pages do.
    writeWhole(path, questionsWorkbook(questions), { mode: 0o600 });
    process.stdout.write(`${path}\n`);
    say(
      "Trả lời trong tệp ấy, chép nó vào data/inbox rồi chạy npm run refresh · answer in that file, put it into data/inbox, then: npm run refresh",
    );
  }
  say(`${questions.length} câu hỏi · questions`);
  return exitCodes.done;
});

/** Whether somebody's work would be written over: only a workbook of questions without an answer may be. */
async function isFilledIn(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const { areas, tables } = await loadProgramme();
  const known = catalogue(await loadAllForms(tables), areaReader(areas));
  const read = readAnswers(readWorkbook(readFileSync(path), path), { name: path }, known);
  return read === null || read.answers.length + read.problems.length > 0;
}
