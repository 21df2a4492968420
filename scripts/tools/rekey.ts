import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { readFile } from "../../ingest/file/read_file.ts";
import { loadForms } from "../../ingest/forms.ts";
import { type FoundFile, listInbox } from "../../ingest/inbox/inbox.ts";
import { replacePart } from "../../ingest/land/land.ts";
import { type ParquetStore, withParquetStore } from "../../ingest/land/parquet.ts";
import { recordsTable } from "../../ingest/land/records_table.ts";
import { loadKey } from "../../ingest/people/key_file.ts";
import { type PartOfPeople, partsOfPeople } from "../../ingest/people/people.ts";
import {
  commitRekey,
  finishRekey,
  nextKeyPath,
  stagedPart,
} from "../../ingest/people/rekey_commit.ts";
import { loadAreas } from "../../ingest/programme/programme.ts";
import { catalogue } from "../../ingest/recognise/form_catalogue.ts";

/** What a rotation of the person key is asked for. */
export interface RekeyOptions {
  home: string;
  /** Where the files lie that landed. */
  inbox: readonly string[];
  keyPath: string;
  log: (line: string) => void;
}

/** What a rotation did. */
export interface RekeySummary {
  parts: number;
  rows: number;
  persons: number;
  /** Persons found again in a file of the inbox: later files give them the same token. */
  persons_reread: number;
}

/** The columns of a person's tokens; the first is the person's own. */
const TOKENS = ["person_key", "citizen_key"];

/** The key that goes and the key that comes. */
interface Keys {
  old: Uint8Array;
  next: Uint8Array;
}

/**
 * Makes a new person key and gives every landed person a token of it, one for one, so that no count and no
 * link between lists changes. A person who stands in a file of the inbox gets the token that later files
 * will give; one who stands only in parts whose file is gone gets a token made of the old token. The old
 * key is destroyed. All of it happens or nothing: what a crash interrupts, the next ingest finishes.
 * To be run under the lock of the home. Throws when there is no key, or its file holds none.
 */
export async function rekey({ home, inbox, keyPath, log }: RekeyOptions): Promise<RekeySummary> {
  finishRekey(home);
  if (!existsSync(keyPath)) throw new Error(`no person key to rotate: ${keyPath}`);
  const keys = { old: loadKey(keyPath), next: loadKey(nextKeyPath(keyPath)) };
  const parts = partsOfPeople(home);
  const hashes = new Set(parts.map(({ file_hash }) => file_hash));
  const files = listInbox(inbox).filter(({ hash }) => hashes.has(hash));
  const known = await tokensOf(files, keys, log);
  const persons = new Set<string>();
  const renew = (token: string, column: string): string => {
    if (column === TOKENS[0]) persons.add(token);
    return known.get(token) ?? tokenOfToken(token, keys.next);
  };
  const rows = await withParquetStore(async (parquet) => {
    let count = 0;
    for (const part of parts) count += await stage(parquet, home, part, renew);
    return count;
  });
  commitRekey(home, keyPath);
  const persons_reread = [...persons].filter((token) => known.has(token)).length;
  return { parts: parts.length, rows, persons: persons.size, persons_reread };
}

/** Old token → new token of every person in the files, by reading each with both keys. */
async function tokensOf(
  files: readonly FoundFile[],
  { old, next }: Keys,
  log: (line: string) => void,
): Promise<Map<string, string>> {
  const forms = await loadForms();
  const words = catalogue(forms, await loadAreas());
  const tokens = new Map<string, string>();
  for (const { path, name, hash } of files) {
    const file = { name, hash, bytes: readFileSync(path), is_ignored: false };
    const read = (key: Uint8Array) =>
      readFile(file, { catalogue: words, personKey: () => key, log }).rows;
    const [before, after] = [read(old), read(next)];
    for (const form of forms.filter(({ records }) => records?.is_personal)) {
      const rows = after[recordsTable(form)] ?? [];
      (before[recordsTable(form)] ?? []).forEach((row, index) => {
        for (const name of TOKENS)
          if (row[name]) tokens.set(String(row[name]), String(rows[index]?.[name]));
      });
    }
  }
  return tokens;
}

function tokenOfToken(token: string, key: Uint8Array): string {
  return createHmac("sha256", key).update(`token:${token}`).digest("hex");
}

function renewedTokens(
  row: Record<string, unknown>,
  renew: (token: string, column: string) => string,
) {
  const tokens = TOKENS.filter((name) => row[name]);
  return Object.fromEntries(tokens.map((name) => [name, renew(String(row[name]), name)]));
}

/** Writes a part with renewed tokens aside. Resolves to its rows. */
async function stage(
  parquet: ParquetStore,
  home: string,
  { table, path }: PartOfPeople,
  renew: (token: string, column: string) => string,
): Promise<number> {
  const rows = await parquet.read(table, path, ["sheet", "row"]);
  const renewed = rows.map((row) => ({ ...row, ...renewedTokens(row, renew) }));
  await replacePart(parquet, table, renewed, stagedPart(home, table, basename(path)));
  return rows.length;
}
