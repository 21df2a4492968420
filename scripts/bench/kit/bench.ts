/** One contestant's figures in a bench; `ratio` is to the contestant that the bench measures by. */
export interface Measurement {
  name: string;
  seconds: number | null;
  /** Most memory resident at once, all processes together; null where the system does not tell. */
  peak_mb: number | null;
  ratio: number | null;
}

/** What a bench found. */
export interface BenchReport {
  title: string;
  measurements: Measurement[];
  /** Bounds that must hold, in words, and whether they did; null when there was nothing to compare with. */
  bounds: { text: string; holds: boolean | null }[];
  /** Where the time of ours goes. */
  notes: string[];
}

/** A bench: a file of this folder exports one under the name `bench`. */
export interface Bench {
  name: string;
  run: (say: (line: string) => void) => Promise<BenchReport[]>;
}
