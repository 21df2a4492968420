import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Form } from "./form.ts";

const folder = join(import.meta.dirname, "forms");

/**
 * Every form, found by listing `forms/`, by id.
 * Throws when a file declares no form or a form of another name.
 */
export async function loadForms(): Promise<Form[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return Promise.all(files.sort().map(loadForm));
}

async function loadForm(file: string): Promise<Form> {
  const module: { form?: Form } = await import(pathToFileURL(join(folder, file)).href);
  if (module.form?.id === basename(file, ".ts")) return module.form;
  throw new Error(`no form of its own name in ingest/forms: ${file}`);
}
