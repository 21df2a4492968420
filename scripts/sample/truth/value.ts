/** A true value of an indicator. Period `2026-10` (police months by their name), `2026-Q3` or `2026`. */
export interface Truth {
  indicator_id: string;
  area_id: string;
  period: string;
  value: number;
  numerator?: number;
  denominator?: number;
}

/** A share in percent, with the parts it is made of. */
export function share(
  at: Pick<Truth, "indicator_id" | "area_id" | "period">,
  numerator: number,
  denominator: number,
): Truth {
  return { ...at, value: (100 * numerator) / denominator, numerator, denominator };
}
