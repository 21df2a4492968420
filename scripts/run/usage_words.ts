/** What the parser of arguments says, and the same in Vietnamese; the parts in brackets are put in. */
const ERRORS: readonly [english: RegExp, vi: string][] = [
  [/^missing required argument '([^']*)'$/, "thiếu đối số “$1”"],
  [/^option '([^']*)' argument missing$/, "tùy chọn “$1” thiếu giá trị"],
  [/^required option '([^']*)' not specified$/, "thiếu tùy chọn bắt buộc “$1”"],
  [/^unknown option '([^']*)'$/, "không có tùy chọn “$1”"],
  [/^unknown command '([^']*)'$/, "không có lệnh “$1”"],
  [
    /^too many arguments[^:]*\. Expected (\d+) arguments? but got (\d+): (.*)\.$/s,
    "thừa đối số: cần $1, thấy $2 ($3)",
  ],
  [/^option '([^']*)' .*cannot be used with option '([^']*)'$/, "không dùng “$1” cùng với “$2”"],
  [
    /^option '([^']*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    "tùy chọn “$1” không nhận giá trị “$2”; chọn một trong: $3",
  ],
  [/^option '([^']*)' argument '(.*)' is invalid$/s, "tùy chọn “$1” không nhận giá trị “$2”"],
  [
    /^command-argument value '(.*)' is invalid for argument '([^']*)'$/s,
    "đối số “$2” không nhận giá trị “$1”",
  ],
];

/** A remark of the parser on what may have been meant. */
const MEANT = /\n\(Did you mean (.*)\?\)$/s;

/**
 * An error of the parser as people read it, Vietnamese first. What a reader of values has said of one
 * (`… · …`) stands behind, in both languages.
 */
export function usageError(text: string): string {
  const said = text.trim().replace(/^error: /, "");
  const [, meant] = MEANT.exec(said) ?? [];
  const [, english = said, reason = ""] =
    /^(.*? is invalid)\. (.* · .*)$/s.exec(said.replace(MEANT, "")) ?? [];
  const known = ERRORS.find(([pattern]) => pattern.test(english.replace(MEANT, "")));
  const plain = english.replace(MEANT, "");
  const vi = known ? plain.replace(known[0], known[1]) : null;
  const [vi_reason = "", ...en_reason] = reason.split(" · ");
  const first = [vi, vi_reason, meant && `có phải ${meant}?`].filter(Boolean).join("; ");
  const second = [plain, en_reason.join(" · "), meant && `did you mean ${meant}?`];
  return `lỗi: ${[first, second.filter(Boolean).join("; ")].filter(Boolean).join(" · ")}\n`;
}

/** The headings of help, Vietnamese first. */
export const helpTitles: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng · usage:",
  "Arguments:": "Đối số · arguments:",
  "Options:": "Tùy chọn · options:",
  "Commands:": "Lệnh · commands:",
};
