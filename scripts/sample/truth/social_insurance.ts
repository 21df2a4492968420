import { months } from "../calendar.ts";
import { random } from "../random.ts";

/** The ward's participants at a month's end. */
export interface SocialInsurance {
  labour_force: number;
  compulsory: number;
  voluntary: number;
  /** A subset of the compulsory participants. */
  unemployment: number;
}

/** Labour force of working age, at the first and last month's end. */
const LABOUR_FORCE = [82_640, 84_020] as const;

/** Participants in percent of the labour force, at the first and last month's end. */
const PARTICIPATION = [39.0, 48.0] as const;

/** Voluntary participants in percent of all. */
const VOLUNTARY = [6.1, 7.0] as const;

/** Social insurance by month. Contracts that end with the year leave a small gap in January. */
export function socialInsurance(seed: number): SocialInsurance[] {
  return months.map(({ month }, index) => {
    const draw = random(seed, "social insurance", index);
    const progress = index / (months.length - 1);
    const at = ([first, last]: readonly [number, number]) => first + (last - first) * progress;
    const labour_force = Math.round(at(LABOUR_FORCE) + 25 * draw.normal());
    const gap = index > 0 && month === 1 ? 0.45 : month === 2 ? 0.2 : 0;
    const rate = at(PARTICIPATION) - gap + 0.05 * draw.normal();
    const participants = Math.round((labour_force * rate) / 100);
    const voluntary = Math.round((participants * (at(VOLUNTARY) + 0.05 * draw.normal())) / 100);
    const compulsory = participants - voluntary;
    return { labour_force, compulsory, voluntary, unemployment: Math.round(compulsory * 0.912) };
  });
}
