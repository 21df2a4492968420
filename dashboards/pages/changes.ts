import { type Change, changesOf } from "../changes.ts";
import { shortTitle } from "../facts.ts";
import { lowerFirst } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { Texts } from "../text/vi.ts";
import type { IndicatorView } from "../view.ts";

/** What changed since the last figures: how many turned better or worse, who crossed the path. */
export function changesSentence(indicators: readonly IndicatorView[], text: Texts): Html | null {
  const changes = changesOf(indicators);
  if (changes.length === 0) return null;
  const { change } = text.pages;
  const counts = (["better", "worse", "same"] as const).map((turn) =>
    String(changes.filter((one) => one.turn === turn).length),
  ) as [string, string, string];
  const fell = named(changes, "fell_behind", text);
  const caught = named(changes, "caught_up", text);
  return html`<section class="changes"><h2 class="quiet">${change.title}</h2>
<p><b>${change.title}:</b> ${change.counts(...counts)} ${fell && html`<strong>${change.fellBehind(fell)}</strong> `}${caught && `${change.caughtUp(caught)} `}${!fell && !caught && change.noCrossing} <small>${change.note}</small></p></section>`;
}

function named(changes: Change[], crossing: Change["crossing"], text: Texts): string | null {
  const names = changes
    .filter((change) => change.crossing === crossing)
    .map(({ view }) => lowerFirst(shortTitle(view, text)));
  return names.length > 0 ? names.join("; ") : null;
}
