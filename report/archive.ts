import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * A Word or Excel file with nothing of the clock inside: every entry dated alike, and the
 * document's own dates those of the judged day. The same figures so give the same bytes.
 */
export function withoutClock(file: Uint8Array, asOf: string): Uint8Array {
  const entries = unzipSync(file);
  const properties = entries["docProps/core.xml"];
  if (properties) {
    const dated = strFromU8(properties).replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      `$1${asOf}T00:00:00Z`,
    );
    entries["docProps/core.xml"] = strToU8(dated);
  }
  return zipSync(entries, { mtime: firstDay, level: 6 });
}

// The first day a ZIP can tell, by the machine's own clock, as the format has no time zone.
const firstDay = new Date(1980, 0, 1);
