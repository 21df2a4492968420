import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copyProject, freshFolder, project } from "./warehouse.ts";

/** A copy of the dbt project without what dbt made, for tests that add rows to its seeds. */
export function copyOfProject(): string {
  const copy = join(freshFolder(), "models");
  copyProject(project, copy);
  return copy;
}

/** Path of a seed of a copy. */
export const seedOf = (copy: string, name: string) => join(copy, "seeds", `${name}.csv`);

/** A line of a seed from the values that matter, in the order of its header. */
export function rowOf(
  copy: string,
  name: string,
  values: Record<string, string | number | undefined>,
): string {
  const [header = ""] = readFileSync(seedOf(copy, name), "utf8").split("\n");
  return `${header
    .split(",")
    .map((column) => values[column] ?? "")
    .join(",")}\n`;
}
