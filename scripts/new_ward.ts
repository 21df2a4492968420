import { join } from "node:path";
import { programmeFolder } from "../ingest/programme/programme.ts";
import { exitCodes } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { defineCommand, folder, runCommand } from "./run/command.ts";
import { findCommune, readCommunes } from "./tools/ward/communes.ts";
import { readNeighbourhoods } from "./tools/ward/neighbourhood_list.ts";
import { type Change, newProgramme } from "./tools/ward/new_programme.ts";
import { readCsvTable, readProgrammeTables } from "./tools/ward/text_tables.ts";
import { whatIsMissing } from "./tools/ward/todo.ts";
import {
  draftProgramme,
  mustBeFree,
  putAside,
  putInPlace,
  writeMissing,
} from "./tools/ward/write_programme.ts";

const command = defineCommand(
  "new-ward",
  "Bắt đầu cho một xã, phường, đặc khu khác · starts the programme of another commune of the country.",
)
  .argument("<commune>", "mã hoặc tên · code of the official list, or a name that is the only one")
  .option(
    "--neighbourhoods <list>",
    "số tổ dân phố, thôn, hoặc tệp tên mỗi dòng một tên · how many, or a file with a name a line",
  )
  .option(
    "--out <dir>",
    "ghi vào thư mục này, không đụng chương trình đang dùng · write here and leave the present programme alone",
    folder,
  );

interface Options {
  neighbourhoods?: string;
  out?: string;
}

await runCommand<Options>(command, async ({ neighbourhoods, out }, wanted = "") => {
  const commune = findCommune(readCommunes(root), wanted);
  const parts = neighbourhoods ? readNeighbourhoods(listOf(neighbourhoods), commune) : [];
  if (out) mustBeFree(out);
  const base = await readProgrammeTables();
  const changes = readCsvTable(join(root, "data", "new_ward.csv")).rows as unknown as Change[];
  const programme = newProgramme(base, changes, commune, parts);
  const missing = whatIsMissing(programme);
  const written = out ?? programmeFolder;
  const draft = await draftProgramme(programme, written);
  const aside = out ? null : putAside(base.programme.rows[0]?.["ward_id"] ?? "", new Date());
  putInPlace(draft, written);
  const list = writeMissing(missing, written);
  process.stdout.write(`${missing.map((line) => `- ${line}`).join("\n")}\n`);
  say(`${commune.name}, ${commune.province} (${commune.code}) → ${written}`);
  if (aside)
    say(
      `Chương trình, dữ liệu mẫu và số công bố trước đó nằm ở · the programme, sample and published figures of before lie in ${aside}`,
    );
  say(`Còn phải làm, cũng ghi ở · still to do, also written to ${list}`);
  return exitCodes.done;
});

/** A file is meant from the folder npm was called from; a number is a number. */
function listOf(asked: string): string {
  return /^\d+$/.test(asked) ? asked : folder(asked);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
