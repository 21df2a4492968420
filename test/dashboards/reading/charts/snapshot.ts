import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { expect } from "vitest";

/** Where reviewed pictures lie; open one in a browser to see it. */
const snapshots = resolve(import.meta.dirname, "../../../snapshots/charts");

/**
 * Holds a picture to the one reviewed. What differs is written beside it as `<name>-changed.svg`:
 * look at both, and rename it where the change is meant. A picture without a snapshot becomes one,
 * but not where CI runs.
 */
export function expectPicture(name: string, svg: string): void {
  const reviewed = join(snapshots, `${name}.svg`);
  const changed = join(snapshots, `${name}-changed.svg`);
  const drawn = normalised(svg);
  if (!existsSync(reviewed) && !process.env["CI"]) {
    mkdirSync(snapshots, { recursive: true });
    writeFileSync(reviewed, drawn);
  }
  const known = existsSync(reviewed) ? readFileSync(reviewed, "utf8") : "";
  if (known === drawn) rmSync(changed, { force: true });
  else writeFileSync(changed, drawn);
  expect(drawn, `look at ${changed}`).toBe(known);
}

/** The names of the reviewed pictures. */
export function reviewedNames(): string[] {
  return readdirSync(snapshots)
    .filter((name) => !name.endsWith("-changed.svg"))
    .map((name) => basename(name, ".svg"))
    .toSorted();
}

/** One decimal, ids by their order, an element a line: what is left differs only where a reader sees it. */
function normalised(svg: string): string {
  const ids = new Map<string, string>();
  const idOf = (id: string) => {
    ids.set(id, ids.get(id) ?? `id-${ids.size + 1}`);
    return ids.get(id) as string;
  };
  return svg
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${idOf(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${idOf(id)})`)
    .replace(/"[^"<>]*"/g, (value) =>
      value.replace(/-?\d+\.\d+/g, (number) => String(+(+number).toFixed(1))),
    )
    .replaceAll(/>(?=<)/g, ">\n");
}
