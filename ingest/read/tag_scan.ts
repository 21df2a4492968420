import { NotPlain } from "./plain.ts";

const LESS = 60;
const MORE = 62;
const SLASH = 47;
const QUOTE = 34;
const EQUALS = 61;
const R = 114;
const S = 115;
const T = 116;

/**
 * A walk over the tags of sheet data, place by place: patterns and pieces of text would cost more than
 * all else of reading a large sheet. `at` is always the next place not yet read. Throws NotPlain.
 */
export class TagScan {
  at: number;
  /** The attributes of the tag read last: of its address `r` (0 where it has none), `s` and `t`. */
  row = 0;
  column = 0;
  style = 0;
  type = "n";
  isClosed = false;
  readonly xml: string;

  constructor(xml: string, at: number) {
    this.xml = xml;
    this.at = at;
  }

  /** Whether a text stands here. */
  sees(text: string): boolean {
    return this.xml.startsWith(text, this.at);
  }

  /** Reads a tag whose name is so many characters long, `<` included, with its attributes. */
  readTag(nameLength: number): void {
    const { xml } = this;
    let at = this.at + nameLength;
    this.row = 0;
    this.column = 0;
    this.style = 0;
    this.type = "n";
    let code = xml.charCodeAt(at);
    while (code !== MORE && code !== SLASH) {
      if (!(code <= 32)) throw new NotPlain("a tag");
      at += 1;
      code = xml.charCodeAt(at);
      if (code <= 32 || code === MORE || code === SLASH) continue;
      at = this.readAttribute(at);
      code = xml.charCodeAt(at);
    }
    this.isClosed = code === SLASH;
    this.at = at + (this.isClosed ? 2 : 1);
  }

  /** The text up to a closing tag, from so many characters on; the closing tag is passed. */
  readContent(skip: number, close: string): string {
    const start = this.at + skip;
    const end = this.xml.indexOf(close, start);
    if (end === -1) throw new NotPlain("a tag without an end");
    this.at = end + close.length;
    return this.xml.slice(start, end);
  }

  /**
   * The whole number that stands so many characters on with a text behind it, both passed; -1, and nothing
   * passed, where that is not what stands there.
   */
  readWhole(skip: number, behind: string): number {
    const start = this.at + skip;
    const end = this.endOfDigits(start);
    if (end === start || !this.xml.startsWith(behind, end)) return -1;
    this.at = end + behind.length;
    return this.wholeNumber(start, end);
  }

  /** Passes white space; what follows must be a tag. */
  skipSpace(): number {
    let code = this.xml.charCodeAt(this.at);
    while (code <= 32) {
      this.at += 1;
      code = this.xml.charCodeAt(this.at);
    }
    if (code !== LESS) throw new NotPlain("text between tags");
    return this.at;
  }

  private readAttribute(at: number): number {
    const { xml } = this;
    const equals = this.placeOf(EQUALS, at);
    if (xml.charCodeAt(equals + 1) !== QUOTE) throw new NotPlain("an attribute");
    const start = equals + 2;
    const end = this.placeOf(QUOTE, start);
    const name = equals === at + 1 ? xml.charCodeAt(at) : 0;
    if (name === R) this.readAddress(start, end);
    else if (name === S) this.readStyle(start, end);
    else if (name === T) this.type = xml.slice(start, end);
    return end + 1;
  }

  private readStyle(start: number, end: number): void {
    const isWhole = this.endOfDigits(start) === end;
    this.style = isWhole ? this.wholeNumber(start, end) : Number(this.xml.slice(start, end));
  }

  private endOfDigits(start: number): number {
    let at = start;
    for (let code = this.xml.charCodeAt(at); code >= 48 && code <= 57; at++)
      code = this.xml.charCodeAt(at + 1);
    return at;
  }

  private wholeNumber(start: number, end: number): number {
    let number = 0;
    for (let at = start; at < end; at++) number = number * 10 + this.xml.charCodeAt(at) - 48;
    return number;
  }

  /** The next place of a character within a tag; attributes are short, so that looking beats searching. */
  private placeOf(wanted: number, from: number): number {
    let at = from;
    let code = this.xml.charCodeAt(at);
    while (code !== wanted) {
      if (code === LESS || Number.isNaN(code)) throw new NotPlain("a tag without an end");
      at += 1;
      code = this.xml.charCodeAt(at);
    }
    return at;
  }

  private readAddress(start: number, end: number): void {
    let at = start;
    for (; at < end; at++) {
      const letter = this.xml.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      this.column = this.column * 26 + letter;
    }
    for (; at < end; at++) {
      const digit = this.xml.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) throw new NotPlain("an address");
      this.row = this.row * 10 + digit;
    }
  }
}
