const LESS = 60;
const SLASH = 47;
const V = 118;
const MORE = 62;
const SPACE = 32;
const INLINE = "<is";

/**
 * How many cells of a worksheet's part hold a value (`<v>` with something in it, `<is>`, with or without
 * attributes): counted byte by byte, by no reader's rules.
 */
export function countStored(part: Uint8Array): number {
  return countValues(part) + countInline(Buffer.from(part.buffer, part.byteOffset, part.length));
}

function countValues(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length - 4; at++) {
    if (bytes[at] !== LESS || bytes[at + 1] !== V) continue;
    const end = bytes[at + 2] === SPACE ? bytes.indexOf(MORE, at) : at + 2;
    if (bytes[end] !== MORE || bytes[end - 1] === SLASH) continue;
    const isEmpty = bytes[end + 1] === LESS && bytes[end + 2] === SLASH;
    if (!isEmpty) count += 1;
  }
  return count;
}

function countInline(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(INLINE); at !== -1; at = bytes.indexOf(INLINE, at + INLINE.length)) {
    const next = bytes[at + INLINE.length];
    if (next === MORE || next === SPACE) count += 1;
  }
  return count;
}
