import { type Person, person } from "../people.ts";
import { random } from "../random.ts";

/** A person who joins or leaves health insurance in October 2026. */
export interface Movement {
  who: Person;
  direction: "joined" | "left";
  /** How form D03-TS codes it: new, back again, gone. */
  code: "TM" | "ON" | "GH";
}

const JOINED = 220;
const LEFT = 80;
/** Of these indices are the people: they stand on the list of cards too. */
const FIRST = 100;

/** Who joins and who leaves, each once. */
export function movements(seed: number): Movement[] {
  return Array.from({ length: JOINED + LEFT }, (_, i) => {
    const isJoining = i < JOINED;
    const returns = random(seed, "movement", i).uniform() < 0.25;
    return {
      who: person(seed, FIRST + i * 7),
      direction: isJoining ? "joined" : "left",
      code: isJoining ? (returns ? "ON" : "TM") : "GH",
    };
  });
}
