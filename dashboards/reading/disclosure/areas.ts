/** How the public areas hang together: the ward, and what it is the sum of. */
export interface Areas {
  ward: string;
  neighbourhoods: ReadonlySet<string>;
}

/** The most that is small in an area, where nobody has said that the counts are not sensitive. */
export function largestLimit(area: string, { neighbourhoods }: Areas): number {
  return neighbourhoods.has(area) ? 9 : 4;
}
