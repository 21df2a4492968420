import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const folder = resolve(import.meta.dirname, "../../../dashboards/site/theme");
const styles = readdirSync(folder).filter((name) => name.endsWith(".css"));
const sheets = styles.map((name) => {
  return { name, css: readFileSync(join(folder, name), "utf8") };
});
const tokens = sheets.find(({ name }) => name === "tokens.css")?.css ?? "";
const [light = "", dark = ""] = tokens.split("@media (prefers-color-scheme: dark)");
const token = /--([\w-]+): #[0-9a-f]{6};/g;
const colours = (block: string) => [...block.matchAll(token)].map(([, name]) => name);

test("the dark scheme changes the colours of the light one, each of them, and nothing else", () => {
  const asking = sheets.filter(({ css }) => css.includes("prefers-color-scheme"));
  expect(asking.map(({ name }) => name)).toEqual(["tokens.css"]);
  expect(colours(dark).length).toBeGreaterThan(15);
  expect(colours(dark)).toEqual(colours(light));
  expect(dark.replace(token, "").replace(/\s/g, "")).toBe("{:root{}}");
});
