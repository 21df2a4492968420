import type { Identifier } from "../parse/identifier.ts";
import { tokenMaker } from "./token_maker.ts";

/**
 * The token of a person: hex of HMAC-SHA-256. A card and the social insurance number it ends in give
 * the same token, and so does every spelling of one number.
 */
export function personKey(identifier: Identifier, key: Uint8Array): string {
  return tokenMaker(key)(material(identifier));
}

/** Who a row of a list speaks of, in tokens. */
export interface PersonTokens {
  person_key: string;
  /** The token of the row's citizen number, by which lists link: none of a number that its row contradicts. */
  citizen_key: string | null;
  /** The kind of number that the person was known by. */
  identified_by: Identifier["kind"] | "repaired_citizen_number";
}

/**
 * The tokens of a list's rows; each row gives every number it holds of its person, none gives null.
 * A citizen or old number that the list shows beside exactly one social insurance number is that person's,
 * also in the rows where it stands alone.
 */
export function personTokens(
  rows: readonly Identifier[][],
  key: Uint8Array,
): (PersonTokens | null)[] {
  const links = provenLinks(rows);
  const token = tokenMaker(key);
  return rows.map((identifiers) => {
    const best = strongest(identifiers);
    if (!best) return null;
    const citizen = identifiers.find((one) => one.kind === "citizen_number" && !one.conflicts);
    return {
      person_key: token(material(best, links.get(best.canonical))),
      citizen_key: citizen ? token(material(citizen)) : null,
      identified_by: best.is_repaired ? "repaired_citizen_number" : best.kind,
    };
  });
}

/**
 * Number → the one social insurance number it stands beside; contradictions prove nothing. Only numbers that
 * are the best that some row has are asked for: of most lists few.
 */
function provenLinks(rows: readonly Identifier[][]): Map<string, string> {
  const seen = new Map<string, string | null>();
  const asked = new Set(rows.flatMap(bestWithoutInsurance));
  if (asked.size === 0) return new Map();
  for (const identifiers of rows) {
    const insured = identifiers.find(hasInsurance)?.social_insurance_number;
    if (insured === undefined) continue;
    for (const one of identifiers) {
      if (hasInsurance(one) || one.conflicts || !asked.has(one.canonical)) continue;
      const before = seen.get(one.canonical);
      if (before === undefined) seen.set(one.canonical, insured);
      else if (before !== insured) seen.set(one.canonical, null);
    }
  }
  for (const [canonical, proven] of seen) if (proven === null) seen.delete(canonical);
  return seen as Map<string, string>;
}

function bestWithoutInsurance(identifiers: readonly Identifier[]): string[] {
  const best = strongest(identifiers);
  return best && !hasInsurance(best) ? [best.canonical] : [];
}

const STRENGTH = ["citizen_number", "old_identity_number"];

function strongest(identifiers: readonly Identifier[]): Identifier | undefined {
  const [first, ...others] = identifiers;
  return others.reduce((best, one) => (best && rank(one) >= rank(best) ? best : one), first);
}

function rank(one: Identifier): number {
  return hasInsurance(one) ? -1 : STRENGTH.indexOf(one.kind);
}

function hasInsurance({ social_insurance_number }: Identifier): boolean {
  return social_insurance_number !== undefined;
}

/** What a token is made of: the social insurance number wherever it is said or proven. */
function material(
  { kind, canonical, social_insurance_number }: Identifier,
  proven?: string,
): string {
  const insured = social_insurance_number ?? proven;
  return insured === undefined ? `${kind}:${canonical}` : `social_insurance_number:${insured}`;
}
