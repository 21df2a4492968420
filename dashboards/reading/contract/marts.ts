import type { ContractRow } from "./mart.ts";
import type { marts } from "./marts.generated.ts";

/** The marts' names in the code: fct_period_values is periodValues. */
export type MartName = keyof typeof marts;

/** A row of the mart named so. */
export type MartRow<Name extends MartName> = ContractRow<(typeof marts)[Name]>;
