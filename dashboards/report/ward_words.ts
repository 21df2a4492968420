import type { Site } from "../reading/facts/site.ts";
import { namesOf } from "../reading/text/names.ts";
import { reportWords } from "./report_words.ts";

/** Words that only this ward's documents have: issuer, place, addressees, signatory. */
export interface WardWords {
  /** The issuing body over the title, line by line. */
  issuerLines: string[];
  /** The issuing body inside a sentence: Ủy ban nhân dân phường An Biên. */
  issuer: string;
  /** Where the document is dated. */
  place: string;
  /** What follows the number of a report: BC-UBND. */
  numberSuffix: string;
  /** What the report is about, in the two lines below BÁO CÁO. */
  subject: readonly [string, string];
  /** The programme in full, with its resolution and years. */
  programme: string;
  recipient: string;
  /** Who gets copies. */
  copies: string[];
  archive: string;
  onBehalf: string;
  signatory: string;
  /** What is said of sample data. */
  sampleNote: string;
}

/** The documents' words from the ward's own. Throws for one that is missing or blank. */
export function wardWordsOf({ papers, programme }: Site): WardWords {
  const known = new Map(papers.map(({ paper_key, text_vi }) => [paper_key, text_vi]));
  const text = (key: string) => known.get(key)?.trim() || missing(key);
  const lines = (key: string) => text(key).split("|");
  const [what, why = ""] = lines("subject") as [string, string?];
  return {
    issuerLines: lines("issuer_lines"),
    issuer: text("issuer"),
    place: text("place"),
    numberSuffix: text("number_suffix"),
    subject: [what, why],
    programme: text("programme"),
    recipient: text("recipient"),
    copies: lines("copies"),
    archive: text("archive"),
    onBehalf: text("on_behalf"),
    signatory: text("signatory"),
    sampleNote: reportWords.sampleNote(namesOf(programme, "vi").kind),
  };
}

function missing(key: string): never {
  throw new Error(
    `papers.csv: thiếu dòng có key là ${key}, thêm dòng đó cùng text_vi · expected a row with this key and its text_vi, found none; add it: ${key}`,
  );
}
