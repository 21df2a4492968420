import { wordKey } from "../../../ingest/parse/key.ts";

const LONGEST = 40;

/** Words as an id: whole words, as many as fit. */
export function slugOf(text: string): string {
  const words = wordKey(text)
    .split(" ")
    .filter((word) => word !== "");
  while (words.join("_").length > LONGEST) words.pop();
  const id = words.join("_");
  return /^[a-z]/.test(id) ? id : `muc_${id || "1"}`;
}
