import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { decodeText } from "../../../ingest/read/text.ts";
import { bytes } from "./sources.ts";

const SAMPLE = "Họ và tên;Tổ dân phố\r\nNguyễn Thị Bưởi;Tổ 12\r\n";
/** SAMPLE in Windows-1258: tones stand after their letters as characters of their own. */
const IN_1258 =
  "Ho\xf2 v\xe0 t\xean;T\xf4\xd2 d\xe2n ph\xf4\xec\r\nNguy\xea\xden Thi\xf2 B\xfd\xf5\xd2i;T\xf4\xd2 12\r\n";
const UTF16LE = new Uint8Array(Buffer.from(SAMPLE, "utf16le"));
const UTF16BE = new Uint8Array(Buffer.from(SAMPLE, "utf16le").swap16());

test.each<[string, string, Uint8Array]>([
  ["UTF-8", "without a mark", Buffer.from(SAMPLE)],
  ["UTF-8", "with a mark", Buffer.from(`\ufeff${SAMPLE}`)],
  ["UTF-8", "in decomposed letters", Buffer.from(SAMPLE.normalize("NFD"))],
  ["UTF-8", "with the end mark of DOS", Buffer.from(`${SAMPLE}\u001a`)],
  ["UTF-16LE", "with a mark", Buffer.concat([bytes("\xff\xfe"), UTF16LE])],
  ["UTF-16LE", "without a mark", UTF16LE],
  ["UTF-16BE", "with a mark", Buffer.concat([bytes("\xfe\xff"), UTF16BE])],
  ["UTF-16BE", "without a mark", UTF16BE],
  ["windows-1258", "", bytes(IN_1258)],
])("%s %s", (encoding, _how, source) => {
  expect(decodeText(source)).toEqual({ text: SAMPLE, encoding, is_uncertain: false });
});

test("TCVN3 and VNI bytes", () => {
  expect(decodeText(bytes("Ng­êi lËp biÓu;Tæng céng"))).toEqual({
    text: "Người lập biểu;Tổng cộng",
    encoding: "TCVN3",
    is_uncertain: false,
  });
  expect(decodeText(bytes("Ngöôøi laäp bieåu;Toång coäng"))).toEqual({
    text: "Người lập biểu;Tổng cộng",
    encoding: "VNI",
    is_uncertain: false,
  });
});

test("a text that makes no sense in any encoding says so", () => {
  expect(decodeText(bytes("M\xfcller;Stra\xdfe;\xc5rhus"))).toMatchObject({ is_uncertain: true });
});

test("letters that a program could not write are told", () => {
  const lost = "T? dân ph?;S? ng??i\nNgã N?m;B?nh\nTr?m;C?p\n";
  expect(decodeText(Buffer.from(lost, "latin1"))).toMatchObject({
    encoding: "windows-1252",
    is_uncertain: true,
  });
});

test.each([
  ["zeros", new Uint8Array(100)],
  ["control characters", bytes("a;b\u0001c\n")],
  ["UTF-16 cut in half", Buffer.concat([bytes("\xff\xfe"), UTF16LE.subarray(0, 7)])],
])("%s are no text", (_what, source) => {
  expect(() => decodeText(source)).toThrow(Refusal);
});

test("any Unicode text comes back from UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-composite", minLength: 1 }), (text) => {
      const plain = text.replace(/\p{Cc}/gu, "").normalize("NFC");
      fc.pre(plain !== "" && !plain.startsWith("\ufeff"));
      expect(decodeText(Buffer.from(plain)).text).toBe(plain);
    }),
  );
});
