/**
 * The words before the name or number of a neighbourhood, as keys; those of one list mean the same. Wards
 * have tổ dân phố or khu phố, communes thôn, xóm, bản, ấp, buôn, làng.
 */
export const NEIGHBOURHOOD_WORDS: readonly (readonly string[])[] = [
  ["to dan pho", "tdp", "to dp", "to dan cu", "to", "khu dan cu", "kdc"],
  ["khu pho", "kp"],
  ["thon"],
  ["xom"],
  ["ban"],
  ["ap"],
  ["buon"],
  ["lang"],
  ["khoi pho", "khoi"],
  ["khom"],
  ["khu"],
];

/** The words before the names of larger areas, as keys, each with its abbreviation. */
export const AREA_WORDS: readonly (readonly [word: string, short: string])[] = [
  ["phuong", "p"],
  ["xa", "x"],
  ["thi tran", "tt"],
  ["dac khu", "dk"],
  ["thanh pho", "tp"],
  ["tinh", "t"],
];

/** What a table calls the whole of the area of a level, as keys. */
export const WHOLES: Readonly<Record<string, readonly string[]>> = {
  ward: ["toan phuong", "toan xa", "toan thi tran", "toan dac khu"],
  city: ["toan thanh pho", "toan tinh"],
  country: ["ca nuoc", "toan quoc"],
};

/** The words before the names of wards, communes and towns, as keys. */
export const WARD_WORDS = ["phuong", "p", "xa", "x", "thi tran", "dac khu"] as const;
