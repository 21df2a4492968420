import type { MartRow } from "../contract/marts.ts";
import { gravity } from "../contract/statuses.ts";
import { crossingOf, type DatedValue, turnOf } from "./value_change.ts";
import { type IndicatorView, latestObservation } from "./view.ts";

/** What changed for an indicator since the last report, or since the end of the quarter before. */
export interface Since {
  view: IndicatorView;
  change: MartRow<"changes">;
  /** Null where there was no figure then, or is none now. */
  before: DatedValue | null;
  after: DatedValue | null;
  difference: number | null;
  turn: "better" | "worse" | "same" | null;
  /** Whether the value crossed the promised path in between. */
  crossing: "fell_behind" | "caught_up" | null;
}

/** What is known of every indicator, those whose status turned to the worse first. */
export function sinceLast(views: readonly IndicatorView[]): Since[] {
  return views
    .flatMap((view) => (view.change ? sinceOf(view, view.change) : []))
    .toSorted((a, b) => weight(a) - weight(b));
}

/** True where there is something to say of it. */
export function hasChanged({ change, turn, before }: Since): boolean {
  const isOther = change.is_new && (before === null || turn !== "same");
  return isOther || change.is_status_changed || (change.n_revised ?? 0) > 0;
}

function sinceOf(view: IndicatorView, change: MartRow<"changes">): Since {
  const { before, after } = valuesOf(view, change);
  if (!before || !after)
    return { view, change, before, after, difference: null, turn: null, crossing: null };
  const difference = after.value - before.value;
  const crossing = crossingOf(view, before, after);
  return { view, change, before, after, difference, turn: turnOf(view, difference), crossing };
}

/** The public edition does not get what reports said: it compares the figures that it shows. */
function valuesOf(view: IndicatorView, change: MartRow<"changes">) {
  const { value_before, period_end_before, value_after, period_end_after } = change;
  if (value_before === null && period_end_before !== null) {
    const shown = view.observations.find(({ period_end }) => period_end === period_end_before);
    return { before: shown ?? null, after: latestObservation(view) };
  }
  return {
    before: dated(period_end_before, value_before),
    after: dated(period_end_after, value_after),
  };
}

function dated(period_end: string | null, value: number | null): DatedValue | null {
  return period_end === null || value === null ? null : { period_end, value };
}

function weight({ change, turn }: Since): number {
  if (change.is_status_changed && change.status_before !== null)
    return gravity(change.status_after) - gravity(change.status_before) < 0 ? 0 : 1;
  if (change.n_revised) return 2;
  return turn === "worse" ? 3 : 4;
}
