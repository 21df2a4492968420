import { two } from "./calendar.ts";

/** The ward's area_id in landed tables and marts. */
export const WARD = "le_chan";

/** The numbers of the 85 neighbourhoods (tổ dân phố). */
export const neighbourhoods: readonly number[] = Array.from({ length: 85 }, (_, i) => i + 1);

/** `le_chan_tdp_07` */
export const areaId = (neighbourhood: number): string => `${WARD}_tdp_${two(neighbourhood)}`;

/** `Tổ dân phố số 7` */
export const areaText = (neighbourhood: number): string => `Tổ dân phố số ${neighbourhood}`;
