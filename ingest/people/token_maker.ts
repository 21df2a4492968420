import { hash } from "node:crypto";

/** SHA-256 takes blocks of so many bytes and gives so many. */
const BLOCK = 64;
const DIGEST = 32;
/** A number of a person with its kind is much shorter than so many characters, of three bytes each at most. */
const LONGEST = 85;

/**
 * A function that gives the hex of the HMAC-SHA-256 of a text. A list needs hundreds of thousands of tokens,
 * and an object of the library for each costs more than the two hashes of which it consists (RFC 2104: of the
 * text behind the key's inner pad, and of that behind its outer pad). Throws for a key longer than a block
 * and for a text longer than any number of a person.
 */
export function tokenMaker(key: Uint8Array): (text: string) => string {
  if (key.length > BLOCK) throw new Error(`key is longer than ${BLOCK} bytes`);
  const inner = padded(key, 0x36, LONGEST * 3);
  const outer = padded(key, 0x5c, DIGEST);
  const messages = Array.from({ length: LONGEST * 3 + 1 }, (_, length) =>
    inner.subarray(0, BLOCK + length),
  );
  return (text) => {
    const message = messages[inner.write(text, BLOCK)];
    if (text.length > LONGEST || !message)
      throw new Error(`text is longer than ${LONGEST} characters`);
    outer.write(hash("sha256", message, "hex"), BLOCK, "hex");
    return hash("sha256", outer, "hex");
  };
}

/** The key filled up with zeros to a block, each byte mixed with the pad's, and room behind it. */
function padded(key: Uint8Array, pad: number, room: number): Buffer {
  const buffer = Buffer.alloc(BLOCK + room);
  buffer.set(key);
  for (let at = 0; at < BLOCK; at++) buffer[at] = (buffer[at] ?? 0) ^ pad;
  return buffer;
}
