import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { InvalidArgumentError } from "commander";
import type { InboxFile } from "../ingest/file/file_input.ts";
import { chooseInputs } from "../ingest/inbox/inputs.ts";
import { areaReader } from "../ingest/parse/area.ts";
import { lessonsOf } from "../ingest/programme/lesson_rows.ts";
import {
  knownIndicators,
  loadProgramme,
  type Programme,
  programmeFolder,
} from "../ingest/programme/programme.ts";
import { loadAllForms } from "../ingest/programme/ward_forms.ts";
import type { Sheet, Workbook } from "../ingest/read/grid.ts";
import { isIgnoredName } from "../ingest/read/ignored_name.ts";
import { readWorkbook } from "../ingest/read/read_workbook.ts";
import { Refusal } from "../ingest/read/refusal.ts";
import { catalogue } from "../ingest/recognise/form_catalogue.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { defaultKeyPath } from "../lib/store/home.ts";
import { writeWhole } from "../lib/store/write.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { type Draft, draftOf, PeopleError } from "./tools/draft/draft.ts";
import { formWorkbook } from "./tools/draft/form_workbook.ts";
import { handIn } from "./tools/draft/hand_in.ts";
import { type KnownForm, knownFormOf } from "./tools/draft/known_form.ts";
import { questionsOfFile } from "./tools/questions/open_questions.ts";
import { questionsWorkbook } from "./tools/questions/workbook.ts";

const command = withHome(
  defineCommand(
    "new-form",
    "Biểu mẫu mới của một cơ quan, không cần lập trình: soạn sổ khai từ một tệp, rồi nhận sổ đã điền · a new form of an office without code: drafts a workbook from a file, then takes it once it is filled in.",
  ),
)
  .argument("[file]", "tệp cơ quan đã gửi · a file as the office sent it")
  .option("--sheet <name>", "trang tính này của tệp · this sheet of the file")
  .option("--id <id>", "mã biểu · the form's id", formId)
  .option(
    "--new",
    "vẫn khai biểu mới dù gần giống một biểu đã có · a new form although it is nearly a known one",
  )
  .option("--out <file>", "ghi sổ vào đây · where to write the workbook", folder)
  .option("--from <workbook>", "nhận sổ khai đã điền · take a workbook that was filled in", folder)
  .option(
    "--inbox <dir>",
    "thử biểu trên các tệp này; mặc định data/inbox · try the form on these files",
    folder,
  )
  .option(
    "--folder <dir>",
    "thư mục chương trình · folder of the programme",
    folder,
    programmeFolder,
  );

interface Options {
  home: string;
  folder: string;
  sheet?: string;
  id?: string;
  new?: true;
  out?: string;
  from?: string;
  inbox?: string;
}

/** Endings of spreadsheets, and of what office programs save them as. */
const SPREADSHEET = /\.(?:xls[xmb]?|xlt[xm]?|ods|ots|fods|csv|tsv|txt|html?|xml|et|numbers)$/i;

await runCommand<Options>(command, async (options, file) => {
  if ((file === undefined) === (options.from === undefined))
    throw new UsageError(
      "cần một tệp để soạn, hoặc --from SỔ để nhận · expected a file to draft from, or --from WORKBOOK",
    );
  return options.from ? take(options.from, options) : draft(folder(file as string), options);
});

/** Takes a workbook that was filled in, and tells all that is wrong with it. */
async function take(path: string, { folder, inbox, home }: Options): Promise<number> {
  const name = basename(path).normalize("NFC");
  const workbook = openWorkbook(bytesOf(path), name);
  const { paths } = chooseInputs(inbox);
  const taken = await handIn(workbook, name, {
    ...{ folder, home, inbox: paths, keyPath: defaultKeyPath() },
  });
  if (!taken)
    throw new UsageError(
      `${name}: không phải sổ khai biểu; soạn sổ bằng npm run new-form -- TỆP · not a workbook of a form: npm run new-form -- FILE makes one`,
    );
  for (const { message_vi, message_en } of taken.problems) say(`${message_vi}\n  ${message_en}`);
  const ids = taken.forms.join(", ");
  if (taken.problems.some(({ severity }) => severity === "error"))
    return exitCodes.published_with_refusals;
  say(
    taken.is_new
      ? `Đã nhận biểu ${ids} vào ${folder}; chạy npm run refresh · the form was taken, now: npm run refresh`
      : `Biểu ${ids} đã có như thế, không đổi gì · the form is there already, nothing changed`,
  );
  return exitCodes.done;
}

/** Writes the workbook of a new form, or that of the questions by which a known one is read. */
async function draft(path: string, options: Options): Promise<number> {
  const [bytes, name] = [bytesOf(path), basename(path).normalize("NFC")];
  const sheets = sheetsOf(openWorkbook(bytes, name), name, options.sheet);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const file: InboxFile = { name, hash, bytes, is_ignored: false };
  const programme = await loadProgramme(options.folder);
  const forms = await loadAllForms(programme.tables);
  const known = options.new ? null : knownFormOf(file, sheets, await toolsOf(programme));
  if (known) return tellKnown(known, file, options);
  const made = draftOfFile(file, sheets, { ...programme, forms, id: options.id });
  const out = freePath(options.out ?? join(options.home, `bieu_${made.form["form_id"]}.xlsx`));
  writeWhole(out, formWorkbook(made, { file: name, hash }, programme.tables), { mode: 0o600 });
  process.stdout.write(`${out}\n`);
  for (const line of draftLines(made)) say(line);
  return made.lacks ? exitCodes.published_with_refusals : exitCodes.done;
}

function draftOfFile(
  file: InboxFile,
  sheets: readonly Sheet[],
  context: Parameters<typeof draftOf>[2],
): Draft {
  const { name } = file;
  try {
    const made = draftOf(file, sheets, context);
    if (made) return made;
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    throw new Error(
      `${name}!${error.message}: bảng có họ tên hoặc số của từng người là danh sách, không khai được ở đây; hãy xin bảng tổng hợp, hoặc nhờ người bảo trì (docs/a-new-list.md) · a list of people can't be declared here: ask for a table of figures, or see docs/a-new-list.md`,
    );
  }
  throw new Error(
    `${name}: không tìm thấy bảng nào có dòng tiêu đề và số liệu bên dưới · found no table: rows of words with figures below them`,
  );
}

function draftLines({ figures, lacks, sheet }: Draft): string[] {
  const read = lacks
    ? `Bản thảo chưa đọc được trang ${sheet}: ${lacks.vi} · the draft does not read its sheet yet: ${lacks.en}`
    : `Bản thảo đọc được ${figures} số của trang ${sheet} · the draft reads so many figures of its sheet: ${figures}`;
  return [
    read,
    "Điền các ô tô màu và xem cột “Cần xem”, rồi chép sổ và tệp mẫu vào data/inbox, chạy npm run refresh · fill in what is marked, put the workbook and the file into data/inbox, then: npm run refresh",
  ];
}

/** A file of a known form is not declared anew: what is in doubt of it is asked, and learned. */
function tellKnown({ form, is_read, questions }: KnownForm, file: InboxFile, options: Options) {
  const { name } = file;
  say(
    is_read
      ? `${name}: đã đọc được, là biểu ${form}; không cần khai biểu mới (vẫn muốn khai: thêm --new) · it is read as ${form}; no new form is needed (--new insists)`
      : `${name}: gần giống biểu ${form}, chỉ viết khác; trả lời các câu hỏi thì đọc được, không cần khai biểu mới (vẫn muốn khai: thêm --new) · nearly ${form} in other words: answer the questions instead (--new insists)`,
  );
  if (questions.length === 0) return exitCodes.done;
  const stem = basename(name, extname(name));
  const out = freePath(options.out ?? join(options.home, `cau_hoi_${stem}.xlsx`));
  writeWhole(out, questionsWorkbook(questionsOfFile(questions, name)), { mode: 0o600 });
  process.stdout.write(`${out}\n`);
  say(
    `${questions.length} câu hỏi: trả lời trong sổ ấy, chép sổ và tệp ${name} vào data/inbox rồi chạy npm run refresh · questions: answer them there, put the workbook and the file into data/inbox, then: npm run refresh`,
  );
  return exitCodes.done;
}

async function toolsOf(programme: Programme) {
  const { areas, tables } = programme;
  return {
    catalogue: catalogue(await loadAllForms(tables), areaReader(areas)),
    personKey: () => new Uint8Array(32),
    indicators: knownIndicators(programme),
    taught: lessonsOf(tables),
    log: () => {},
  };
}

function bytesOf(path: string): Uint8Array {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`không có tệp này · no such file: ${path}`);
  if (isIgnoredName(path) || !SPREADSHEET.test(path))
    throw new UsageError(
      `${basename(path)}: không phải bảng tính; cần tệp .xlsx, .xls, .ods hoặc .csv · no spreadsheet, expected .xlsx, .xls, .ods or .csv`,
    );
  return new Uint8Array(readFileSync(path));
}

function openWorkbook(bytes: Uint8Array, name: string): Workbook {
  try {
    return readWorkbook(bytes, name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Error(`${name}: ${error.message_vi} · ${error.message_en}`);
  }
}

function sheetsOf({ sheets }: Workbook, name: string, wanted: string | undefined): Sheet[] {
  const visible = sheets.filter(({ is_hidden }) => !is_hidden);
  if (wanted === undefined) return visible;
  const found = visible.filter((sheet) => sheet.name === wanted);
  if (found.length > 0) return found;
  const names = visible.map((sheet) => sheet.name).join(", ");
  throw new UsageError(
    `${name}: không có trang ${wanted}; có · no such sheet, there are: ${names}`,
  );
}

/** Somebody may have filled it in: nothing is written over. */
function freePath(path: string): string {
  if (!existsSync(path)) return path;
  throw new UsageError(
    `${path}: đã có, có thể đã điền; dùng --out · file exists and may be filled in, use --out`,
  );
}

function formId(value: string): string {
  if (/^[a-z][a-z0-9_]{2,59}$/.test(value)) return value;
  throw new InvalidArgumentError(
    `cần một mã như bieu_cua_toi (chữ thường không dấu, số, gạch dưới), thấy ${JSON.stringify(value)} · expected an id as my_form, found ${JSON.stringify(value)}`,
  );
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
