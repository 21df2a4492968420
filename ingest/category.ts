import type { Category, Form } from "./form.ts";
import { wordKey } from "./parse/key.ts";
import { readSubset } from "./row_rules.ts";

/** A category of a row, and whether it is a part that is counted elsewhere too. */
export interface FoundCategory {
  id: string;
  is_subset: boolean;
  declared: Category | null;
}

/** The known category that a label names, blind to numbering (`1.`, `II -`) and to `Trong đó:`; else null. */
export function categoryOf(form: Form, text: string): FoundCategory | null {
  const known = form.keys.category?.known;
  if (!known || text === "") return null;
  const { label, is_subset } = readSubset(text.replace(NUMBERING, ""));
  const key = wordKey(label);
  const found = Object.entries(known).find(([, { texts }]) =>
    texts.some((t) => wordKey(t) === key),
  );
  if (!found) return null;
  const [id, declared] = found;
  return { id, declared, is_subset: is_subset || (declared.is_subset ?? false) };
}

const NUMBERING = /^\s*(?:(?:[IVX]+|[A-H]|\d+(?:\.\d+)*)\s*[.):-]\s*|[-+*•]\s*)/u;
