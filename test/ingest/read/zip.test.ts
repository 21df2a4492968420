import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { entryText, unzip, type ZipCaps } from "../../../ingest/read/zip.ts";

const caps: ZipCaps = {
  entries: 3,
  entry_bytes: 4_000,
  total_bytes: 6_000,
  ratio: 10,
  ratio_from_bytes: 1_000,
};

function code(bytes: Uint8Array): string {
  try {
    unzip(bytes, caps);
    return "read";
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

/** The archive with a field of its central directory (of the first entry) overwritten. */
function forged(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const directory = copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  copy.writeUInt32LE(value, directory + offset);
  return copy;
}

test("entries come back by name, folded and stored, folders left out", () => {
  const source = zipSync({
    "a/b.xml": strToU8("<xin chào/>"),
    "c.xml": [strToU8("stored"), { level: 0 }],
    "d/": new Uint8Array(),
  });
  const entries = unzip(source);
  expect([...entries.keys()]).toEqual(["a/b.xml", "c.xml"]);
  expect(entryText(entries, "a/b.xml")).toBe("<xin chào/>");
  expect(entryText(entries, "c.xml")).toBe("stored");
  expect(entryText(entries, "none")).toBe("");
});

describe("caps", () => {
  const noise = (length: number) =>
    Uint8Array.from({ length }, (_, index) => (index * index * 31 + (index >> 3) * 17) % 251);

  test("entries", () => {
    const many = Object.fromEntries([1, 2, 3, 4].map((name) => [`${name}`, strToU8("x")]));
    expect(code(zipSync(many))).toBe("too_large");
  });

  test("an entry", () => {
    expect(code(zipSync({ a: noise(3_900) }))).toBe("read");
    expect(code(zipSync({ a: noise(4_100) }))).toBe("too_large");
  });

  test("all entries together, folded or stored", () => {
    const parts = { a: noise(3_500), b: noise(3_500) };
    expect(code(zipSync(parts))).toBe("too_large");
    expect(code(zipSync(parts, { level: 0 }))).toBe("too_large");
  });

  test("the ratio, past a first allowance", () => {
    expect(code(zipSync({ a: new Uint8Array(900) }))).toBe("read");
    expect(code(zipSync({ a: new Uint8Array(1_100) }))).toBe("too_large");
  });

  test("a bomb that declares itself small is stopped all the same", () => {
    const bomb = zipSync({ a: new Uint8Array(1_000_000) });
    expect(code(forged(bomb, 24, 10))).toBe("too_large");
  });
});

describe("damage", () => {
  const honest = zipSync({ a: strToU8("xin chào xin chào xin chào xin chào") });

  test.each([
    ["a false size", forged(honest, 24, 10)],
    ["a false sum", forged(honest, 16, 0)],
    ["a false offset", forged(honest, 42, 7)],
    ["an offset past the end", forged(honest, 42, 1_000_000)],
    ["a cut end", honest.subarray(0, -10)],
    ["a cut beginning", honest.subarray(10)],
    ["four bytes", honest.subarray(0, 4)],
  ])("%s", (_what, source) => {
    expect(code(source)).toBe("damaged");
  });

  test("an encrypted entry", () => {
    expect(code(forged(honest, 8, 0x0008_0001))).toBe("encrypted");
  });
});
