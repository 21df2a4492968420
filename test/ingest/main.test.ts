import { createHash, createHmac } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LandedRow } from "../../ingest/land/landed.ts";
import { openParquetStore } from "../../ingest/land/parquet.ts";
import { ingest } from "../../ingest/main.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");
const CALLUP = join(fixtures, "police_callup", "year", "tuyen quan.ods");
const MEMBERS = join(fixtures, "health_insurance_members", "mixed_numbers", "danh sach.xlsx");

let home: string;
let inbox: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ingest-"));
  inbox = join(home, "inbox");
  mkdirSync(inbox);
});

afterEach(() => rmSync(home, { recursive: true }));

const run = () => ingest({ inbox: [inbox], home, keyPath: join(home, "person.key") });

function put(name: string, text: string): string {
  const path = join(inbox, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return createHash("sha256").update(text).digest("hex");
}

function crime(month: number, cases: number | string): string {
  return `TÌNH HÌNH TỘI PHẠM\nTháng ${month}/2026\nLoại tội phạm,Số vụ xảy ra\nTrộm cắp,${cases}\n`;
}

async function landed<Table extends "files" | "observations" | "rejects">(table: Table) {
  const parquet = await openParquetStore();
  const glob = join(home, "landed", table, "*.parquet");
  const rows = await parquet.read(table, glob, ["file_hash"] as never);
  parquet.close();
  return rows as LandedRow<Table>[];
}

test("a file lands once: the same bytes again are a no-op", async () => {
  put("a/T10.csv", crime(10, 5));
  const first = await run();
  const times = () =>
    readdirSync(join(home, "landed"), { recursive: true, encoding: "utf8" })
      .sort()
      .map((name) => `${name} ${statSync(join(home, "landed", name)).mtimeMs}`);
  const before = times();
  const second = await run();
  expect({ ...first, changed: false }).toEqual(second);
  expect(first).toMatchObject({
    files: 1,
    landed: 1,
    refused: 0,
    ignored: 0,
    rows_read: 4,
    rows_landed: 1,
    rows_rejected: 0,
    rows_ignored: 3,
    is_sample: false,
    changed: true,
    problems: [],
  });
  expect(times()).toEqual(before);
});

test("a file that is gone is retired, its name may change, the rest stays", async () => {
  put("T10.csv", crime(10, 5));
  put("T9.csv", crime(9, 4));
  await run();
  rmSync(join(inbox, "T9.csv"));
  renameSync(join(inbox, "T10.csv"), join(inbox, "Thang 10.csv"));
  const summary = await run();
  expect(summary.changed).toBe(true);
  expect((await landed("files")).map(({ file_name }) => file_name)).toEqual(["Thang 10.csv"]);
  expect((await landed("observations")).map(({ value }) => value)).toEqual([5]);
});

test("one bad file costs that file only, and says why in both languages", async () => {
  put("T10.csv", crime(10, 5));
  put("thuc_don.csv", "Món ăn,Giá\nBún cá,40000\n");
  put("rong.xlsx", "");
  put("anh.xlsx", "\u0089PNG\r\n\u001a\n\u0000\u0000");
  put("khong_ky.csv", "Loại tội phạm,Số vụ xảy ra\nTrộm cắp,5\n");
  const summary = await run();
  expect(summary).toMatchObject({ files: 5, landed: 1, refused: 4 });
  const refusals = summary.problems.map(({ file, rule }) => `${file}: ${rule}`);
  expect(refusals).toEqual([
    "anh.xlsx: not_a_workbook",
    "khong_ky.csv: missing_period",
    "rong.xlsx: empty_file",
    "thuc_don.csv: unknown_form",
  ]);
  for (const { message_vi, message_en } of summary.problems) {
    expect(message_vi).toMatch(/[ạảãàáâậầấẩẫăằắẳẵặđêềếểễệôồốổỗộơờớởỡợưừứửữự]/);
    expect(message_en).toMatch(/expected .+(?: (?:send|save) it|npm run questions)/i);
  }
  const { rows_read, rows_landed, rows_rejected, rows_ignored } = summary;
  expect([rows_read, rows_landed, rows_rejected, rows_ignored]).toEqual([8, 1, 4, 3]);
});

test("an unknown form names the nearest one and the columns it lacks", async () => {
  put("gan_dung.csv", "Tháng 10/2026\nTổ dân phố,Tạm trú,Nam\n1,2,1\n");
  const [problem] = (await run()).problems;
  expect(problem?.message_en).toContain(
    "(nearest: police_population; columns it lacks: Nhân khẩu thường trú), found nothing.",
  );
});

test("two files of the same bytes are one part, and it is noted", async () => {
  put("a.csv", crime(10, 5));
  put("b/copy.csv", crime(10, 5));
  const summary = await run();
  expect(summary).toMatchObject({ files: 1, landed: 1, rows_landed: 1 });
  expect(summary.problems.map(({ rule, file, severity }) => [rule, file, severity])).toEqual([
    ["same_bytes", "b/copy.csv", "warning"],
  ]);
});

test("notes to people and leftovers of programs are ignored by name", async () => {
  put(".gitkeep", "");
  put("README.md", "Đọc tôi");
  put("~$T10.xlsx", "x");
  const summary = await run();
  expect(summary).toMatchObject({ files: 2, ignored: 2, landed: 0, refused: 0, problems: [] });
});

test("a file that can't be opened is refused, also where it is only a broken link", async () => {
  put("T10.csv", crime(10, 5));
  symlinkSync(join(inbox, "nowhere.xlsx"), join(inbox, "T9.xlsx"));
  const summary = await run();
  expect(summary).toMatchObject({ files: 2, landed: 1, refused: 1 });
  expect(summary.problems.map(({ file, rule }) => [file, rule])).toEqual([
    ["T9.xlsx", "unreadable_file"],
  ]);
});

test("an empty workbook is refused even beside an empty note of the same bytes", async () => {
  put(".gitkeep", "");
  put("T10.xlsx", "");
  expect(await run()).toMatchObject({ files: 1, refused: 1, ignored: 0 });
});

test("when a file was received: the paper, else its name, else its last change; kept", async () => {
  put("a.csv", `"Hải Phòng, ngày 05 tháng 11 năm 2026"\n${crime(10, 1)}Đánh bạc,1\n`);
  put("T10 06.11.2026.csv", crime(10, 2));
  put("c.csv", crime(10, 3));
  utimesSync(join(inbox, "c.csv"), new Date(), new Date("2026-11-07T08:09:10Z"));
  const first = await run();
  utimesSync(join(inbox, "c.csv"), new Date(), new Date("2026-11-09T00:00:00Z"));
  renameSync(join(inbox, "c.csv"), join(inbox, "d.csv"));
  await run();
  const received = (await landed("files")).map(({ file_name, received_at }) => [
    file_name,
    received_at,
  ]);
  expect(Object.fromEntries(received)).toEqual({
    "a.csv": "2026-11-05 00:00:00",
    "T10 06.11.2026.csv": "2026-11-06 00:00:00",
    "d.csv": "2026-11-07 08:09:10",
  });
  expect(first.received_max).toBe("2026-11-07 08:09:10");
  expect(first.sample_received_max).toBeNull();
});

test("published figures beside a sample do not move the sample's last day", async () => {
  put("mau.csv", `DỮ LIỆU MẪU\n"Hải Phòng, ngày 05 tháng 11 năm 2026"\n${crime(10, 1)}`);
  put("that 24.11.2026.csv", crime(10, 2));
  expect(await run()).toMatchObject({
    received_max: "2026-11-24 00:00:00",
    sample_received_max: "2026-11-05 00:00:00",
  });
});

test("files landed by other code are read again", async () => {
  const hash = put("T10.csv", crime(10, 5));
  await run();
  const parquet = await openParquetStore();
  const path = join(home, "landed", "files", `${hash}.parquet`);
  const [row] = await parquet.read("files", path, ["file_hash"]);
  if (!row) throw new Error("no files row");
  rmSync(path);
  rmSync(join(home, "landed", "observations", `${hash}.parquet`));
  const received_at = "2020-01-01 00:00:00";
  await parquet.write("files", [{ ...row, received_at, reader_version: "older" }], path);
  parquet.close();
  expect((await run()).changed).toBe(true);
  expect((await landed("observations")).map(({ value }) => value)).toEqual([5]);
  expect((await landed("files")).map((file) => file.received_at)).toEqual([received_at]);
});

test("an interrupted landing is finished by the next run", async () => {
  const hash = put("T10.csv", crime(10, 5));
  const whole = await run();
  rmSync(join(home, "landed", "files", `${hash}.parquet`));
  const again = await run();
  expect(again).toMatchObject({ changed: true, landed: 1 });
  expect(again.rows_landed).toBe(whole.rows_landed);
  expect(await landed("observations")).toHaveLength(1);
});

test("a bad cell is rejected with its address, the good ones of its row land", async () => {
  put(
    "T10.csv",
    crime(10, "năm").replace("xảy ra", "xảy ra,Số vụ khám phá").replace("năm", "năm,4"),
  );
  const summary = await run();
  expect(summary).toMatchObject({ rows_landed: 1, rows_rejected: 0 });
  expect(await landed("rejects")).toMatchObject([
    { sheet: "CSV", cell: "B4", found: "năm", rule: "not_a_number", severity: "error" },
  ]);
  expect((await landed("observations")).map(({ measure }) => measure)).toEqual(["cleared"]);
});

test("persons land as tokens of the home's key, without name or number anywhere", async () => {
  cpSync(MEMBERS, join(inbox, "danh sach.xlsx"));
  const summary = await run();
  const key = readFileSync(join(home, "person.key"));
  const parquet = await openParquetStore();
  const table = "records_health_insurance_members";
  const glob = join(home, "landed", table, "*.parquet");
  const records = await parquet.read(table, glob, ["row"]);
  parquet.close();
  const material = "social_insurance_number:3190002960";
  expect(records[0]?.["person_key"]).toBe(createHmac("sha256", key).update(material).digest("hex"));
  const everything = JSON.stringify([summary, records, await landed("rejects")]);
  for (const secret of ["Nguyễn Thị Mẫu", "Trần Văn Thử", "3190002960", "31190002962", "12345"])
    expect(everything).not.toContain(secret);
  expect(everything).toContain("•••");
});

test("forms land with what they are owed", async () => {
  cpSync(CALLUP, join(inbox, "tuyen quan.ods"));
  await run();
  const parquet = await openParquetStore();
  const forms = await parquet.read("forms", join(home, "landed", "forms", "all.parquet"), ["form"]);
  const table = join(home, "landed", "form_measures", "all.parquet");
  const measures = await parquet.read("form_measures", table, ["form", "measure"]);
  parquet.close();
  expect(measures.filter(({ form }) => form === "social_insurance_summary")).toContainEqual({
    form: "social_insurance_summary",
    measure: "compulsory",
    title_vi: "BHXH bắt buộc",
  });
  expect(forms).toHaveLength(14);
  expect(forms.find(({ form }) => form === "police_callup")).toEqual({
    form: "police_callup",
    title_vi: "Kết quả tuyển quân, gọi công dân nhập ngũ",
    title_en: "Call-up results",
    agency_id: "military_command",
    expected_every: "year",
    grace_days: 60,
  });
});
