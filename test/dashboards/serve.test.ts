import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../dashboards/main.ts";
import { serverHeaders } from "../../dashboards/reading/markup/headers.ts";
import { type Server, serve } from "../../scripts/bench/kit/serve.ts";
import { writeWarehouse } from "./fixture.ts";

const home = mkdtempSync(join(tmpdir(), "serve-"));
const script = resolve(import.meta.dirname, "../../scripts/serve.ts");
let server: Server;
let address = "";

beforeAll(async () => {
  await writeWarehouse(join(home, "w.duckdb"));
  await buildSite({ warehouse: join(home, "w.duckdb"), out: join(home, "site") });
  server = await serve(home);
  address = server.address;
});

afterAll(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

test("serves this machine only, with every header", async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  for (const [name, value] of Object.entries(serverHeaders)) {
    expect(answer.headers.get(name)).toBe(value);
  }
});

test.each([
  ["assets/site.js", "text/javascript; charset=utf-8"],
  ["data/hi_coverage.png", "image/png"],
  ["data/hi_coverage.svg", "image/svg+xml; charset=utf-8"],
  ["data/catalog.json", "application/json; charset=utf-8"],
])("%s has its type", async (path, type) => {
  const answer = await fetch(address + path);
  expect(answer.headers.get("content-type")).toBe(type);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(400);
});

test.each([
  ["index.html", "gzip, br", "gzip"],
  ["index.html", "br", null],
  ["data/hi_coverage.png", "gzip", null],
])("%s for a reader who takes %s", async (path, taken, encoding) => {
  const answer = await fetch(address + path, { headers: { "Accept-Encoding": taken } });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  expect(answer.headers.get("vary")).toBe("Accept-Encoding");
  const file = readFileSync(join(home, "site", path));
  expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
});

test.each([
  ["a port that is taken", home, 2, "choose another with --port"],
  ["a home without pages", join(home, "nothing"), 1, "run npm run refresh"],
])("%s ends with what to do", (_, from, code, words) => {
  const args = [script, "--home", from, "--port", new URL(address).port];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status).toBe(code);
  expect(stderr).toContain(words);
});

test("nothing outside the site is served", async () => {
  for (const path of ["%2e%2e/w.duckdb", "..%2fw.duckdb", "no/such/page.html"]) {
    expect((await fetch(address + path)).status).toBe(404);
  }
});
