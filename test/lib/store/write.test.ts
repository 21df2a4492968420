import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  asideOf,
  moveWhole,
  overwrite,
  restoreFolder,
  swapFolder,
  writeOnce,
  writeWhole,
} from "../../../lib/store/write.ts";

const freshFolder = () => mkdtempSync(join(tmpdir(), "lechan-write-"));
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

/** A folder with one page. */
function folderOf(path: string, words: string): string {
  mkdirSync(join(path, "below"), { recursive: true });
  writeFileSync(join(path, "below", "page.html"), words);
  return path;
}

describe("a file", () => {
  it("is replaced whole, its folder made, nothing left beside it", () => {
    const folder = join(freshFolder(), "Lê Chân", "runs");
    const path = join(folder, "note.json");
    expect(writeWhole(path, "first")).toBe(path);
    writeWhole(path, Buffer.from("second"));
    expect(read(path)).toBe("second");
    expect(readdirSync(folder)).toEqual(["note.json"]);
  });

  it("that can't be put in place leaves what stood there and nothing aside", () => {
    const folder = freshFolder();
    folderOf(join(folder, "taken"), "stands");
    expect(() => writeWhole(join(folder, "taken"), "new")).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(read(folder, "taken", "below", "page.html")).toBe("stands");
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  it.skipIf(process.platform === "win32")("takes the permissions that are asked for", () => {
    const path = join(freshFolder(), "record.json");
    writeWhole(path, "kept", { mode: 0o444 });
    expect(statSync(path).mode & 0o777).toBe(0o444);
    writeWhole(path, "again", { mode: 0o600 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("written aside by another is put in place", () => {
    const path = join(freshFolder(), "part.parquet");
    writeFileSync(asideOf(path), "rows");
    moveWhole(asideOf(path), path);
    expect(read(path)).toBe("rows");
    expect(existsSync(asideOf(path))).toBe(false);
  });

  it("written once stays as the first one wrote it", () => {
    const folder = join(freshFolder(), ".keys");
    writeOnce(join(folder, "person.key"), "first", { mode: 0o600 });
    writeOnce(join(folder, "person.key"), "second", { mode: 0o600 });
    expect(read(folder, "person.key")).toBe("first");
    expect(readdirSync(folder)).toEqual(["person.key"]);
    if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is written over under all its names", () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "a"), "secret");
    linkSync(join(folder, "a"), join(folder, "b"));
    overwrite(join(folder, "a"), Buffer.from("xxxxxx"));
    expect(read(folder, "b")).toBe("xxxxxx");
  });
});

describe("a folder", () => {
  it("is swapped for another, or put where none stood", () => {
    const home = freshFolder();
    const [site, retired] = [join(home, "site"), join(home, "retired")];
    swapFolder(folderOf(join(home, "built"), "first"), site, retired);
    expect(read(site, "below", "page.html")).toBe("first");
    swapFolder(folderOf(join(home, "built"), "second"), site, retired);
    expect(read(site, "below", "page.html")).toBe("second");
    expect(readdirSync(home)).toEqual(["site"]);
  });

  it("retired by a swap that was cut short is brought back; one of a finished swap goes", () => {
    const home = freshFolder();
    const [site, retired] = [join(home, "site"), folderOf(join(home, "retired"), "last good")];
    restoreFolder(site, retired);
    expect(read(site, "below", "page.html")).toBe("last good");
    folderOf(retired, "older");
    restoreFolder(site, retired);
    expect(read(site, "below", "page.html")).toBe("last good");
    expect(existsSync(retired)).toBe(false);
  });

  it("that was not built leaves the one that stands", () => {
    const home = freshFolder();
    const site = folderOf(join(home, "site"), "stands");
    expect(() => swapFolder(join(home, "built"), site, join(home, "retired"))).toThrow("ENOENT");
    expect(read(site, "below", "page.html")).toBe("stands");
  });
});
