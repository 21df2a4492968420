import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReaderTools } from "../../ingest/file/file_input.ts";
import { readFile } from "../../ingest/file/read_file.ts";
import { loadForms } from "../../ingest/forms.ts";
import type { Lesson } from "../../ingest/lessons.ts";
import { areaReader } from "../../ingest/parse/area.ts";
import { knownIndicators, loadProgramme } from "../../ingest/programme/programme.ts";
import { catalogue } from "../../ingest/recognise/form_catalogue.ts";
import { root } from "../../lib/store/home.ts";

/** A figure as the corpus gives it: measure, category, area, last day, value. */
type Figure = [
  measure: string,
  category: string | null,
  area_id: string | null,
  period_end: string,
  value: number,
];

/** What must come of a file. */
export interface Expected {
  form: string | null;
  must: "land" | "not_land";
  expected: Figure[];
  /** True as well, but may be asked about. */
  may_ask: Figure[];
}

export const corpusFolder = join(root, "test/fixtures/corpus");
export const expectations: Record<string, Expected> = JSON.parse(
  readFileSync(join(corpusFolder, "expected.json"), "utf8"),
);
export const corpusFiles = readdirSync(corpusFolder).filter((name) => name in expectations);

const programme = await loadProgramme();

/** The reader as a ward has it, before anybody has answered anything. */
export const corpusTools: ReaderTools = {
  catalogue: catalogue(await loadForms(), areaReader(programme.areas)),
  personKey: () => new Uint8Array(32).fill(7),
  indicators: knownIndicators(programme),
  log: (line) => {
    throw new Error(line);
  },
};

/** The day on which all files came in. */
const RECEIVED = "2026-12-01";

/** Reads a file of the corpus, with what people have answered. */
export function readCorpusFile(name: string, taught: readonly Lesson[] = []) {
  const bytes = readFileSync(join(corpusFolder, name));
  const hash = createHash("sha256").update(bytes).digest("hex");
  return readFile(
    { name: name.normalize("NFC"), hash, bytes, is_ignored: false, received_on: RECEIVED },
    { ...corpusTools, taught },
  );
}

/** What tells figures apart. */
export function figureKey([measure, category, area_id, period_end]: readonly unknown[]): string {
  return JSON.stringify([measure, category ?? null, area_id ?? "le_chan", period_end]);
}

/** Percentages are written with one decimal or two. */
const TOLERANCE = 0.006;

export function isSameFigure(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}
