/** Names of the letters from U+00C0 on, in their order. */
const LATIN =
  "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml " +
  "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const OTHERS = {
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(" ").map((name, index): [string, string] => [
    name,
    String.fromCharCode(0xc0 + index),
  ]),
  ...Object.entries({ ...OTHERS, sup1: "¹", sup2: "²", sup3: "³", deg: "°", middot: "·" }),
]);
const ENTITY = /&(?:#(x?)([\da-f]{1,6})|(\w{2,8}));/gi;

/** A web page with its letters written as such: `&ocirc;` and `&#7893;` are what offices' programs make of them. */
export function withLetters(html: string): string {
  return html.replace(ENTITY, (entity, hex: string | undefined, code?: string, name?: string) =>
    code === undefined ? (NAMED.get(name ?? "") ?? entity) : letter(entity, code, hex ? 16 : 10),
  );
}

/** What would be markup stays an entity. */
function letter(entity: string, code: string, radix: number): string {
  const point = Number.parseInt(code, radix);
  const isMarkup = [34, 38, 39, 60, 62].includes(point);
  const isCharacter = point <= 0x10ffff && point >= 32 && !(point >= 0xd800 && point <= 0xdfff);
  return isMarkup || !isCharacter ? (MARKUP.get(point) ?? entity) : String.fromCodePoint(point);
}

const MARKUP: ReadonlyMap<number, string> = new Map([
  [34, "&quot;"],
  [38, "&amp;"],
  [39, "&apos;"],
  [60, "&lt;"],
  [62, "&gt;"],
]);
