import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeWarehouse } from "../dashboards/fixture.ts";
import { copyProject, freshFolder, runScript } from "./project.ts";

const folder = freshFolder();
const project = copyProject(folder);
let server: ChildProcess;
let errors = "";
let address = "";

beforeAll(async () => {
  await writeWarehouse(join(folder, "warehouse.duckdb"));
  expect(runScript("dashboards", ["--home", folder], folder, project).status).toBe(0);
  const script = join(project, "scripts", "serve.ts");
  const args = [script, "--home", folder, "--port", "0", "--watch"];
  server = spawn(process.execPath, args);
  server.stderr?.on("data", (data) => {
    errors += String(data);
  });
  address = await new Promise((found) =>
    server.stdout?.once("data", (data) => found(String(data).trim())),
  );
});

afterAll(async () => {
  await new Promise((ended) => server.once("close", ended) && server.kill());
  rmSync(folder, { recursive: true, force: true });
});

test("pages follow their sources; broken code leaves the last good ones until it is mended", async () => {
  const heading = "Các chỉ tiêu theo nội dung của chương trình";
  expect(await page("index.html")).toContain(heading);

  edit("dashboards/reading/text/vi.ts", heading, "Mọi chỉ tiêu");
  await until(async () => (await page("index.html")).includes("Mọi chỉ tiêu"));

  edit("dashboards/site/theme/tokens.css", "#f5f6f8", "#fedcba");
  await until(async () => (await page("assets/theme.css")).includes("#fedcba"));

  errors = "";
  edit(
    "dashboards/site/pages/overview.ts",
    "export function overviewPage",
    "export function ( overviewPage",
  );
  await until(async () => errors.includes("the last good pages still stand"));
  expect(errors).toMatch(/overview\.ts:\d+[\s\S]*SyntaxError/);
  expect(await page("index.html")).toContain("Mọi chỉ tiêu");

  edit(
    "dashboards/site/pages/overview.ts",
    "export function ( overviewPage",
    "export function overviewPage",
  );
  edit("dashboards/reading/text/vi.ts", "Mọi chỉ tiêu", "Tất cả chỉ tiêu");
  await until(async () => (await page("index.html")).includes("Tất cả chỉ tiêu"));
}, 900_000);

async function page(path: string): Promise<string> {
  return (await fetch(address + path)).text();
}

function edit(file: string, before: string, after: string): void {
  const path = join(project, file);
  const source = readFileSync(path, "utf8");
  expect(source).toContain(before);
  writeFileSync(path, source.replace(before, after));
}

/** Waits for something that a rebuild brings about; the test's own clock ends a vain wait. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((next) => setTimeout(next, 100));
}
