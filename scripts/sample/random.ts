/** A stream of numbers that depends on nothing but its seed and its name. */
export interface Random {
  /** The next number in [0, 1). */
  uniform(): number;
  /** A number around 0 with standard deviation 1, within ±6 (sum of twelve uniforms). */
  normal(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** How many events happen when `mean` are expected (Poisson, by Knuth's product). */
  count(mean: number): number;
  /** One of the choices. */
  pick<T>(choices: readonly T[]): T;
}

/**
 * A named stream of a seed. Every series draws from its own stream, so that a new one shifts no
 * other. FNV-1a hashes the name, mulberry32 draws: whole-number arithmetic, the same everywhere.
 */
export function random(seed: number, ...names: readonly (string | number)[]): Random {
  const uniform = mulberry32(hash([seed, ...names].join("/")));
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    normal: () => sumOf(12, uniform) - 6,
    integer,
    count: (mean) => poisson(mean, uniform),
    pick: <T>(choices: readonly T[]) => choices[integer(0, choices.length - 1)] as T,
  };
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return state >>> 0;
}

function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sumOf(count: number, draw: () => number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += draw();
  return sum;
}

function poisson(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > limit) {
    product *= uniform();
    count += 1;
  }
  return count;
}
