import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of a home's runs, newest first: runs begin with their time. */
export function runFolders(home: string): string[] {
  const folder = join(home, "runs");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /^\d{8}T/.test(name))
    .toSorted()
    .reverse()
    .map((name) => join(folder, name));
}

/** The closing report that a run left in its folder, or null where there is none that can be read. */
export function readRunReport<Report extends object>(folder: string): Report | null {
  try {
    return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report;
  } catch {
    return null;
  }
}
