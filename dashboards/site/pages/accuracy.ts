import type { MartRow } from "../../reading/contract/marts.ts";
import { titleOf } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatNumber } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";
import { publishedName, publishedResult, reasonOf } from "./method.ts";
import { cell } from "./sources.ts";

/** How right the projection that is shown would have been in the past, in plain words. */
export function accuracyCard({ backtests, projections }: IndicatorView, text: Texts): Html | null {
  const words = text.pages.accuracy;
  if (projections.length === 0) return null;
  const used = backtests.find(({ is_selected }) => is_selected);
  if (!used) return null;
  const isTried = used.n_origins > 0 && used.mix_relative_error !== null;
  return html`<section class="card"><h2>${words.title}</h2>
${isTried ? html`<p>${words.tried(String(used.n_origins))} ${error(used, text)} ${coverage(used, text)}</p>` : html`<p>${words.none}</p>`}
${backtests.length > 1 && methods(backtests, text)}
</section>`;
}

/** The results of published methods beside ours. */
export function publishedCard(
  { progressPublishedMethods: rows }: IndicatorView,
  text: Texts,
): Html | null {
  const words = text.pages.published;
  if (rows.length === 0) return null;
  const agrees = (isAgreed: boolean | null) =>
    isAgreed === null ? text.none : isAgreed ? words.yes : words.no;
  const reasons = [...new Set(rows.map((row) => reasonOf(row, text)))];
  const isOneReason = rows.length > 1 && reasons.length === 1;
  return html`<section class="card"><h2>${words.title}</h2>
${isOneReason && html`<p class="note">${reasons[0]}</p>`}
<table class="rows"><thead><tr><th scope="col">${words.method}</th><th scope="col">${words.result}</th><th scope="col">${words.agrees}</th>${!isOneReason && html`<th scope="col">${words.why}</th>`}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${publishedName(row.method, text)}</th>${cell(words.result, publishedResult(row.result, text))}${cell(words.agrees, agrees(row.is_in_agreement))}${!isOneReason && cell(words.why, reasonOf(row, text))}</tr>`)}</tbody></table>
</section>`;
}

function error({ mix_relative_error }: MartRow<"backtests">, text: Texts): string {
  const words = text.pages.accuracy;
  const relative = mix_relative_error ?? 1;
  const difference = Math.abs(1 - relative);
  if (difference < 0.005) return words.equal;
  return (relative < 1 ? words.better : words.worse)(percent(difference, text));
}

function coverage({ mix_coverage_80, mix_coverage_95 }: MartRow<"backtests">, text: Texts): string {
  const shares = [
    ["80%", mix_coverage_80],
    ["95%", mix_coverage_95],
  ] as const;
  return shares
    .flatMap(([level, share]) =>
      share === null ? [] : [text.pages.accuracy.covered(level, percent(share, text))],
    )
    .join(" ");
}

function methods(rows: readonly MartRow<"backtests">[], text: Texts): Html {
  const words = text.pages.accuracy;
  const best = rows.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const share = (value: number | null) => (value === null ? text.none : percent(value, text));
  return html`<details><summary>${words.methods}</summary><table class="rows"><thead><tr><th scope="col">${words.method}</th><th scope="col" class="number">${words.weight}</th><th scope="col" class="number">${words.error}</th><th scope="col" class="number">${words.coverage("80%")}</th><th scope="col" class="number">${words.coverage("95%")}</th></tr></thead>
<tbody>${best.map((row) => html`<tr><th scope="row">${titleOf(row, text)}${row.is_selected && ` (${words.used})`}</th><td class="number" data-label="${words.weight}"><span>${share(row.weight)}</span></td><td class="number" data-label="${words.error}"><span>${row.mase === null ? text.none : formatNumber(row.mase, 2, text.language)}</span></td><td class="number" data-label="${words.coverage("80%")}"><span>${share(row.coverage_80)}</span></td><td class="number" data-label="${words.coverage("95%")}"><span>${share(row.coverage_95)}</span></td></tr>`)}</tbody></table></details>`;
}

function percent(share: number, text: Texts): string {
  return `${formatNumber(share * 100, 0, text.language)}%`;
}
