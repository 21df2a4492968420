import { describe, expect, test } from "vitest";
import { decodeTexts, detectLegacy, fontEncoding } from "../../../ingest/read/legacy.ts";
import { countSyllables, isSyllable } from "../../../ingest/read/syllable.ts";
import { decodeTcvn3 } from "../../../ingest/read/tcvn3.ts";
import { decodeVni } from "../../../ingest/read/vni.ts";

const TCVN3 = [
  ["Hä vµ tªn", "Họ và tên"],
  ["Sè thÎ", "Số thẻ"],
  ["Gi¸ trÞ thÎ tõ ngµy", "Giá trị thẻ từ ngày"],
  ["Ng­êi lËp biÓu", "Người lập biểu"],
  ["Tæng céng", "Tổng cộng"],
  ["Ghi chó", "Ghi chú"],
] as const;
const VNI = [
  ["Hoï vaø teân", "Họ và tên"],
  ["Ngöôøi laäp bieåu", "Người lập biểu"],
  ["Toång coäng", "Tổng cộng"],
  ["Ñôn vò tính", "Đơn vị tính"],
  ["Baûo hieåm y teá", "Bảo hiểm y tế"],
  ["UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"],
  ["ÑÔN VÒ", "ĐƠN VỊ"],
  ["Quyù III", "Quý III"],
] as const;
const vniLetters =
  "aù=á aø=à aû=ả aõ=ã aï=ạ aâ=â aá=ấ aà=ầ aå=ẩ aã=ẫ aä=ậ aê=ă aé=ắ aè=ằ aú=ẳ aü=ẵ aë=ặ " +
  "eù=é eø=è eû=ẻ eõ=ẽ eï=ẹ eâ=ê eá=ế eà=ề eå=ể eã=ễ eä=ệ í=í ì=ì æ=ỉ ó=ĩ ò=ị " +
  "où=ó oø=ò oû=ỏ oõ=õ oï=ọ oâ=ô oá=ố oà=ồ oå=ổ oã=ỗ oä=ộ ô=ơ ôù=ớ ôø=ờ ôû=ở ôõ=ỡ ôï=ợ " +
  "uù=ú uø=ù uû=ủ uõ=ũ uï=ụ ö=ư öù=ứ öø=ừ öû=ử öõ=ữ öï=ự yù=ý yø=ỳ yû=ỷ yõ=ỹ î=ỵ ñ=đ";

test.each(TCVN3)("TCVN3 %s is %s", (written, read) => {
  expect(decodeTcvn3(written)).toBe(read);
});

test("capital fonts draw capitals from small letters", () => {
  expect(decodeTcvn3("®éc lËp", true)).toBe("ĐỘC LẬP");
});

test("what is Unicode already stays in TCVN3 text", () => {
  expect(decodeTcvn3("Số – Tæng")).toBe("Số – Tổng");
});

test.each(VNI)("VNI %s is %s", (written, read) => {
  expect(decodeVni(written)).toBe(read);
});

test.each(vniLetters.split(" ").map((pair) => pair.split("=") as [string, string]))(
  "VNI letter %s is %s, in capitals too",
  (written, read) => {
    expect(decodeVni(written)).toBe(read);
    expect(decodeVni(written.toUpperCase())).toBe(read.toUpperCase());
  },
);

describe("syllables", () => {
  test.each(["người", "Nguyễn", "khoẻ", "khuỷu", "quyết", "giữa", "nghiêng", "ĐƯỜNG", "ý", "ướt"])(
    "%s is one",
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  test.each(["Hä", "trÞ", "teân", "bieåu", "Müller", "café", "aáà", "đđ", "m²"])(
    "%s is none",
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );

  test("only words with other letters than ASCII are counted", () => {
    expect(countSyllables("Tổng cộng: 12 người (Total), Müller")).toEqual({
      words: 4,
      syllables: 3,
    });
  });
});

describe("detection", () => {
  test("by the sense that texts make", () => {
    expect(detectLegacy(TCVN3.map(([written]) => written))).toBe("TCVN3");
    expect(detectLegacy(VNI.map(([written]) => written))).toBe("VNI");
  });

  test.each([
    [["Tổ dân phố", "Số người", "1490¹", "Ghi chú"]],
    [["Tổ dân phố", "m²", "km²", "Ghi chó¹", "hoa¹"]],
    [["1490¹", "m²", "12³"]],
    [["Người lập biểu", "Hä", "café"]],
    [TCVN3.map(([, read]) => read)],
    [["Tên", "Bình", "Lê Thành", "Phòng"]],
    [["Müller café", "m² 25°C"]],
    [["STT", "1", ""]],
    [[]],
  ])("texts that need no decoding: %j", (texts) => {
    expect(detectLegacy(texts)).toBeNull();
  });

  test.each([
    [".VnTime", { encoding: "TCVN3", is_capital: false }],
    [".VnTimeH", { encoding: "TCVN3", is_capital: true }],
    [".VnArial NarrowH", { encoding: "TCVN3", is_capital: true }],
    ["VNI-Times", { encoding: "VNI", is_capital: false }],
    ["Times New Roman", null],
    ["Vnext", null],
  ])("the font %s", (font, encoding) => {
    expect(fontEncoding(font)).toEqual(encoding);
  });
});

describe("the texts of a file", () => {
  const legacy = fontEncoding(".VnTime");

  test("Unicode beside TCVN3 keeps what it says", () => {
    const written = [...TCVN3.map(([one]) => one), "Cộng hòa xã hội", "toàn"];
    const { texts, encoding } = decodeTexts(written.map((text) => ({ text, font: null })));
    expect(encoding).toBe("TCVN3");
    expect(texts).toEqual([...TCVN3.map(([, read]) => read), "Cộng hòa xã hội", "toàn"]);
  });

  test("footnotes and units stay what they are", () => {
    const written = [...TCVN3.map(([one]) => one), "1490¹", "m²"];
    const { texts, encoding } = decodeTexts(written.map((text) => ({ text, font: null })));
    expect({ encoding, last: texts.slice(-2) }).toEqual({
      encoding: "TCVN3",
      last: ["1490¹", "m²"],
    });
  });

  test("Unicode typed in a legacy font is left alone", () => {
    const written = ["Tổng cộng", "Tên", "Bình", "Phòng"];
    expect(decodeTexts(written.map((text) => ({ text, font: legacy })))).toEqual({
      texts: written,
      encoding: null,
    });
  });

  test("cells in capital fonts come out as they are drawn", () => {
    const texts = [
      { text: "tæng céng", font: fontEncoding(".VnTimeH") },
      { text: "Ng­êi lËp biÓu", font: legacy },
      { text: "Số liệu", font: null },
    ];
    expect(decodeTexts(texts)).toEqual({
      texts: ["TỔNG CỘNG", "Người lập biểu", "Số liệu"],
      encoding: "TCVN3",
    });
  });
});
