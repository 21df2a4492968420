import type { AreaSeries } from "../../reading/facts/area_series.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import type { Texts } from "../../reading/text/vi.ts";

/** The neighbourhoods that may be shown, those that need attention first, ties by their id. */
export function worstFirst({ neighbourhoods, indicator }: IndicatorView): AreaSeries[] {
  const sign = indicator.direction === "down" ? -1 : 1;
  const last = ({ observations }: AreaSeries) => observations.at(-1)?.value ?? 0;
  return neighbourhoods.toSorted((a, b) => sign * (last(a) - last(b)));
}

/** A neighbourhood's name for narrow places: Tổ 12, No. 12. */
export function areaName({ name, name_en }: AreaSeries["area"], text: Texts): string {
  return text.language === "vi"
    ? name.replace(/^Tổ dân phố (số )?/, "Tổ ")
    : (name_en ?? name).replace(/^Neighbourhood /, "No. ");
}
