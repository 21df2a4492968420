import iconv from "iconv-lite";
import { Refusal } from "./refusal.ts";
import { countSyllables } from "./syllable.ts";
import { decodeTcvn3 } from "./tcvn3.ts";
import { decodeVni } from "./vni.ts";

/** A decoded text (NFC, without byte order mark) and the encoding it was in. */
export interface DecodedText {
  text: string;
  encoding: string;
  /** No encoding gave Vietnamese that makes sense; this one was taken for want of a better. */
  is_uncertain: boolean;
}

const MARKS: readonly { mark: readonly number[]; encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE" }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "UTF-8" },
  { mark: [0xff, 0xfe], encoding: "UTF-16LE" },
  { mark: [0xfe, 0xff], encoding: "UTF-16BE" },
];
/** Single-byte encodings, told apart by which one gives Vietnamese syllables; earlier wins a tie. */
const SINGLE_BYTE: Readonly<Record<string, (bytes: Buffer) => string>> = {
  "windows-1252": (bytes) => iconv.decode(bytes, "win1252").normalize("NFC"),
  "windows-1258": (bytes) => iconv.decode(bytes, "win1258").normalize("NFC"),
  TCVN3: (bytes) => decodeTcvn3(bytes.toString("latin1")),
  VNI: (bytes) => decodeVni(bytes.toString("latin1")),
};
/** Ends a text file since CP/M; old programs still write it. */
const DOS_END = 0x1a;
/** What a program leaves of a letter that its encoding did not have. */
const LOST_LETTER = /\p{L}\?+\p{L}/gu;
const LEAST_LOST = 3;
const LEAST_SHARE = 0.7;
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;

/**
 * The text of bytes whose encoding nobody states: by byte order mark, by form (UTF-16, UTF-8), and
 * among single-byte encodings by the Vietnamese they give.
 * Throws a Refusal `not_a_workbook` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => buffer[index] === byte));
  const decoded = marked
    ? sure(decodeUnicode(buffer.subarray(marked.mark.length), marked.encoding), marked.encoding)
    : decodeUnmarked(buffer.at(-1) === DOS_END ? buffer.subarray(0, -1) : buffer);
  if (decoded === null || CONTROL.test(decoded.text)) {
    throw new Refusal("not_a_workbook", "dữ liệu nhị phân", "binary data");
  }
  return decoded;
}

function decodeUnmarked(bytes: Buffer): DecodedText | null {
  const wide = wideEncoding(bytes);
  if (wide) return sure(decodeUnicode(bytes, wide), wide);
  const text = decodeUnicode(bytes, "UTF-8");
  return text === null ? decodeSingleByte(bytes) : sure(text, "UTF-8");
}

/** UTF-16 without a mark shows as zero bytes in every other place, and only there. */
function wideEncoding(bytes: Buffer): "UTF-16LE" | "UTF-16BE" | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length / 8;
  if (odd > enough && even === 0) return "UTF-16LE";
  return even > enough && odd === 0 ? "UTF-16BE" : null;
}

function decodeUnicode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
      .decode(bytes)
      .normalize("NFC");
  } catch {
    return null;
  }
}

function decodeSingleByte(bytes: Buffer): DecodedText {
  const readings = Object.entries(SINGLE_BYTE).map(([encoding, decode]) => {
    const text = decode(bytes);
    const { words, syllables } = countSyllables(text);
    return { text, encoding, share: words === 0 ? 0 : syllables / words };
  });
  const best = readings.reduce((a, b) => (b.share > a.share ? b : a));
  const isLossy = (best.text.match(LOST_LETTER) ?? []).length >= LEAST_LOST;
  const is_uncertain = isLossy || best.share < LEAST_SHARE;
  return { text: best.text, encoding: best.encoding, is_uncertain };
}

function sure(text: string | null, encoding: string): DecodedText | null {
  return text === null ? null : { text, encoding, is_uncertain: false };
}
