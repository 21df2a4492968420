import { cellRules } from "./cell_rules.ts";
import { doubtRules } from "./doubt_rules.ts";
import { formRules } from "./form_rules.ts";
import { sheetRules } from "./sheet_rules.ts";

/** Rules of ours about cells, rows, sheets and files. A parser's rule brings its own expectation. */
export const rules = { ...cellRules, ...doubtRules, ...formRules, ...sheetRules } as const;

/** The name of a rule of ours. */
export type RuleId = keyof typeof rules;
