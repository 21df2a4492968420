import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { healthInsuranceMembers } from "../../../scripts/sample/files/health_insurance_members.ts";
import { freshFolder, runScript } from "../project.ts";
import { cellsOf, committed, sampleFolder } from "./workbook.ts";

/** What the command makes, in a process of its own: SheetJS writes .xls otherwise where files were read before. */
function sampleFiles(): { name: string; bytes: Uint8Array }[] {
  const folder = freshFolder();
  const { status, stderr } = runScript("sample", ["--out", join(folder, "sample")], folder);
  expect(status, stderr).toBe(0);
  return namesIn(join(folder, "sample")).map((name) => {
    return { name, bytes: readFileSync(join(folder, "sample", name)) };
  });
}

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== ".sample")
    .sort();

const files = sampleFiles();

it("makes the committed sample again, byte for byte", () => {
  expect(namesIn(sampleFolder)).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files) {
    expect(Buffer.compare(readFileSync(join(sampleFolder, name)), bytes), name).toBe(0);
  }
});

it("does not look at the clock or its zone", () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Auckland";
  const elsewhere = sampleFiles();
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  for (const [i, { name, bytes }] of elsewhere.entries()) {
    expect(Buffer.compare(bytes, files[i]?.bytes ?? new Uint8Array()), name).toBe(0);
  }
});

it("stays under 4 MB and comes in the four formats that offices use", () => {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(4_000_000);
  const endings = files.map(({ name }) => name.split(".")[1]);
  expect([...new Set(endings)].sort()).toEqual(["csv", "ods", "xls", "xlsx"]);
});

it("says in every sheet that it is sample data, above the table", () => {
  const oldFonts = "D÷ LIÖU MÉU";
  for (const { name, bytes } of files) {
    for (const rows of Object.values(cellsOf(bytes))) {
      const head = rows.slice(0, 14).flat().join("\n");
      const line = name === "BHYT_2026_thang_02.xlsx" ? oldFonts : "DỮ LIỆU MẪU";
      expect(head.includes(line), name).toBe(true);
    }
  }
});

it("lists as many people as asked, in files of 20,000", () => {
  const lists = [...healthInsuranceMembers(1, 20_100)].map(({ name, sheets }) => [
    name,
    sheets[0]?.rows.filter(({ style }) => style === "entry").length,
  ]);
  expect(lists).toEqual([
    ["BHYT_danh_sach_2026_10_phan_01.xlsx", 20_000],
    ["BHYT_danh_sach_2026_10_phan_02.xlsx", 60],
    ["BHYT_danh_sach_2026_10_ra_soat.xlsx", 40],
  ]);
});

it("prints what is true: health insurance in October 2026 in a file, to the person", () => {
  const rows = committed("BHYT_2026_thang_10.xlsx", "BHYT");
  expect(rows[4]?.[0]).toBe("TỔNG HỢP THAM GIA BẢO HIỂM Y TẾ THEO TỔ DÂN PHỐ");
  expect(rows[6]?.[0]).toBe("(Số liệu tính đến ngày 31/10/2026)");
  const parts = rows.filter((row) => String(row[1]).startsWith("Tổ dân phố số "));
  const whole = rows.find((row) => row[1] === "Tổng cộng");
  expect(parts).toHaveLength(85);
  expect(parts.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(161_051);
  expect(whole?.[2]).toBe(161_051);
  expect(parts.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(whole?.[3]);
});

it("writes the police month of its title and its own windows", () => {
  expect(committed("CA_toi_pham_2023.xlsx", "T1")[6]?.[0]).toBe(
    "(Từ ngày 15/12/2022 đến ngày 14/01/2023)",
  );
  expect(committed("CA_ma_tuy_2026.xlsx", "Quý III")[6]?.[0]).toBe(
    "(Từ ngày 15/06/2026 đến ngày 14/09/2026)",
  );
});
