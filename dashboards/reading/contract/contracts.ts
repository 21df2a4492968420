import type { Mart } from "./mart.ts";
import { marts } from "./marts.generated.ts";

const contracts: ReadonlyMap<string, Mart> = new Map(
  Object.values(marts).map((mart) => [mart.name, mart]),
);

/**
 * The contract of a mart with these columns.
 *
 * @throws where nobody has decided who may see the mart, or one of its columns
 */
export function contractFor(name: string, columns: readonly string[]): Mart {
  const mart = contracts.get(name);
  if (!mart) throw undecided(`${name}.yml`, `marts.${name}`);
  if (mart.visibility === "internal") return mart;
  const open = columns.filter((column) => !Object.hasOwn(mart.columns, column));
  if (open.length === 0) return mart;
  throw undecided(mart.file, open.map((column) => `marts.${name}.${column}`).join(", "));
}

function undecided(file: string, what: string): Error {
  return new Error(
    `models/models/marts/${file}: chưa ai quyết định công khai hay nội bộ; ghi ở đó ` +
      `config.meta.visibility là public hoặc internal, rồi chạy npm run contract · nobody has ` +
      `decided who may see it; write config.meta.visibility there, public or internal, then ` +
      `npm run contract: ${what}`,
  );
}
