import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const room = resolve(import.meta.dirname, "../../../scripts/sample");
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

it("is independent truth: the generator imports nothing from the rooms that it checks", () => {
  expect(files.length).toBeGreaterThan(30);
  for (const name of files) {
    const imports = readFileSync(join(room, name), "utf8").matchAll(/from "(\.[^"]*)"/g);
    for (const [, path = ""] of imports) {
      expect(resolve(room, name, "..", path).startsWith(`${room}/`), `${name}: ${path}`).toBe(true);
    }
  }
});

it("asks neither clock nor chance", () => {
  for (const name of files) {
    const text = readFileSync(join(room, name), "utf8");
    expect(text.match(/Math\.random|Date\.now|new Date\(\)|process\.env/), name).toBeNull();
  }
});
