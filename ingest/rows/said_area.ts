import { wordKey } from "../parse/key.ts";
import type { SheetContext } from "./sheet_context.ts";

/** Words that speak of a ward or of what lies in it, as keys. */
const LOCAL =
  /\b(?:phuong|xa|thi tran|dac khu|p|to dan pho|tdp|to \d+|khu pho|thon|xom|dia ban|toan phuong)\b/;

/**
 * Whether nothing at all says whose a table of one total is: no line, name or cell speaks of the ward or of what
 * lies in it. A company or a larger area writes the same table.
 */
export function isOfNobody(context: SheetContext): boolean {
  const { match, table, file, sheet } = context;
  if (match.form.is_published || match.form.records) return false;
  if (table.rows.length !== 1) return false;
  const cells = sheet.rows.flatMap((row) =>
    row.flatMap((cell) => (cell?.type === "text" ? cell.text : [])),
  );
  const keys = [file, sheet.name, ...cells].map(wordKey);
  const squeezed = keys.map((key) => key.replaceAll(" ", ""));
  const names = match.areas.ward_keys.map((key) => key.replace(/^\S+ /, "").replaceAll(" ", ""));
  const isNamed = squeezed.some((key) => names.some((name) => key.includes(name)));
  return !isNamed && !keys.some((key) => LOCAL.test(key));
}
