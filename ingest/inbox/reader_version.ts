import { codeVersion } from "../../lib/code_version.ts";
import { root } from "../../lib/store/home.ts";
import { communesFile } from "../parse/commune_names.ts";
import { vocabularyFile } from "../parse/load_vocabulary.ts";

/**
 * What decides how a file lands: its reading in a worker, the vocabulary, the names of communes, the forms and the row that tells how it went; and,
 * being loaded with the tables of all that lands, the files of the programme.
 */
const entries = [
  "ingest/worker/child.ts",
  "ingest/forms/*.ts",
  "ingest/inbox/due.ts",
  "ingest/programme/files/*.ts",
];

/** A short hash of the code that reads and of its libraries: files landed by other code are read again. */
export function readerVersion(project: string = root): string {
  return codeVersion({ root: project, entries, files: [vocabularyFile, communesFile] });
}
