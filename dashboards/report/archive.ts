import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";

/**
 * A Word or Excel file with nothing of the clock inside: every entry dated alike, the document's
 * own dates those of the day given, pictures numbered from one, the list of contents first. The
 * same figures so give the same bytes.
 */
export function withoutClock(file: Uint8Array, day: string): Uint8Array {
  const { [contents]: first, ...rest } = unzipSync(file);
  if (!first) throw new Error(`no such entry in the file: ${contents}`);
  const entries = { [contents]: first, ...rest };
  edit(entries, "docProps/core.xml", (xml) =>
    xml.replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      (_, tag: string) => `${tag}${day}T00:00:00Z`,
    ),
  );
  let picture = 0;
  edit(entries, "word/document.xml", (xml) =>
    xml.replaceAll(/(<wp:docPr [^>]*?\bid=")\d+/g, (_, tag: string) => `${tag}${++picture}`),
  );
  return zipSync(entries, { mtime: firstDay, level: 6 });
}

const contents = "[Content_Types].xml";

// The first day a ZIP can tell, by the machine's own clock, as the format has no time zone.
const firstDay = new Date(1980, 0, 1);

function edit(entries: Unzipped, name: string, change: (xml: string) => string): void {
  const found = entries[name];
  if (found) entries[name] = strToU8(change(strFromU8(found)));
}
