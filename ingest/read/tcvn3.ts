import iconv from "iconv-lite";

/**
 * Text of the TCVN3 (ABC) fonts to Unicode NFC. Its letters are the Latin-1 characters of the same bytes
 * (soft hyphen U+00AD is ư), so nothing may be trimmed or normalised before; other characters stay.
 * Fonts whose names end in H (.VnTimeH) draw capitals from small letters.
 */
export function decodeTcvn3(text: string, isCapitalFont = false): string {
  const decoded = text
    .replace(/[\u0080-\u00ff]+/g, (run) => iconv.decode(Buffer.from(run, "latin1"), "tcvn"))
    .normalize("NFC");
  return isCapitalFont ? decoded.toUpperCase() : decoded;
}
