import type { Form } from "../form.ts";
import type { Lessons } from "../lessons.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { HeaderBlock, HeaderCell } from "./header.ts";

/** The columns of a form in a sheet, and the headers that it does not know. */
interface KnownColumns {
  columns: Map<string, number>;
  unknown: HeaderCell[];
}

/**
 * What people have answered about headers that the form does not know, put in: a column of the form that
 * nothing else fills, or that the column is not needed. Where two headers were taught as one column, neither is.
 */
export function taughtColumns(
  form: Form,
  header: HeaderBlock,
  found: ReadonlyMap<string, number>,
  lessons: Lessons,
  place: { file: string; sheet: string },
): KnownColumns {
  const taken = new Set(found.values());
  const open = header.cells.filter(({ column }) => !taken.has(column));
  const answers = open.map(({ texts }) =>
    lessons.answer({
      kind: "column",
      form: form.id,
      column: null,
      text: texts.join(" | "),
      ...place,
    }),
  );
  const isOnce = (id: string) => answers.indexOf(id) === answers.lastIndexOf(id);
  const isTaught = (id: string | null): id is string =>
    id !== null && form.columns[id] !== undefined && !found.has(id) && isOnce(id);
  const columns = new Map(found);
  const unknown = open.filter(({ column }, position) => {
    const answer = answers[position] ?? null;
    if (isTaught(answer)) columns.set(answer, column);
    return !isTaught(answer) && answer !== NOT_NEEDED.id;
  });
  return { columns, unknown };
}
