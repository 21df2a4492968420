/** The day by which a warehouse is judged, yyyy-mm-dd. */
export interface ModelDay {
  as_of: string;
  /** Decisions of the ward count as they stood on that day; otherwise the newest do, whenever they were read. */
  is_looking_back: boolean;
}
