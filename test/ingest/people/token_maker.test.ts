import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenMaker } from "../../../ingest/people/token_maker.ts";

test("a token is the library's HMAC-SHA-256 of any text under any key", () => {
  const key = fc.uint8Array({ minLength: 1, maxLength: 64 });
  const text = fc.string({ unit: "binary", maxLength: 85 });
  fc.assert(
    fc.property(key, fc.array(text), (key, texts) => {
      const token = tokenMaker(key);
      for (const one of texts)
        expect(token(one)).toBe(createHmac("sha256", key).update(one).digest("hex"));
    }),
  );
});

test("a text that is no number of a person and a key that is none are errors", () => {
  expect(() => tokenMaker(new Uint8Array(65))).toThrow("key is longer than 64 bytes");
  expect(() => tokenMaker(new Uint8Array(32))("x".repeat(86))).toThrow(
    "text is longer than 85 characters",
  );
});
