import type { Form, FormCategory } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { readSubset } from "./row_rules.ts";

/** A category of a row, and whether it is a part that is counted elsewhere too. */
export interface FoundCategory {
  id: string;
  is_subset: boolean;
  declared: FormCategory;
}

/** The known category that a label names, blind to numbering (`1.`, `II -`) and to `Trong đó:`; else null. */
export function categoryOf(form: Form, text: string): FoundCategory | null {
  const known = form.keys.category?.known;
  if (!known || text === "") return null;
  const { label, is_subset } = readSubset(text.replace(NUMBERING, ""));
  const id = idsByKey(known).get(wordKey(label));
  const declared = id === undefined ? undefined : known[id];
  if (id === undefined || !declared) return null;
  return { id, declared, is_subset: is_subset || (declared.is_subset ?? false) };
}

const NUMBERING = /^\s*(?:(?:[IVX]+|[A-H]|\d+(?:\.\d+)*)\s*[.):-]\s*|[-+*•]\s*)/u;

const remembered = new WeakMap<object, Map<string, string>>();

function idsByKey(known: Readonly<Record<string, FormCategory>>): Map<string, string> {
  const keys =
    remembered.get(known) ??
    new Map(Object.entries(known).flatMap(([id, { texts }]) => texts.map((t) => [wordKey(t), id])));
  remembered.set(known, keys);
  return keys;
}
