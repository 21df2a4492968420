import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { withPublished } from "../../lib/store/database.ts";

/** Everything a reader could meet, the models' documentation too, as text: each place with what it says. */
export async function outputsOf(home: string, papers: string): Promise<Map<string, string>> {
  const folders = [join(home, "site"), join(home, "site-public"), papers];
  const files = folders.flatMap((folder) =>
    globSync("**/*", { cwd: folder })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && !/\.(png|pdf|woff2?)$/.test(path)),
  );
  const texts = new Map<string, string>();
  for (const path of files) for (const [name, text] of textsOf(path)) texts.set(name, text);
  for (const [name, text] of await warehouseTexts(home)) texts.set(name, text);
  return texts;
}

/** A file's text; of an Office file that of each part inside it. */
function textsOf(path: string): [string, string][] {
  const bytes = readFileSync(path);
  if (!/\.(xlsx|docx)$/.test(path)) return [[path, bytes.toString("utf8")]];
  return Object.entries(unzipSync(new Uint8Array(bytes))).map(([part, content]) => [
    `${path}!${part}`,
    strFromU8(content),
  ]);
}

/** Every text column of every table of the warehouse. */
async function warehouseTexts(home: string): Promise<[string, string][]> {
  return withPublished(home, async (ask) => {
    const columns = await ask(
      `select schema_name, table_name, column_name from duckdb_columns()
       where not internal and data_type like '%VARCHAR%'`,
    );
    const texts: [string, string][] = [];
    for (const { schema_name, table_name, column_name } of columns) {
      const place = `"${schema_name}"."${table_name}"`;
      const rows = await ask(
        `select string_agg(distinct "${column_name}"::varchar, chr(10)) as text from ${place}`,
      );
      texts.push([`${place}.${column_name}`, String(rows[0]?.["text"] ?? "")]);
    }
    return texts;
  });
}

/** The places that hold one of these words, each with its surroundings. */
export function placesOf(words: readonly RegExp[], outputs: ReadonlyMap<string, string>): string[] {
  return [...outputs].flatMap(([place, text]) =>
    words.flatMap((word) => {
      const found = word.exec(text.normalize("NFC"));
      if (!found) return [];
      const around = text.normalize("NFC").slice(Math.max(0, found.index - 60), found.index + 60);
      return `${place}: ${around.replaceAll(/\s+/g, " ")}`;
    }),
  );
}
