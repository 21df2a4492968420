import type { Lessons } from "../lessons.ts";
import type { KnownIndicator } from "../parse/indicator.ts";
import type { Catalogue } from "../recognise/form_catalogue.ts";

/** A file of the inbox with its bytes. */
export interface InboxFile {
  /** Relative to its inbox, with forward slashes. */
  name: string;
  /** SHA-256 of the bytes, hex: names the file's landed parts. */
  hash: string;
  /** Null when the file could not be opened, or was not what it had been when it was found. */
  bytes: Uint8Array | null;
  /** By its name no source: a note to people, or a leftover of a program. */
  is_ignored: boolean;
}

/** What reading a file needs besides the file. */
export interface ReaderTools {
  catalogue: Catalogue;
  /** The key of person tokens, loaded when first asked for. */
  personKey: () => Uint8Array;
  /** What people have answered; nothing where it is not given. */
  lessons?: Lessons;
  /** The programme's indicators; codes are not checked where they are not given. */
  indicators?: readonly KnownIndicator[];
  log: (line: string) => void;
}
