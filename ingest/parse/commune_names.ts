import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { root } from "../../lib/store/home.ts";
import { wordKey } from "./key.ts";

/** The country's communes, below the project's folder. */
export const communesFile = "data/communes.csv";

let names: { marked: ReadonlySet<string>; plain: ReadonlySet<string> } | null = null;

/** Whether a text is the bare name of a ward or commune of the country (`Gia Viên`); without marks each word has a capital. */
export function isCommuneName(text: string): boolean {
  names ??= readNames();
  const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const key = wordKey(name);
  if (name.toLowerCase() !== key) return names.marked.has(name.toLowerCase());
  return /^(?:\p{Lu}\S* ?){2,}$/u.test(name) && names.plain.has(key);
}

function readNames() {
  const text = readFileSync(join(root, communesFile), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const all = data.map((row) => (row["short_name"] ?? "").normalize("NFC"));
  return {
    marked: new Set(all.map((name) => name.toLowerCase())),
    plain: new Set(all.map(wordKey)),
  };
}
