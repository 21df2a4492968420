import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { wordKey } from "../parse/key.ts";
import { nearestText } from "../parse/nearest.ts";
import { isIgnoredName } from "../read/ignored_name.ts";
import { decodeTogether } from "../read/legacy.ts";
import { readWorkbook } from "../read/read_workbook.ts";
import { Refusal } from "../read/refusal.ts";
import type { ProgrammeFile } from "./declaration.ts";
import type { Finding } from "./finding.ts";
import { type Grid, readProgrammeCsv, UnclosedQuote } from "./programme_csv.ts";

/** A file of the programme as it was found: a CSV file or a sheet. */
export interface ProgrammeSource {
  file: ProgrammeFile;
  name: string;
  grid: Grid;
}

const WORKBOOKS = [".xlsx", ".xls", ".ods"];

/**
 * Finds the programme's files in a folder: CSV files, sheets of one workbook, or some of each. `lacking` are
 * the ids of files that are told of as missing or unreadable.
 */
export function readFolder(
  folder: string,
  files: readonly ProgrammeFile[],
): { tables: ProgrammeSource[]; findings: Finding[]; lacking: ReadonlySet<string> } {
  const findings: Finding[] = [];
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => !isIgnoredName(name))
    .sort();
  const found = names.flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      return unknownFile(name, files, findings);
    const extension = extname(name).toLowerCase();
    if (extension === ".csv") return csvTable(path, name, files, findings);
    if (WORKBOOKS.includes(extension)) return sheets(path, name, files, findings);
    return unknownFile(name, files, findings);
  });
  const unread = files.filter((file) => !found.some((each) => each.file === file));
  const refused = unread.filter((file) => isRefused(file, findings));
  const absent = unread.filter((file) => file.is_required && !refused.includes(file));
  findings.push(...givenTwice(found), ...absent.map((file) => missing(file, folder)));
  const lacking = new Set([...refused, ...absent].map(({ id }) => id));
  return { tables: onceEach(found), findings, lacking };
}

function csvTable(
  path: string,
  name: string,
  files: readonly ProgrammeFile[],
  findings: Finding[],
): ProgrammeSource[] {
  const file = fileNamed(name.slice(0, -extname(name).length), files);
  if (!file) return unknownFile(name, files, findings);
  return reading(name, findings, () => {
    const { rows, encoding } = readProgrammeCsv(readFileSync(path), Object.keys(file.columns));
    if (!encoding.startsWith("UTF")) findings.push(oldEncoding(name, encoding));
    return [{ file, name, grid: rows }];
  });
}

function sheets(
  path: string,
  name: string,
  files: readonly ProgrammeFile[],
  findings: Finding[],
): ProgrammeSource[] {
  return reading(name, findings, () => {
    const visible = readWorkbook(readFileSync(path), name, decodeTogether).sheets.filter(
      ({ is_hidden }) => !is_hidden,
    );
    return visible.flatMap((sheet) => {
      const file = fileNamed(sheet.name, files);
      const place = `${name}!${sheet.name}`;
      return file ? [{ file, name: place, grid: sheet.rows }] : unknownFile(place, files, findings);
    });
  });
}

function reading(
  name: string,
  findings: Finding[],
  read: () => ProgrammeSource[],
): ProgrammeSource[] {
  try {
    return read();
  } catch (error) {
    const { message_vi: vi, message_en: en } = wordsOf(error);
    findings.push({ file: name, row: null, column: null, severity: "error", vi, en });
    return [];
  }
}

function wordsOf(error: unknown): Pick<Refusal, "message_vi" | "message_en"> {
  if (!(error instanceof UnclosedQuote)) return refusalOf(error);
  const { row } = error;
  return {
    message_vi: `dấu ngoặc kép mở ở dòng ${row}: dấu ngoặc kép không đóng, nên các dòng sau bị nuốt vào một ô; đóng hoặc xóa dấu ấy`,
    message_en: `the quotation mark that begins in row ${row}: a quotation mark never closed swallows the rows after it; close it or take it away`,
  };
}

/** A file that another program holds, or that may not be read, is refused like a damaged one. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && "syscall" in error)
    return new Refusal(
      "damaged",
      "tệp không mở được, có thể chương trình khác đang giữ",
      "a file that can't be opened, maybe another program holds it",
    );
  throw error;
}

function fileNamed(name: string, files: readonly ProgrammeFile[]): ProgrammeFile | undefined {
  return files.find(({ id }) => wordKey(id) === wordKey(name));
}

function unknownFile(name: string, files: readonly ProgrammeFile[], findings: Finding[]): [] {
  const stem = name.replace(/^.*!/, "").replace(/\.\w+$/, "");
  const near = nearestText(
    stem,
    files.map(({ id }) => id),
  );
  const vi = `không rõ tệp này, đã bỏ qua; tên gần nhất: ${near}.csv`;
  const en = `unknown file, read past; the nearest is ${near}.csv`;
  findings.push({ file: name, row: null, column: null, severity: "warning", vi, en });
  return [];
}

function oldEncoding(file: string, encoding: string): Finding {
  const vi = `đọc theo bảng mã ${encoding}; hãy xem lại dấu, lưu CSV UTF-8 thì chắc hơn`;
  const en = `read as ${encoding}; look at the marks again, CSV UTF-8 is safer`;
  return { file, row: null, column: null, severity: "warning", vi, en };
}

/** A file may be a CSV or a sheet: were it both, nobody would know which holds. */
function givenTwice(found: readonly ProgrammeSource[]): Finding[] {
  return found.flatMap(({ file, name }, index): Finding[] => {
    const first = found.findIndex((each) => each.file === file);
    if (first === index || file.is_added_to) return [];
    const vi = `${file.id} có hai lần: ở đây và ở ${found[first]?.name}; bỏ bớt một`;
    const en = `${file.id} is there twice: here and in ${found[first]?.name}; take one away`;
    return [{ file: name, row: null, column: null, severity: "error", vi, en }];
  });
}

/** Whether what was refused is the file, or a workbook in which it may be. */
function isRefused({ id }: ProgrammeFile, findings: readonly Finding[]): boolean {
  return findings.some(({ file, severity }) => {
    const extension = extname(file);
    const isIn =
      WORKBOOKS.includes(extension.toLowerCase()) ||
      wordKey(basename(file, extension)) === wordKey(id);
    return severity === "error" && isIn;
  });
}

function missing({ id, title_vi, title_en }: ProgrammeFile, folder: string): Finding {
  const vi = `thiếu tệp này (${title_vi}) trong ${folder}`;
  const en = `the file is missing (${title_en})`;
  return { file: `${id}.csv`, row: null, column: null, severity: "error", vi, en };
}

function onceEach(found: readonly ProgrammeSource[]): ProgrammeSource[] {
  return found.filter(
    ({ file }, index) =>
      file.is_added_to || found.findIndex((each) => each.file === file) === index,
  );
}
