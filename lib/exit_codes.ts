/** What a command's exit code tells the caller; relied on by schedulers and monitors. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  cannot_run: 3,
  published_with_refusals: 4,
  locked: 75,
} as const;

/** A wrong argument found after parsing: printed as one sentence. */
export class UsageError extends Error {
  readonly exit_code = exitCodes.usage;
}

/** Something that this machine lacks or refuses, in words that tell what to do. */
export class CannotRunError extends Error {
  readonly exit_code = exitCodes.cannot_run;
}
