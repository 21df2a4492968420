import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Planted } from "./planted.ts";

/** A function that gives the traces of planted people in a text, each once, sorted. */
export function traceFinder(people: readonly Planted[]): (text: string) => string[] {
  const words = new Set(people.flatMap(({ given }) => [given, plain(given)]).map(lower));
  const numbers = new Set(people.flatMap(numbersOf));
  const lengths = [...new Set([...numbers].map(({ length }) => length))];
  return (text) => {
    const found = new Set<string>();
    for (const [word] of lower(text.normalize("NFC")).matchAll(/\p{L}{6,}/gu))
      for (const part of [word, plain(word)]) if (words.has(part)) found.add(part);
    for (const [run] of text.matchAll(/\d(?:[\s.,\-–_]{0,2}\d){8,}/g)) {
      const digits = run.replace(/\D/g, "");
      for (const length of lengths)
        for (let start = 0; start + length <= digits.length; start++) {
          const number = digits.slice(start, start + length);
          if (numbers.has(number)) found.add(number);
        }
    }
    return [...found].sort();
  };
}

/** Every number of a person; of a card its digits, and what is left of a number whose zero was dropped. */
function numbersOf({ citizen, insurance, card, old_identity, phone }: Planted): string[] {
  return [citizen, citizen.slice(1), insurance, card.slice(2), old_identity, phone, phone.slice(1)];
}

function lower(text: string): string {
  return text.toLowerCase();
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d");
}

/** All files below a folder with what they hold, databases and Parquet as the text of all their rows. */
export async function* readAll(folder: string): AsyncIterable<{ name: string; text: string }> {
  const names = globSync(["**/*", "**/.*", "**/.*/**/*"], { cwd: folder }).sort();
  for (const name of new Set(names)) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path).toString("utf8");
    yield { name, text: `${name}\n${text}\n${await rowsOf(path)}` };
  }
}

async function rowsOf(path: string): Promise<string> {
  if (path.endsWith(".parquet")) return query(":memory:", [`from read_parquet('${path}')`]);
  if (!path.endsWith(".duckdb")) return "";
  const tables =
    "select 'from \"' || schema_name || '\".\"' || table_name || '\"' from duckdb_tables()";
  const found = await query(path, [tables]);
  return found === "" ? "" : query(path, found.split("\n"));
}

async function query(database: string, questions: readonly string[]): Promise<string> {
  const mode = database === ":memory:" ? "READ_WRITE" : "READ_ONLY";
  const instance = await DuckDBInstance.create(database, { access_mode: mode });
  const connection = await instance.connect();
  try {
    const lines: string[] = [];
    for (const question of questions) {
      const rows = (await connection.runAndReadAll(question)).getRowsJson();
      lines.push(...rows.map((row) => row.map(String).join("\t")));
    }
    return lines.join("\n");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
