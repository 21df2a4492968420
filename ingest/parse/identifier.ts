import { failure, type Result } from "./result.ts";

/** A person's number, checked and in one spelling. Never log it: make it a token at once. */
export interface Identifier {
  kind: "health_card" | "social_insurance_number" | "citizen_number" | "old_identity_number";
  canonical: string;
  social_insurance_number?: string;
  group_code?: string;
  benefit_level?: number;
  province_code?: string;
  birth_year?: number;
  sex?: "male" | "female";
  /** A leading zero that a spreadsheet had dropped was put back. */
  repaired?: boolean;
}

/** What else the row says of the person, to check a number against. */
export interface PersonFacts {
  sex?: "male" | "female";
  birth_year?: number;
}

/** A card or person number. Failure rules: `empty`, `not_an_identifier`, `identifier_conflict`, `identifier_unproven`. */
export function parseIdentifier(_text: string, _facts: PersonFacts = {}): Result<Identifier> {
  return failure("not_an_identifier", "số thẻ hoặc số định danh", "a card or person number");
}
