import { wordKey } from "./key.ts";

/** A text of an area taken apart: what names it, and what was said behind it. */
interface AreaParts {
  name: string;
  remarks: string[];
}

const BRACKETS = /\s*[([]([^()[\]]*)[)\]]/g;
const TAIL = /\s*[;:,/]\s*|\s+[-–—]\s+/;
const NUMBERING = /^\d{1,3}[.)]\s+(?=\p{L})/u;

/** Remarks that make another area of the name: an old one, several, or an unnamed rest. */
const CHANGES =
  /^(?:cu|moi|truoc(?: day)?|va|sau|gom|con lai|\d.*|(?:cac|lien|cum|nhom) .*|.*\b(?:va|den) (?:to|tdp|khu|thon|xom|so)? ?\d.*|(?:truoc|sau) (?:khi )?(?:sap nhap|sat nhap|chia tach|1 7.*|nam \d.*))$/;

/** Remarks that limit what was counted there. */
const LIMITS =
  /(?:^|\s)(?:riêng|chỉ|trừ|một phần|nửa|chưa|đang|còn|thiếu|không|ngoài|kể cả|gồm|tính|số liệu|ước|tạm|phần)(?=\s|$)/iu;

/** A longer text is no name of an area. */
const LONGEST = 500;

/**
 * What names an area before remarks in brackets, after a comma or a dash (`TDP 7 (khu tập thể)`); null where
 * there is no remark, or one that may make it another area (`Tổ 12 (cũ)`, `TDP 1, 2`).
 */
export function remarkParts(text: string): AreaParts | null {
  if (text.length > LONGEST) return null;
  const bracketed = [...text.matchAll(BRACKETS)].map(([, remark = ""]) => remark);
  const [name = "", ...tails] = text.replace(BRACKETS, "").replace(NUMBERING, "").split(TAIL);
  const remarks = [...bracketed, ...tails].filter((remark) => wordKey(remark) !== "");
  const hasChanged = remarks.some(
    (remark) => CHANGES.test(wordKey(remark)) || LIMITS.test(remark.normalize("NFC")),
  );
  return name === "" || name === text || hasChanged ? null : { name: name.trim(), remarks };
}
