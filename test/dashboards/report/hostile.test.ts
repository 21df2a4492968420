import { rmSync } from "node:fs";
import { read } from "@e965/xlsx";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtureRows } from "../fixture.ts";
import { hostile } from "../hostile.ts";
import { poisoned } from "../poison.ts";
import { type Documents, paragraphsOf, writeDocuments, xmlParts } from "./documents.ts";

let documents: Documents;
beforeAll(async () => {
  documents = await writeDocuments("2026-10", poisoned(fixtureRows(), hostile.join(" ")));
});
afterAll(() => rmSync(documents.folder, { recursive: true }));

test("hostile texts leave every part strict XML", () => {
  const parts = [...xmlParts(documents.docx), ...xmlParts(documents.xlsx)];
  expect(parts.length).toBeGreaterThan(20);
  for (const [name, xml] of parts) {
    const parser = new SaxesParser({ xmlns: true, fileName: name });
    parser.on("error", (error) => {
      throw error;
    });
    expect(() => parser.write(xml).close()).not.toThrow();
  }
});

test("they stand as text: no field but the page's number, no link, nothing from outside", () => {
  const text = paragraphsOf(documents.docx).join("\n");
  expect(text).toContain("<script>alert(1)</script>");
  expect(text).toContain('=HYPERLINK("http://example.invalid","x")');
  const parts = xmlParts(documents.docx);
  const xml = [...parts.values()].join("\n");
  const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code]) => code);
  expect(new Set(fields)).toEqual(new Set(["PAGE"]));
  expect(xml).not.toMatch(/w:hyperlink|w:fldSimple|TargetMode="External"|w:altChunk|w:object/);
  for (const bad of ["\u0008", "\t", "\u202E", "\uFFFE"]) expect(text).not.toContain(bad);
});

test("in the workbook they are texts, never formulas or links", () => {
  const book = read(documents.xlsx, { type: "array", cellFormula: true });
  const cells = Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet).filter(([name]) => !name.startsWith("!")),
  );
  const texts = cells.filter(([, cell]) => String(cell.v).includes("HYPERLINK"));
  expect(texts.length).toBeGreaterThan(5);
  for (const [, cell] of cells) expect(cell).not.toHaveProperty("f");
  for (const [, cell] of texts) expect(cell.t).toBe("s");
  const xml = [...xmlParts(documents.xlsx).values()].join("\n");
  expect(xml).not.toMatch(/<f>|<hyperlink|TargetMode="External"/);
});
