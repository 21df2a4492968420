import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../dashboards/build.ts";
import { serverHeaders } from "../../dashboards/policy.ts";
import { writeWarehouse } from "./fixture.ts";

const home = mkdtempSync(join(tmpdir(), "serve-"));
const port = 20_000 + (process.pid % 20_000);
let server: ChildProcess;
let address = "";

beforeAll(async () => {
  await writeWarehouse(join(home, "w.duckdb"));
  await buildSite({ warehouse: join(home, "w.duckdb"), out: join(home, "site") });
  const script = resolve(import.meta.dirname, "../../scripts/serve.ts");
  server = spawn(process.execPath, [script, "--home", home, "--port", String(port)]);
  address = await new Promise((found, failed) => {
    server.stdout?.once("data", (data) => found(String(data).trim()));
    server.once("close", (code) => failed(new Error(`the server ended with exit code ${code}`)));
  });
});

afterAll(() => {
  server.removeAllListeners("close");
  server.kill();
  rmSync(home, { recursive: true, force: true });
});

test("serves this machine only, with every header", async () => {
  expect(address).toBe(`http://127.0.0.1:${port}/`);
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

test("nothing outside the site is served", async () => {
  for (const path of ["%2e%2e/w.duckdb", "..%2fw.duckdb", "no/such/page.html"]) {
    expect((await fetch(address + path)).status).toBe(404);
  }
});
