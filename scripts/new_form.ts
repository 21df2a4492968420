import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InvalidArgumentError } from "commander";
import { loadForms } from "../ingest/forms.ts";
import { loadAreas } from "../ingest/programme/programme.ts";
import { readWorkbook } from "../ingest/read/read_workbook.ts";
import { Refusal } from "../ingest/read/refusal.ts";
import { exitCodes, UsageError } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";
import { type DraftedForm, draft } from "./tools/draft/draft.ts";
import { printForm } from "./tools/draft/print.ts";

const command = defineCommand(
  "new-form",
  "Soạn thảo khai báo biểu và dữ liệu thử từ một tệp chưa biểu nào nhận · drafts a form declaration and a fixture from a file that no form recognises.",
)
  .argument("<file>", "tệp mẫu · the file to draft from")
  .option("--id <id>", "mã biểu · the form's id", formId)
  .option(
    "--write",
    "ghi vào ingest/forms và test/fixtures; không có thì chỉ in ra · write the files; without it, only print",
  );

interface Options {
  id?: string;
  write?: boolean;
}

await runCommand<Options>(command, async ({ id, write }, file) => {
  const path = folder(file as string);
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`no such file: ${path}`);
  const made = await draftFrom(path, id);
  const text = printForm(made);
  if (write) writeDraft(made, text);
  else process.stdout.write(text);
  for (const line of made.to_check) say(`Cần xem lại · check: ${line}`);
  return recognised(made) ? exitCodes.done : exitCodes.published_with_refusals;
});

async function draftFrom(path: string, id: string | undefined): Promise<DraftedForm> {
  const bytes = new Uint8Array(readFileSync(path));
  const name = basename(path).normalize("NFC");
  const made = draft(
    { name, bytes, workbook: openWorkbook(bytes, name), id },
    await loadForms(),
    await loadAreas(),
  );
  if (made) return made;
  throw new Error(
    `${name}: không tìm thấy bảng nào có dòng tiêu đề và số liệu bên dưới · found no table: rows of words with figures below them`,
  );
}

function openWorkbook(bytes: Uint8Array, name: string) {
  try {
    return readWorkbook(bytes, name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Error(`${name}: ${error.message_vi} · ${error.message_en}`);
  }
}

function writeDraft({ form, fixture }: DraftedForm, text: string): void {
  const cases = join(root, "test", "fixtures", form.id, "first");
  const files: [string, string | Uint8Array][] = [
    [join(root, "ingest", "forms", `${form.id}.ts`), text],
    [join(cases, fixture.input.name), fixture.input.bytes],
    [join(cases, "expected.json"), `${JSON.stringify(fixture.expected, null, 2)}\n`],
  ];
  const existing = files.map(([path]) => path).find(existsSync);
  if (existing) throw new UsageError(`file exists, choose another --id: ${existing}`);
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag: "wx" });
    process.stdout.write(`${path}\n`);
  }
}

/** Whether the draft, among the forms that are there, is the one that reads its file. */
function recognised({ form, fixture }: DraftedForm): boolean {
  const { expected } = fixture;
  if (expected.form === form.id) return true;
  say(
    `Bản thảo chưa đọc được tệp này (${expected.status}, ${expected.form ?? "–"}): sửa tiêu đề hoặc match.title_words · the draft does not read its file yet: change headers or match.title_words`,
  );
  return false;
}

function formId(value: string): string {
  if (/^[a-z][a-z0-9_]*$/.test(value)) return value;
  throw new InvalidArgumentError(`expected an id as my_form, found ${JSON.stringify(value)}`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
