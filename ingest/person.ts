import type { Identifier } from "./parse/identifier.ts";

/** Loads the 32-byte key that makes person tokens, making it at first use (owner only). */
export function loadPersonKey(_path?: string): Uint8Array {
  throw new Error("no person key yet");
}

/** The token of a person: hex of a keyed HMAC-SHA-256 over the strongest number known. */
export function personKey(_identifier: Identifier, _key: Uint8Array): string {
  throw new Error("no person key yet");
}

/**
 * The tokens of the rows of one list; each row gives every number it holds of its person.
 * A citizen number that the list shows beside exactly one social insurance number resolves to that one.
 * A row without numbers gives null.
 */
export function personKeys(_rows: readonly Identifier[][], _key: Uint8Array): (string | null)[] {
  throw new Error("no person key yet");
}
