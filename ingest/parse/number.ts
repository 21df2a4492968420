import type { Cell } from "../read/grid.ts";
import type { Result } from "./result.ts";
import { failure } from "./result.ts";

/** How a column writes its numbers. `plain`: no thousands mark, a dot before decimals. */
export type NumberStyle = "dot_thousands" | "comma_thousands" | "plain" | "ambiguous";

/** A number in words of the cell: percent stays in percent (`84,78%` is 84.78). */
export interface NumberValue {
  kind: "number";
  value: number;
  is_percent: boolean;
  is_approximate: boolean;
  /** `1.234` alone: read as Vietnamese thousands (or comma decimals), but it could be otherwise. */
  is_ambiguous: boolean;
  /** The word and the sign say different things: `giảm 322` is a fall, `tăng -322` a contradiction. */
  has_sign_conflict: boolean;
}

/** `50.687/100.275`. */
export interface FractionValue {
  kind: "fraction";
  numerator: number;
  denominator: number;
  is_approximate: boolean;
}

/** A cell that holds no number; what it means is a policy of the form. */
export interface BlankValue {
  kind: "blank";
  mark: "empty" | "dash" | "ellipsis" | "cross";
}

export type ParsedNumber = NumberValue | FractionValue | BlankValue;

/** How a column of texts writes numbers; real number cells need not be given. */
export function detectNumberStyle(_texts: readonly string[]): NumberStyle {
  return "ambiguous";
}

/** A number written in the Vietnamese ways. Failure rules: `not_a_number`, `number_style`. */
export function parseNumber(
  _text: string,
  _style: NumberStyle = "ambiguous",
): Result<ParsedNumber> {
  return failure("not_a_number", "một số", "a number");
}

/** The number of a cell: a real number as it is (a percent format gives percent), text by `parseNumber`. */
export function parseNumberCell(_cell: Cell | null, _style?: NumberStyle): Result<ParsedNumber> {
  return failure("not_a_number", "một số", "a number");
}
