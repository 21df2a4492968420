import type { Form, FormColumn } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { remarkParts } from "../parse/area_remark.ts";
import { MASK } from "../problems/problem.ts";
import { withoutPersonalNumbers } from "./personal_number.ts";

/** Letters, or as many digits as the shortest number of a person has. */
const COULD_BE_PERSONAL = /\p{L}|(?:\d[\s.,-]*){9}/u;

/** A number of a paper: one word with a digit in it. */
const PAPER_NUMBER = /^(?!.*(?:\d[.,-]*){9})\S*\d\S*$/;

/** One to three capitals or a digit with them: nobody's name, and what a list of codes holds. */
const CODE = /^\s*(?:[A-ZĐ]{1,3}\d?|\d{1,2})\s*$/u;

/**
 * A cell's text as it may be shown, in messages and previews: masked in a personal column and, where rows
 * are of persons, wherever it could be a name or a number, for cells slip into each other's columns.
 * Elsewhere a number that could be a person's is masked in all but figures.
 */
export function maskedText(
  { form: { columns }, areas }: { form: Form; areas: AreaReader },
  { is_personal, type }: FormColumn,
  text: string,
): string {
  if (is_personal || type === "identifier") return MASK;
  if (type === "remark") return withoutPersonalNumbers(text);
  if (!COULD_BE_PERSONAL.test(text)) return text;
  if (type === "code" && PAPER_NUMBER.test(text)) return text;
  if (type === "choice" && CODE.test(text)) return text;
  if (type === "area" && isAreaAlone(text, areas)) return text;
  if (Object.values(columns).some((column) => column.is_personal)) return MASK;
  return type === "number" || type === "count" ? text : withoutPersonalNumbers(text);
}

/** A remark behind an area may name who looks after it. */
function isAreaAlone(text: string, areas: AreaReader): boolean {
  return remarkParts(text) === null && areas.isKnown(text, { is_neighbourhood_column: true });
}
