import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** Every file of a site, by its path in the folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Its pages. */
export function pagesIn(folder: string): string[] {
  return filesIn(folder).filter((file) => file.endsWith(".html"));
}

/** A file as text. */
export function readText(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** A file's text: workbooks unzipped, Arrow tables written out, pictures as they are. */
export function decodedText(site: string, file: string): string {
  const bytes = readFileSync(join(site, file));
  if (file.endsWith(".xlsx")) {
    const parts = Object.values(unzipSync(bytes));
    return parts.map((part) => new TextDecoder().decode(part)).join("\n");
  }
  if (file.endsWith(".arrow")) {
    const table = tableFromIPC(bytes);
    return [...table.schema.metadata, ...table.toArray().map(String)].join("\n");
  }
  return /\.(png|woff2)$/.test(file) ? "" : bytes.toString("utf8");
}

/** A page as its reader reads it: tags and pictures gone, entities written out, one space apart. */
export function visibleText(folder: string, page: string): string {
  return readText(folder, page)
    .replace(/<svg .*?<\/svg>/gs, " ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

/** Throws where this is not well-formed XML. */
export function parseStrictly(xml: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new Error(`${error.message}: ${xml.slice(0, 300)}`);
  });
  parser.write(xml).close();
}
