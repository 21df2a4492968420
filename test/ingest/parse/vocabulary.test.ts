import { expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { loadVocabulary } from "../../../ingest/parse/load_vocabulary.ts";
import { termReader } from "../../../ingest/parse/vocabulary.ts";

const words = termReader(loadVocabulary());

/** What a text means, term by term; of several meanings all. */
function meant(text: string): string {
  return words
    .read(text)
    .meanings.map((terms) => terms.join("/"))
    .join(" ");
}

test.each([
  ["Số người tham gia BHYT", "participate health_insurance"],
  ["Số người tham gia bảo hiểm y tế đến 31/10/2026", "participate health_insurance"],
  ["SỐ NGƯỜI CHƯA THAM GIA BHYT", "not health_insurance"],
  ["B.H.Y.T", "health_insurance"],
  ["MaSoBhxh", "social_insurance_number"],
  ["ten_to_dan_pho", "neighbourhood"],
  ["(5) Tỷ lệ (%)", "rate"],
  ["(5) = (3)/(4) Tỷ lệ", "rate"],
  ["1. Tổng số nhân khẩu", "population"],
  ["Từ 14 đến dưới 16 tuổi", "age:14:16"],
  ["14–<16", "age:14:16"],
  ["0-14 tuổi", "age:0:15"],
  ["60+", "age:60:"],
  ["Trên 59 tuổi", "age:60:"],
  ["BHXHBB", "social_insurance compulsory"],
  ["Tăng (+), giảm (−) so với tháng trước", "change against_last_period"],
  ["+/- (vụ)", "change"],
  ["Diện tích phải thu hồi (m2)", "land to_clear"],
])("%s", (text, meaning) => {
  expect(meant(text)).toBe(meaning);
  expect(words.read(text).unknown).toEqual([]);
});

test("marks tell words of the same letters apart; without marks all are possible", () => {
  expect(meant("Năm")).toBe("period");
  expect(meant("nam")).toBe("male/period");
  expect(meant("Bán")).toBe("sale");
  expect(meant("Thuê")).toBe("rent");
  expect(meant("Thuế")).toBe("tax");
});

test("a word that is nearly one of the field is read and said to be misspelt", () => {
  const phrase = words.read("Số người có thẻ bảo hiễm y tê");
  expect(phrase.meanings.flat()).toContain("health_insurance");
  expect(words.read("Nhân khẫu thưòng trúu")).toMatchObject({ is_misspelt: true, unknown: [] });
});

test("words that nobody knows stay unknown", () => {
  expect(words.read("Số người xyz tham gia").unknown).toEqual(["xyz"]);
});

test("every header that a form declares is in the vocabulary, word for word", async () => {
  const headers = (await loadForms()).flatMap((form) =>
    Object.values(form.columns).flatMap((column) => column.headers),
  );
  expect(headers.length).toBeGreaterThan(200);
  const strange = headers.filter((header) => {
    const { unknown, is_misspelt } = words.read(header);
    return unknown.length > 0 || is_misspelt;
  });
  expect(strange).toEqual([]);
});
