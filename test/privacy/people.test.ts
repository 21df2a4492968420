import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayFromNow } from "../end_to_end/run.ts";
import { xlsx } from "../ingest/people_list.ts";
import { runScript } from "../scripts/project.ts";
import { type Planted, plantPeople } from "./planted.ts";
import { readAll, traceFinder } from "./traces.ts";

const people = plantPeople(1000);
const tracesIn = traceFinder(people);

const outer = process.env["TMPDIR"];
let folder: string;
let home: string;
const said: Record<string, string> = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "privacy-"));
  home = join(folder, "home");
  mkdirSync(join(folder, "inbox"));
  mkdirSync(join(folder, "tmp"));
  process.env["TMPDIR"] = join(folder, "tmp");
  for (const [name, bytes] of Object.entries(inbox()))
    writeFileSync(join(folder, "inbox", name), bytes);
  const runs: [string, ...string[]][] = [
    ["refresh", "--inbox", "inbox", "--as-of", dayFromNow(0)],
    ["rejects", "--warnings"],
    ["rekey", "--inbox", "inbox"],
    ["purge", "--before", "2026-09-01", "--yes"],
    ["status"],
  ];
  for (const [script, ...args] of runs) {
    const { status, stdout, stderr } = runScript(script, ["--home", home, ...args], folder);
    expect([0, 4], `${script}: ${stderr.slice(-500)}`).toContain(status);
    said[script] = stdout + stderr;
  }
  const files = readdirSync(join(folder, "inbox")).map((name) => join("inbox", name));
  const dry = runScript("ingest", ["--dry-run", ...files], folder);
  said["ingest --dry-run"] = dry.stdout + dry.stderr;
});

afterAll(() => {
  if (outer === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = outer;
  rmSync(folder, { recursive: true });
});

/** Lists as offices send them: good ones, ones with everything wrong, and ones that are refused. */
function inbox(): Record<string, Uint8Array> {
  const [good, odd, wrong, spread] = [0, 250, 500, 750].map((from) =>
    people.slice(from, from + 250),
  );
  return {
    "BHYT thang 10.xlsx": xlsx({ A: list("31/10/2026", good, row) }),
    "BHYT thang 8.xlsx": xlsx({ A: list("31/08/2026", good?.slice(0, 50), row) }),
    "BHYT bo sung.csv": Buffer.from(csv(list("31/10/2026", odd, oddRow))),
    "BHYT sai.xlsx": xlsx({ A: list("31/10/2026", wrong, wrongRow) }),
    "BHYT khong ky.xlsx": xlsx({ A: list("", spread?.slice(0, 50), row) }),
    "danh sach la.xlsx": xlsx({ A: strangeList(spread ?? []) }),
    "D03 thang 10.csv": Buffer.from(csv(changes(spread ?? []))),
    "ho so nha o.xlsx": xlsx({ A: applications(spread ?? []) }),
    "theo doi giai trinh.xlsx": xlsx({ A: explanations(spread?.slice(0, 17) ?? []) }),
  };
}

const HEADER = [
  "STT",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Mã số BHXH",
  "Số thẻ BHYT",
  "Số CCCD/ĐDCN",
  "Địa chỉ",
  "Tổ dân phố",
  "Ghi chú",
  "Số điện thoại",
  "Họ tên chủ hộ",
];

type Row = (person: Planted, index: number) => unknown[];

function list(date: string, of: readonly Planted[] | undefined, row: Row): unknown[][] {
  const title = date === "" ? "Danh sách kèm theo" : `Số liệu tính đến ngày ${date}`;
  return [["DANH SÁCH NGƯỜI THAM GIA BẢO HIỂM Y TẾ"], [title], HEADER, ...(of ?? []).map(row)];
}

const row: Row = (one, index) => [
  index + 1,
  one.name,
  one.birth,
  one.sex,
  one.insurance,
  one.card,
  one.citizen,
  one.address,
  one.area,
  `con ông ${one.name}`,
  one.phone,
  one.name,
];

/** Numbers stored as numbers, with spaces and dots, with their zero lost. */
const oddRow: Row = (one, index) => [
  index + 1,
  one.name.toUpperCase(),
  one.birth,
  one.sex,
  one.insurance.replace(/(\d{4})(\d{3})/, "$1 $2 "),
  one.card,
  index % 2 === 0 ? one.citizen.slice(1) : one.citizen.replace(/(\d{3})(?=\d)/g, "$1."),
  one.address,
  one.area,
  one.phone,
  Number(one.phone),
  one.name,
];

/** Cells in each other's columns, numbers that contradict the row, repeated people, words for dates. */
const wrongRow: Row = (one, index) => {
  const odd = [
    [index, one.name, one.name, one.sex, one.insurance, "", "", one.address, one.area, "", "", ""],
    [index, one.name, one.birth, one.name, one.insurance, "", "", one.address, one.area],
    [index, one.name, one.birth, one.sex, one.name, one.phone, one.address, "", one.area],
    [
      index,
      one.citizen,
      one.phone,
      one.sex,
      `${one.insurance}9`,
      one.old_identity,
      `${one.citizen}0`,
    ],
    [index, one.name, "01/01/1901", one.sex, "", "", one.citizen, one.address, one.area],
    [index, one.name, one.birth, one.sex, "", "", "", one.address, one.area, one.citizen],
  ];
  return odd[index % odd.length] ?? [];
};

function strangeList(of: readonly Planted[]): unknown[][] {
  const rows = of.map(({ name, citizen, phone }) => [name, phone, citizen, "đã nhận"]);
  return [["DANH SÁCH NHẬN QUÀ TẾT"], ["Tên", "Liên lạc", "Giấy tờ", "Ký nhận"], ...rows];
}

function changes(of: readonly Planted[]): unknown[][] {
  const rows = of.map((one, index) => [
    index + 1,
    one.name,
    index % 4 === 0 ? one.phone : one.citizen,
    index % 5 === 0 ? one.name : one.insurance,
    one.birth,
    index % 6 === 0 ? one.name : "",
    one.sex,
    one.address,
    one.area,
    index % 7 === 0 ? one.citizen : "TM",
    index % 8 === 0 ? one.name : "01/10/2026",
    index % 9 === 0 ? one.phone : 12,
    one.name,
  ]);
  const header =
    "STT;Họ và tên;Số CCCD/ĐDCN;Mã số BHXH;Ngày sinh;Chỉ có năm sinh;Giới tính;Địa chỉ;Tổ dân phố;Phương án;Từ ngày;Số tháng;Ghi chú";
  const title = [["Mẫu D03-TS"], ["DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT"], ["Tháng 10 năm 2026"]];
  return [...title, header.split(";"), ["I", "Tăng"], ...rows];
}

function applications(of: readonly Planted[]): unknown[][] {
  const rows = of.map((one, index) => [
    `HS-${index}`,
    one.name,
    index % 3 === 0 ? one.name : "05/08/2026",
    "20/08/2026",
    "Đủ điều kiện",
    "Mua",
    `${one.name} ${one.phone}`,
  ]);
  const header = [
    "Mã hồ sơ",
    "Họ và tên",
    "Ngày nộp",
    "Ngày quyết định",
    "Kết quả",
    "Hình thức",
    "Ghi chú",
  ];
  return [["DANH SÁCH HỒ SƠ NHÀ Ở XÃ HỘI"], ["Số liệu tính đến ngày 30/09/2026"], header, ...rows];
}

/** Explanations that name people's numbers, spaced in several ways, in the words and in place of a date. */
function explanations(of: readonly Planted[]): unknown[][] {
  const spaced = (number: string) => number.replace(/(\d{3})(?=\d)/g, "$1 ");
  const rows = of.map((one, index) => [
    ...[index % 2 === 0 ? "ENV_WASTE" : "SI_COVERAGE", `2025-${(index % 12) + 1}`, ""],
    `Hỏi hộ có thẻ ${one.card}, mã số ${spaced(one.insurance)}.`,
    index % 3 === 0 ? one.phone : "02/11/2026",
    `Đã gọi ${one.phone.replace(/^(\d{4})/, "$1.")}; số định danh ${spaced(one.citizen)}`,
    index % 4 === 0 ? one.citizen : "05/11/2026",
  ]);
  const header =
    "Mã chỉ tiêu;Kỳ;Giá trị;Yêu cầu giải trình;Ngày yêu cầu;Giải trình;Ngày giải trình";
  return [["THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG"], header.split(";"), ...rows];
}

function csv(rows: readonly unknown[][]): string {
  return rows.map((cells) => cells.join(";")).join("\n");
}

test("the finder finds people however they are written", () => {
  const [one] = people as [Planted];
  const { given, citizen, phone, card } = one;
  const spaced = phone.replace(/(\d{4})(\d{3})/, "$1 $2 ");
  for (const text of [given.toUpperCase(), citizen.slice(1), spaced, `x${card}y`, `${citizen}0`])
    expect(tracesIn(`abc ${text}; 12`), text).not.toEqual([]);
  expect(tracesIn("Nguyễn Văn An, 031090000001")).toEqual([]);
});

test("the files hold all of them, and most of their rows land or are rejected", () => {
  const everyone = Object.values(inbox()).length;
  expect(everyone).toBe(9);
  expect(new Set(people.map(({ given }) => given)).size).toBe(1000);
  expect(said["refresh"]).toMatch(/[1-9]\d* đã nhận \(landed\), [1-9]\d* bị từ chối \(refused\)/);
  expect(said["rejects"]).toContain("•••");
  expect(said["rekey"]).toMatch(/persons\t[1-9]\d\d/);
  expect(said["purge"]).toContain("BHYT thang 8.xlsx");
});

describe("no trace of a person", () => {
  test("in anything that a command says", () => {
    for (const [command, text] of Object.entries(said))
      expect({ command, traces: tracesIn(text) }).toEqual({ command, traces: [] });
  });

  test("in any file of the home: landed parts, warehouse, site, logs, reports, dbt's artefacts", async () => {
    const seen: string[] = [];
    for await (const { name, text } of readAll(home)) {
      seen.push(name);
      expect({ name, traces: tracesIn(text) }).toEqual({ name, traces: [] });
    }
    for (const kind of [/^landed\/records_.*\.parquet$/, /^warehouse\.duckdb$/, /^site\/.*\.html$/])
      expect(seen.filter((name) => kind.test(name)).length, String(kind)).toBeGreaterThan(0);
    for (const kind of [/^runs\/.*\/log\.txt$/, /report\.json$/, /\.building\/dbt\/.*\.json$/])
      expect(seen.filter((name) => kind.test(name)).length, String(kind)).toBeGreaterThan(0);
  });

  test("in temporary files", async () => {
    for await (const { name, text } of readAll(join(folder, "tmp")))
      expect({ name, traces: tracesIn(text) }).toEqual({ name, traces: [] });
    expect(tracesIn(readdirSync(join(folder, "tmp")).join("\n"))).toEqual([]);
  });
});
