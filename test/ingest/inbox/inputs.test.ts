import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chooseInputs, MissingInboxError } from "../../../ingest/inbox/inputs.ts";

let project: string;
const at = (...parts: string[]) => join(project, "data", ...parts);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "inputs-"));
  for (const folder of ["inbox", "sample", "reference"]) mkdirSync(at(folder), { recursive: true });
});

afterEach(() => rmSync(project, { recursive: true }));

test("an inbox with nothing but placeholders gives way to the sample", () => {
  writeFileSync(at("inbox", ".gitkeep"), "");
  writeFileSync(at("inbox", "README.md"), "");
  expect(chooseInputs(undefined, project)).toEqual({
    paths: [at("sample"), at("reference")],
    is_sample: true,
  });
});

test("the default inbox may be missing", () => {
  rmSync(at("inbox"), { recursive: true });
  expect(chooseInputs(undefined, project).is_sample).toBe(true);
});

test("one office's file anywhere in the inbox replaces the sample", () => {
  mkdirSync(at("inbox", "cong an"));
  writeFileSync(at("inbox", "cong an", "T10.xlsx"), "x");
  expect(chooseInputs(undefined, project)).toEqual({
    paths: [at("inbox"), at("reference")],
    is_sample: false,
  });
});

test("an inbox that was named must exist", () => {
  expect(() => chooseInputs(at("nowhere"), project)).toThrow(MissingInboxError);
  expect(() => chooseInputs(at("nowhere"), project)).toThrow(
    `không có thư mục nhận này · no such inbox: ${at("nowhere")}`,
  );
});
