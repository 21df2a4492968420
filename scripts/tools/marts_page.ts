import { readContracts } from "./contract.ts";

/** The page that is written from the marts' contracts. */
export const martsPage = "docs/marts.md";

const HEAD = `# Marts

Written by \`npm run contract\` from \`models/models/marts/*.yml\`, where types, descriptions of columns and who may
see them stand.

\`data/warehouse.duckdb\` is plain DuckDB 1.5: open it read-only and query the schema \`marts\`. Names of tables and
columns are relied on from outside: they stay, new ones may be added. What \`status\` and \`reason_code\` mean:
[statuses](statuses.md). How to add one: [a new mart or column](a-new-mart.md).

| mart | one row per | columns | seen by | what it holds |
|---|---|---|---|---|
`;

/** The text of `martsPage` for the project in this folder: a line a mart. */
export function martsPageOf(root: string): string {
  const lines = readContracts(root).map(({ file, model }) => {
    const { what, grain } = wordsOf(model.description ?? "");
    const visibility = String(model.config?.meta?.["visibility"] ?? "");
    const name = `[${model.name}](../${file})`;
    return `| ${name} | ${grain} | ${model.columns?.length ?? 0} | ${visibility} | ${what} |\n`;
  });
  return HEAD + lines.join("");
}

/** A description begins with what the mart holds and ends with its grain: "One row per …". */
function wordsOf(description: string): { what: string; grain: string } {
  const [, grain = ""] = /One row per ([^.;]+)/.exec(description) ?? [];
  const [what = ""] = description.split(/(?<=[.;:]) /);
  return {
    what: `${what
      .trim()
      .replace(/[;:.]$/, "")
      .replaceAll("|", "/")}.`,
    grain,
  };
}
