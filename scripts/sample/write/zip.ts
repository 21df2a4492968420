import { strToU8, type Zippable, zipSync } from "fflate";

/** Zips texts in the order given; the same texts make the same bytes. `stored` entries stay as they are. */
export function zip(
  entries: Readonly<Record<string, string>>,
  stored: readonly string[] = [],
): Uint8Array {
  // Entries carry local time, so it is made from local parts: the same bytes in every zone.
  const mtime = new Date(2026, 0, 1, 0, 0, 0);
  const files: Zippable = {};
  for (const [path, text] of Object.entries(entries)) {
    const level = stored.includes(path) ? 0 : 9;
    files[path] = [strToU8(text), { level, mtime }];
  }
  return zipSync(files);
}

/** Text for XML content and attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
