import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { declaredSheets } from "../recognise/declared_sheets.ts";
import { type Catalogue, catalogue } from "../recognise/form_catalogue.ts";
import { recognise } from "../recognise/recognition.ts";

/**
 * The titles of forms whose own sheets are no longer theirs once a draft stands beside them, or that take the
 * draft's: each form is held against the sheets that it declares. A form that says too little has none.
 */
export function declaredConflicts(
  draft: Form,
  others: readonly Form[],
  areas: AreaReader,
): string[] {
  const [before, after] = [catalogue(others, areas), catalogue([...others, draft], areas)];
  const caught = others.filter((form) =>
    declaredSheets(form).some((sheet) => {
      const known = formsOf(sheet, before);
      return known.includes(form.id) && !sameForms(known, formsOf(sheet, after));
    }),
  );
  const takers = declaredSheets(draft)
    .flatMap((sheet) => formsOf(sheet, after))
    .filter((id) => id !== draft.id);
  const named = others.filter(
    ({ id }) => caught.some((each) => each.id === id) || takers.includes(id),
  );
  return named.map(({ title_vi, id }) => `${title_vi} (${id})`);
}

function formsOf(sheet: Parameters<typeof recognise>[0], known: Catalogue): string[] {
  const found = recognise(sheet, "", known);
  if (found.kind === "form") return [found.match.form.id];
  return found.kind === "ambiguous" ? found.forms : [];
}

function sameForms(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
