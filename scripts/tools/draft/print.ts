import type { DraftForm } from "./draft_form.ts";

const WIDEST = 100;

/** A drafted form as the TypeScript of its file in `ingest/forms/`. */
export function printForm({ form, to_check }: DraftForm): string {
  const checks = to_check.map((line) => ` * - ${line}`);
  const head = ["/**", ` * ${form.title_en}. A draft: look at each of these before it is used.`];
  return `${[
    `import { defineForm } from "../form.ts";`,
    "",
    ...head,
    ...checks,
    " */",
    `export const form = defineForm(${print(form, "", 2)});`,
  ].join("\n")}\n`;
}

/** A value as a literal; objects that hold others are written over several lines down to `depth`. */
function print(value: unknown, indent: string, depth: number, used = indent.length): string {
  const flat = printFlat(value);
  const isWide = used + flat.length > WIDEST;
  if (value === null || typeof value !== "object" || flat === "{}" || flat === "[]") return flat;
  const isNested = Object.values(value).some((part) => part !== null && typeof part === "object");
  if (!isWide && (depth <= 0 || Array.isArray(value) || !isNested)) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${print(item, inner, depth - 1)},`);
    return `[\n${items.join("\n")}\n${indent}]`;
  }
  const lines = entriesOf(value).map(([name, part]) => {
    const start = `${inner}${keyOf(name)}: `;
    return `${start}${print(part, inner, depth - 1, start.length + 1)},`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const parts = entriesOf(value).map(([name, part]) => `${keyOf(name)}: ${printFlat(part)}`);
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "{}";
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

function keyOf(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : JSON.stringify(name);
}
