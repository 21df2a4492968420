/** What speaks against a period that a title may name. */
export interface PeriodDoubt {
  vi: string;
  en: string;
}

/** Why a period is asked about, in words for messages. */
export const periodDoubts = {
  names: {
    vi: "tên trang tính hoặc tên tệp nói kỳ khác",
    en: "the sheet's or the file's name says another",
  },
  not_of_form: {
    vi: "biểu này không tính theo kỳ như thế",
    en: "the form does not count by such a period",
  },
  unclear: {
    vi: "tiêu đề viết chưa rõ, hoặc đang nói về kế hoạch, chỉ tiêu giao, kỳ so sánh",
    en: "the title is unclear, or speaks of a plan, a target or what it is compared with",
  },
} as const satisfies Record<string, PeriodDoubt>;

/** The period was not over on the day (ISO) of the paper, or on which the file came in. */
export function notOver(day: string): PeriodDoubt {
  const written = day.split("-").reverse().join("/");
  return {
    vi: `kỳ này chưa hết vào ngày của văn bản hoặc ngày nhận tệp, ${written}`,
    en: `it was not over on ${written}, the day of the paper or of the file`,
  };
}
