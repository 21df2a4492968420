import type { Format } from "./parts.ts";

/** `landed`, or the codes of which one must be the refusal's. */
export type Expected = "landed" | readonly string[];

/** A way of being hostile. `cases` makes the bytes of each file its own. */
export interface Kind {
  id: string;
  expected: Expected | Partial<Record<Format, Expected>>;
  make: Partial<Record<Format, (cases: number) => Uint8Array>>;
  /** What the files are called instead of by their format. */
  extension?: string;
}

/** What is expected of a kind in a format. */
export function expectedOf({ expected }: Kind, format: Format): Expected {
  if (expected === "landed" || Array.isArray(expected)) return expected as Expected;
  const found = (expected as Partial<Record<Format, Expected>>)[format];
  if (found === undefined) throw new Error(`no expectation of a format: ${format}`);
  return found;
}

/** Bytes that look random and are the same each time. */
export function noise(length: number, seed: number): Uint8Array {
  let state = seed >>> 0 || 1;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}
