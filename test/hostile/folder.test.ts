import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IngestSummary, ingest } from "../../ingest/main.ts";
import { good } from "./parts.ts";

let home: string;
let summary: IngestSummary;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "folder-"));
  const inbox = join(home, "inbox");
  mkdirSync(join(inbox, "thu muc.xlsx"), { recursive: true });
  writeFileSync(join(inbox, "thu muc.xlsx", "T10.xlsx"), good("xlsx", 1));
  writeFileSync(join(inbox, "dòng\nmới '; drop table files; --.csv"), good("csv", 2));
  writeFileSync(join(inbox, `\u202e${"dài".repeat(40)}.ods`), good("ods", 3));
  symlinkSync(join(inbox, "khong co.xlsx"), join(inbox, "lien ket hong.xlsx"));
  symlinkSync("/", join(inbox, "lien ket thu muc.xlsx"));
  writeFileSync(join(inbox, "thua.xlsx"), "");
  truncateSync(join(inbox, "thua.xlsx"), 3 * 2 ** 30);
  if (process.platform !== "win32") execFileSync("mkfifo", [join(inbox, "kenh.xlsx")]);
  summary = await ingest({ inbox: [inbox], home, keyPath: join(home, "person.key") });
});

afterAll(() => rmSync(home, { recursive: true }));

test.skipIf(process.platform === "win32")("what is no file costs no other, and is told", () => {
  expect(summary).toMatchObject({ files: 7, landed: 3, refused: 4 });
  const told = summary.problems.map(({ file, rule }) => `${file}: ${rule}`);
  expect(told.sort()).toEqual([
    "kenh.xlsx: unreadable_file",
    "lien ket hong.xlsx: unreadable_file",
    "lien ket thu muc.xlsx: unreadable_file",
    "thua.xlsx: too_large",
  ]);
});
