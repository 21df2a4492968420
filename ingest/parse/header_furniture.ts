/** What headers carry besides their words, each with what it stands for. */
const FURNITURE: readonly [pattern: RegExp, by: string][] = [
  [/(\p{Ll})(\p{Lu})/gu, "$1 $2"],
  [/(\p{Lu}{2})(\p{Lu}\p{Ll}{2})/gu, "$1 $2"],
  [/[_\n]+/g, " "],
  [/\(?\d{1,2}\)?\s*=\s*[\d()+\-–x×*/:.,\s%]+/g, " "],
  [
    /^\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}(?:\.\d{1,2})*[.)/](?!\d)|CT\s?\d+\s*[-–—:]|[A-ZĐa-e][.)]\s|[IVX]{1,4}[.)]\s)\s*/,
    "",
  ],
  // A formula of columns; what goes up with a dash is a range, as of ages.
  [/\(\s*\d{1,2}\s*(?:[+x*:/]\s*\d{1,2}\s*)+\)/g, " "],
  [/\(\s*(?:(?:\d{2}\s*[-–]\s*\d)|(?:[2-9]\s*[-–]\s*1))\s*\)/g, " "],
  [/\((?:\d{1,2}|\*+|[a-eA-E])\)(?=\s*$)|\((?:\d{1,2}|\*+)\)|[*¹²³⁴⁵†]+(?=\s|$)/g, " "],
  [/±|\(\+\)\s*[,;/]?\s*\(?[-−–]\)?|\+\s*\/\s*[-−–]|[-−–]\s*\/\s*\+/g, " tăng giảm "],
  [/%/g, " phần trăm "],
  [/m²/g, " m2 "],
];

/** Dates and periods: where a header names them they say when, not what. */
const PERIOD =
  /(?:^|[^\p{L}\d])(?:(?:tính\s+)?(?:đến|den|hết|het|cuối|ngày|ngay|thời điểm)\s+)*(?:(?:ngày|ngay)\s*)?(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|(?:tháng|thang|T)\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4}|\s+năm\s+\d{4})?|(?:quý|quy|Q)\s*(?:IV|I{1,3}|[1-4])(?:\s*[/.-]\s*\d{4}|\s+năm\s+\d{4})?|\d{1,2}\s*[/.]\s*(?:\d{4}|\d{1,2})|\d{1,2}\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+\d{4})?|(?:năm|nam)\s+\d{4}|(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}|(?:19|20)\d{2})(?![\p{L}\d])/giu;

/** A header without its number, formula, marks and date; signs are put into words. */
export function withoutFurniture(text: string): string {
  const dated = text.normalize("NFC").replace(PERIOD, " ");
  const parted = /^[\w]+$/.test(dated.trim())
    ? dated.replace(/([a-z])(\d)|(\d)([A-Z])/g, "$1$3 $2$4")
    : dated;
  return FURNITURE.reduce((rest, [pattern, by]) => rest.replace(pattern, by), parted);
}

/** The dates and periods that a header names, as they are written. */
export function periodsIn(text: string): string[] {
  const found = [...text.normalize("NFC").matchAll(PERIOD)].map(([whole]) => whole);
  return found.map((each) => each.replace(/^[^\p{L}\d]+/u, "").trim());
}
