import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { marts } from "../../../../dashboards/reading/contract/marts.ts";

test.each(Object.values(marts))("the columns read from $name are in its contract", (mart) => {
  const contract = readFileSync(
    resolve(import.meta.dirname, `../../../../models/models/marts/${mart.name}.yml`),
    "utf8",
  );
  const columns = [...contract.matchAll(/^ {6}- name: (\w+)$/gm)].map(([, name]) => name);
  expect(columns).toEqual(expect.arrayContaining([...Object.keys(mart.columns), ...mart.order]));
});
