/** The day by which a warehouse is judged, yyyy-mm-dd. */
export interface ModelDay {
  as_of: string;
  /** Decisions of the ward count as they stood on that day; otherwise the newest do, whenever they were read. */
  is_looking_back: boolean;
}

/**
 * Tells the models by which day decisions of the ward must have been read; the last day of all means the
 * newest. Nothing where one looks back: then the day of judgement decides.
 */
export function decisionsRead(
  { is_looking_back }: ModelDay,
  until = "9999-12-31",
): Record<string, string> {
  return is_looking_back ? {} : { LECHAN_PROGRAMME_KNOWN_BY: until };
}
