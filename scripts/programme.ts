import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { programmeVersions } from "../ingest/land/land_programme.ts";
import { withParquetStore } from "../ingest/land/parquet.ts";
import {
  type Finding,
  findingLine,
  NOTHING_CHANGED,
  ofSeverity,
  ProgrammeError,
} from "../ingest/programme/finding.ts";
import { type Programme, programmeFolder, readProgramme } from "../ingest/programme/programme.ts";
import { loadProgrammeFiles } from "../ingest/programme/programme_files.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { homePaths, root } from "../lib/store/home.ts";
import { writeWhole } from "../lib/store/write.ts";
import { defineCommand, folder, runCommand, withHome } from "./run/command.ts";
import { programmeWorkbook } from "./tools/programme_workbook.ts";

const command = withHome(
  defineCommand(
    "programme",
    "Những gì phường đã quyết định: địa bàn, chỉ tiêu, mục tiêu, sửa số … · what the ward has decided: areas, indicators, targets, corrections …",
  ),
)
  .option("--check", "chỉ kiểm tra, không ghi gì · only check, write nothing")
  .option(
    "--export [file]",
    "ghi ra một sổ Excel có danh sách chọn và ghi chú; sửa xong chép vào thư mục chương trình, bỏ các tệp CSV cùng tên · write one workbook with drop-down lists and notes; put it back into the folder without the CSV files of the same names",
    (file: string) => folder(file),
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
  check?: true;
  export?: string | true;
}

await runCommand<Options>(command, async ({ home, folder, check, export: out }) => {
  const { programme, findings } = await readProgramme(folder);
  const warnings = ofSeverity(findings, "warning");
  for (const warning of warnings) say(findingLine(warning));
  refuse(findings);
  if (check) say(checkedLine(programme, warnings.length));
  else if (out !== undefined)
    await exportTo(out === true ? join(home, "programme.xlsx") : out, programme);
  else await describe(programme, folder, home);
  return exitCodes.done;
});

function refuse(findings: readonly Finding[]): void {
  if (ofSeverity(findings, "error").length > 0) throw new ProgrammeError(findings, NOTHING_CHANGED);
}

/** What was looked at; sheets of a workbook count as files. */
function checkedLine({ tables }: Programme, warnings: number): string {
  const rows = [...tables.values()].reduce((sum, { length }) => sum + length, 0);
  return `Đã kiểm tra ${tables.size} tệp (trang tính), ${rows} dòng: không có lỗi, ${warnings} cảnh báo · checked files (sheets): ${tables.size}, rows: ${rows}, no errors, warnings: ${warnings}`;
}

async function exportTo(path: string, programme: Programme): Promise<void> {
  writeWhole(path, programmeWorkbook(await loadProgrammeFiles(), programme));
  say(path);
}

async function describe({ hash, tables }: Programme, folder: string, home: string): Promise<void> {
  for (const { id, title_vi, title_en } of await loadProgrammeFiles())
    say(`${String(tables.get(id)?.length ?? 0).padStart(5)}  ${id} · ${title_vi} · ${title_en}`);
  say(`Thư mục · folder: ${relative(root, folder) || "."}`);
  say(`Mã băm · hash: ${hash}`);
  say(await sinceLine(hash, homePaths(home).landed));
}

/** Since when the programme holds, by the versions that the ingest has read. */
async function sinceLine(hash: string, landed: string): Promise<string> {
  const versions = existsSync(join(landed, "programme_versions"))
    ? await withParquetStore((parquet) => programmeVersions(landed, parquet))
    : [];
  const last = versions.at(-1);
  if (last?.programme_hash !== hash)
    return "Chưa có hiệu lực, hãy chạy npm run refresh · not in force yet: npm run refresh";
  return `Có hiệu lực từ · in force since: ${last.received_at} UTC (bản thứ · version ${versions.length})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
