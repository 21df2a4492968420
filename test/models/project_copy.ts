import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programmeFolder } from "../../ingest/programme/programme.ts";
import { copyProject, decisionsBeside, freshFolder, project } from "./warehouse.ts";

/** A copy of the dbt project without what dbt made, and beside it of the programme, to which rows can be added. */
export function copyOfProject(): string {
  const copy = join(freshFolder(), "models");
  copyProject(project, copy);
  cpSync(programmeFolder, decisionsBeside(copy), { recursive: true });
  return copy;
}

/**
 * The same of a ward that has these neighbourhoods alone: a ward's figure is the sum of its neighbourhoods only
 * where all of them are there.
 */
export function copyOfWard(neighbourhoods: readonly string[]): string {
  const copy = copyOfProject();
  const areas = decisionsOf(copy, "areas");
  const isOfWard = (line: string) =>
    !line.includes(",neighbourhood,") || neighbourhoods.includes(line.slice(0, line.indexOf(",")));
  writeFileSync(areas, readFileSync(areas, "utf8").split("\n").filter(isOfWard).join("\n"));
  return copy;
}

/** Path of a file of the programme beside a copy. */
export const decisionsOf = (copy: string, name: string) =>
  join(decisionsBeside(copy), `${name}.csv`);

/** A line of a file of the programme from the values that matter, in the order of its header. */
export function rowOf(
  copy: string,
  name: string,
  values: Record<string, string | number | undefined>,
): string {
  const [header = ""] = readFileSync(decisionsOf(copy, name), "utf8").split("\n");
  return `${header
    .split(",")
    .map((column) => values[column] ?? "")
    .join(",")}\n`;
}
