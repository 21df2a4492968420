import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

/**
 * Where the contracts of the marts are written, one file a mart. What `config.meta` of a mart and of
 * its columns may say is in `martMeta` and `columnMeta`; what it means in the public edition, in
 * `dashboards/reading/contract/mart.ts`.
 */
export const martsFolder = "models/models/marts";

/** The file that is written from them. */
export const contractFile = "dashboards/reading/contract/marts.generated.ts";

/** A contract that cannot be read; every place that is wrong, a line each. */
export class ContractError extends Error {}

/** The text of `contractFile` for the project in this folder. Throws ContractError. */
export function contractOf(root: string): string {
  const wrong: string[] = [];
  const entries = readContracts(root).map(({ file, model }) => entryOf(file, model, wrong));
  if (wrong.length > 0) throw new ContractError(wrong.join("\n"));
  return [
    `// Written by \`npm run contract\` from ${martsFolder}/*.yml, where it is changed.`,
    'import type { Mart } from "./mart.ts";',
    "",
    "export const marts = {",
    ...entries.toSorted(),
    "} as const satisfies Record<string, Mart>;",
    "",
  ].join("\n");
}

/** A mart as its yml has it, as far as it is read here. */
export interface MartModel {
  name: string;
  description?: string;
  config?: { meta?: Meta };
  data_tests?: { keeps?: { arguments?: { key?: string[] } } }[];
  columns?: { name: string; data_type?: string; config?: { meta?: Meta } }[];
}

type Meta = Record<string, unknown>;

/** The marts of the project in this folder, each with the file of its contract. */
export function readContracts(root: string): { file: string; model: MartModel }[] {
  const files = globSync(`${martsFolder}/*.yml`, { cwd: root }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  return files.toSorted().flatMap((file) => {
    const { models = [] } = parse(readFileSync(join(root, file), "utf8")) as {
      models?: MartModel[];
    };
    return models.map((model) => ({ file, model }));
  });
}

/** The words of `config.meta`, the first where it says none; `order_by` of a mart is its key by default. */
const martMeta = {
  visibility: [null, "public", "internal"],
  release: ["none", "all", "public_indicators", "public_sections", "figures", "ward_results"],
} as const;
const columnMeta = {
  visibility: [null, "public", "internal"],
  when_suppressed: ["withheld", "shown", "if_published"],
  is_nullable: [true, false],
} as const;

/** By dbt's type, the kind of value that readers get. */
const kinds: Record<string, string> = {
  varchar: "text",
  integer: "integer",
  bigint: "number",
  double: "number",
  boolean: "flag",
  date: "date",
  timestamp: "instant",
};

function entryOf(file: string, model: MartModel, wrong: string[]): string {
  const at = `${file}: ${model.name}`;
  const { order_by, ...meta } = model.config?.meta ?? {};
  const { visibility, release } = wordsOf(at, meta, martMeta, wrong);
  if ((visibility === "internal") !== (release === "none"))
    wrong.push(sayMissing(`${at}.config.meta.release`, martMeta.release.slice(1), release));
  const key = model.data_tests?.flatMap(({ keeps }) => keeps?.arguments?.key ?? []) ?? [];
  const order = (order_by as string[] | undefined) ?? key;
  const columns = (model.columns ?? []).map((column) => {
    return columnOf(`${at}.${column.name}`, column, visibility === "internal", wrong);
  });
  return [
    `  ${shortName(model.name)}: {`,
    `    name: "${model.name}",`,
    `    file: "${basename(file)}",`,
    `    visibility: "${visibility}",`,
    `    release: "${release}",`,
    `    order: [${order.map((column) => `"${column}"`).join(", ")}],`,
    "    columns: {",
    ...columns,
    "    },",
    "  },",
  ].join("\n");
}

function columnOf(
  at: string,
  { name, data_type = "", config }: NonNullable<MartModel["columns"]>[number],
  isInternal: boolean,
  wrong: string[],
): string {
  const kind = kinds[data_type];
  if (!kind) wrong.push(sayMissing(`${at}.data_type`, Object.keys(kinds), data_type));
  const own = config?.meta ?? {};
  const meta = isInternal ? { ...own, visibility: own["visibility"] ?? "internal" } : own;
  const { visibility, when_suppressed, is_nullable } = wordsOf(at, meta, columnMeta, wrong);
  if (isInternal && visibility === "public")
    wrong.push(sayMissing(`${at}.config.meta.visibility`, ["internal"], visibility));
  const facts = { kind, is_nullable, visibility, when_suppressed };
  const texts = Object.entries(facts).map(([fact, value]) => `${fact}: ${JSON.stringify(value)}`);
  return `      ${name}: { ${texts.join(", ")} },`;
}

type Words = Record<string, readonly (string | boolean | null)[]>;

/** The words of a `config.meta`, each one of those it may be; notes what is wrong. */
function wordsOf<W extends Words>(at: string, meta: Meta, words: W, wrong: string[]) {
  const known = Object.keys(words);
  for (const name of Object.keys(meta)) {
    if (!known.includes(name)) wrong.push(sayMissing(`${at}.config.meta`, known, name));
  }
  const entries = Object.entries(words).map(([name, [standard, ...others]]) => {
    const value = (meta[name] ?? standard) as W[keyof W][number];
    const allowed = standard === null ? others : [standard, ...others];
    if (!allowed.includes(value)) {
      wrong.push(sayMissing(`${at}.config.meta.${name}`, allowed, value));
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as { [Name in keyof W]: W[Name][number] };
}

function sayMissing(at: string, expected: readonly unknown[], found: unknown): string {
  const words = expected.join(" | ");
  return `${at}: cần ${words}, đang là ${found ?? "∅"} · expected ${words}, found ${found ?? "none"}`;
}

/** A mart's name in the code: fct_period_values is periodValues. */
function shortName(name: string): string {
  return name.replace(/^(dim|fct)_/, "").replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}
