import type { MartRow } from "../contract/marts.ts";
import { once } from "../markup/once.ts";
import { enOf } from "./en.ts";
import { namesOf } from "./names.ts";
import { type Texts, viOf } from "./vi.ts";

/** The texts of both languages for a ward and its programme; the same row gives the same texts. */
export const textsOf = once((programme: MartRow<"programme">): { vi: Texts; en: Texts } => ({
  vi: viOf(namesOf(programme, "vi")),
  en: enOf(namesOf(programme, "en")),
}));
