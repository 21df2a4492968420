/**
 * Vietnamese text as TCVN3 (TCVN 5712, the .VnTime fonts) shows up when its bytes are taken for
 * Latin-1. There are no capitals with tone marks in it: text written in capitals becomes small letters,
 * which a font of capitals (.VnTimeH) prints large, and − and – become hyphens.
 */
export function toTcvn3(text: string): string {
  const letters = text.normalize("NFC").replace(/[−–]/g, "-").replaceAll("≥", ">=");
  const isCapitals = letters === letters.toUpperCase() && /\P{ASCII}/u.test(letters);
  return [...(isCapitals ? letters.toLowerCase() : letters)].map(encoded).join("");
}

const LETTERS =
  "à=b5 ả=b6 ã=b7 á=b8 ạ=b9 ă=a8 ằ=bb ẳ=bc ẵ=bd ắ=be ặ=c6 â=a9 ầ=c7 ẩ=c8 ẫ=c9 ấ=ca ậ=cb đ=ae " +
  "è=cc ẻ=ce ẽ=cf é=d0 ẹ=d1 ê=aa ề=d2 ể=d3 ễ=d4 ế=d5 ệ=d6 ì=d7 ỉ=d8 ĩ=dc í=dd ị=de ò=df ỏ=e1 " +
  "õ=e2 ó=e3 ọ=e4 ô=ab ồ=e5 ổ=e6 ỗ=e7 ố=e8 ộ=e9 ơ=ac ờ=ea ở=eb ỡ=ec ớ=ed ợ=ee ù=ef ủ=f1 ũ=f2 " +
  "ú=f3 ụ=f4 ư=ad ừ=f5 ử=f6 ữ=f7 ứ=f8 ự=f9 ỳ=fa ỷ=fb ỹ=fc ý=fd ỵ=fe Ă=a1 Â=a2 Ê=a3 Ô=a4 Ơ=a5 " +
  "Ư=a6 Đ=a7";

const CODES = new Map(
  LETTERS.split(" ").map((pair) => {
    const [letter = "", code = ""] = pair.split("=");
    return [letter, String.fromCharCode(Number.parseInt(code, 16))] as const;
  }),
);

/** A letter that has no code falls back to its small form; what has none either is not Vietnamese. */
function encoded(letter: string): string {
  if (letter.charCodeAt(0) < 0x80) return letter;
  const code = CODES.get(letter) ?? CODES.get(letter.toLowerCase());
  if (code === undefined) throw new Error(`not in TCVN3: ${letter}`);
  return code;
}
