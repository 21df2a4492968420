import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Papers, writePapers } from "./papers.ts";

const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
const hasOffice = has("soffice");
const hasReader = has("pdftotext");
const isReady = hasOffice && hasReader;

test.skipIf(isReady || !process.env["CI"])(
  "LibreOffice and pdftotext are here, as CI must have them",
  () => {
    expect({ hasOffice, hasReader }).toEqual({ hasOffice: true, hasReader: true });
  },
);

describe.skipIf(!isReady)("in LibreOffice (skipped where soffice or pdftotext is missing)", () => {
  let papers: Papers;
  let pdf: { pages: number; text: string };
  beforeAll(async () => {
    papers = await writePapers("2026-Q3");
    pdf = convert(papers);
  });
  afterAll(() => rmSync(papers.folder, { recursive: true }));

  test("the report opens, on as many pages as it should have: body, table, charts", () => {
    expect(pdf.pages).toBeGreaterThanOrEqual(4);
    expect(pdf.pages).toBeLessThanOrEqual(7);
  });

  test("its Vietnamese words, figures and marks are all there", () => {
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "quý III năm 2026",
      "Tỷ lệ bao phủ bảo hiểm y tế",
      "95,2%",
      "CÁC CHỈ TIÊU CỦA CHƯƠNG TRÌNH",
      "TM. ỦY BAN NHÂN DÂN",
      "DỮ LIỆU MẪU",
    ])
      expect(pdf.text).toContain(squeezed(words));
    expect(pdf.text).not.toContain("\uFFFD");
  });
});

function convert({ folder, docx }: Papers) {
  const path = join(folder, "report.docx");
  writeFileSync(path, docx);
  const profile = pathToFileURL(join(folder, "office")).href;
  const office = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", "pdf"];
  const { status } = ask("soffice", ...office, "--outdir", folder, path);
  expect(status).toBe(0);
  const made = join(folder, "report.pdf");
  const pages = Number(/^Pages: +(\d+)/m.exec(ask("pdfinfo", made).stdout)?.[1]);
  return { pages, text: squeezed(ask("pdftotext", "-raw", made, "-").stdout) };
}

function ask(tool: string, ...args: string[]) {
  return spawnSync(tool, args, { encoding: "utf8" });
}

/** Without any white space: lines break elsewhere on paper. */
function squeezed(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}
