import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** A mark of a count that is the same only for the same count of the same place. */
export type Seal = (measure: string, place: string, value: number) => string;

/**
 * Seals counts with a key (HMAC-SHA-256), so that one can tell later whether a hidden count has
 * changed, and nobody without the key what it was: an unkeyed hash of a count from 1 to 9 would
 * fall to nine guesses.
 */
export function sealWith(key: Uint8Array): Seal {
  const secret = createSecretKey(key);
  const made = new Map<string, string>();
  return (measure, place, value) => {
    const text = `${measure} ${place} ${rounded(value)}`;
    const seal = made.get(text) ?? sealOf(text, secret);
    made.set(text, seal);
    return seal;
  };
}

function sealOf(text: string, secret: KeyObject): string {
  return createHmac("sha256", secret).update(text).digest("base64url").slice(0, 16);
}

/** Counts carried over from other boundaries are not whole, and no sum of them is quite exact. */
function rounded(value: number): string {
  return value.toFixed(6);
}
