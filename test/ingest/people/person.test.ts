import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Identifier, parseIdentifier } from "../../../ingest/parse/identifier.ts";
import { loadKey } from "../../../ingest/people/key_file.ts";
import { personKey, personTokens } from "../../../ingest/people/person.ts";
import { defaultKeyPath } from "../../../lib/store/home.ts";

const folder = mkdtempSync(join(tmpdir(), "person-"));
const key = new Uint8Array(32).fill(7);

afterAll(() => rmSync(folder, { recursive: true }));

/** The keys of the rows' persons. */
function personKeys(rows: Identifier[][], secret: Uint8Array): (string | null)[] {
  return personTokens(rows, secret).map((tokens) => tokens?.person_key ?? null);
}

function identifier(text: string): Identifier {
  const read = parseIdentifier(text);
  if (!read.ok) throw new Error(read.rule);
  return read.value;
}

test("the key is made once, of 32 bytes, its owner's alone, and nothing is left beside it", () => {
  const path = join(folder, "once", ".keys", "person.key");
  const made = loadKey(path);
  expect(made.length).toBe(32);
  expect(loadKey(path)).toEqual(made);
  expect(readdirSync(dirname(path))).toEqual(["person.key"]);
  if (process.platform === "win32") return;
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test("processes that start at once end with one key", async () => {
  const path = join(folder, "race", "person.key");
  const module = new URL("../../../ingest/people/key_file.ts", import.meta.url).href;
  const script = `import { loadKey } from ${JSON.stringify(module)};
    process.stdout.write(Buffer.from(loadKey(${JSON.stringify(path)})).toString("hex"));`;
  const keys = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      await once(child, "close");
      return output;
    }),
  );
  expect(new Set(keys)).toEqual(new Set([readFileSync(path).toString("hex")]));
});

test("a file that is no key is said, and stays as it is", () => {
  const path = join(folder, "short.key");
  writeFileSync(path, "short");
  expect(() => loadKey(path)).toThrow(`key is not 32 bytes: ${path}`);
  expect(readFileSync(path, "utf8")).toBe("short");
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "a key that can't be read is an error, not a reason for a new one",
  () => {
    const path = join(folder, "closed", "person.key");
    mkdirSync(dirname(path));
    writeFileSync(path, key);
    chmodSync(path, 0);
    expect(() => loadKey(path)).toThrow(/EACCES/);
  },
);

test("the key lies in .keys of the project unless the environment says otherwise", () => {
  expect(defaultKeyPath({})).toMatch(/[/\\]\.keys[/\\]person\.key$/);
  expect(defaultKeyPath({ LECHAN_KEY_FILE: "/safe/key" })).toBe("/safe/key");
});

test("a token is the HMAC-SHA-256 of the number's kind and digits", () => {
  // echo -n social_insurance_number:3112345678 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07
  expect(personKey(identifier("3112345678"), key)).toBe(
    "736d4ca2650801514ffc30bea640fe857858d71a78b1a52e8eac46b84a824432",
  );
});

test("a card and the social insurance number in it are one person; another key or number is not", () => {
  const token = personKey(identifier("3112345678"), key);
  expect(personKey(identifier("GD4313112345678"), key)).toBe(token);
  expect(personKey(identifier("HT 3 31 3112345678"), key)).toBe(token);
  expect(personKey(identifier("3112345679"), key)).not.toBe(token);
  expect(personKey(identifier("3112345678"), new Uint8Array(32).fill(8))).not.toBe(token);
});

test("numbers of different kinds never meet by their digits", () => {
  const digits = "031234567";
  const old: Identifier = { kind: "old_identity_number", canonical: digits };
  const citizen: Identifier = { kind: "citizen_number", canonical: digits };
  expect(personKey(old, key)).not.toBe(personKey(citizen, key));
});

test("a list links a citizen number to the one insurance number it stands beside", () => {
  const card = identifier("GD4313112345678");
  const citizen = identifier("031090000123");
  const [both, citizenAlone, insuranceAlone, stranger, nobody] = personKeys(
    [[citizen, card], [citizen], [identifier("3112345678")], [identifier("031090000124")], []],
    key,
  );
  expect(both).toBe(personKey(card, key));
  expect(citizenAlone).toBe(both);
  expect(insuranceAlone).toBe(both);
  expect(stranger).toBe(personKey(identifier("031090000124"), key));
  expect(nobody).toBeNull();
});

test("a citizen number beside two insurance numbers proves nothing", () => {
  const citizen = identifier("031090000123");
  const [one, other, alone] = personKeys(
    [[citizen, identifier("3112345678")], [citizen, identifier("3112345679")], [citizen]],
    key,
  );
  expect(one).not.toBe(other);
  expect(alone).toBe(personKey(citizen, key));
});
