import { type Document, Packer } from "docx";
import { strFromU8, strToU8, type Unzipped, unzipSync } from "fflate";
import { zipped } from "./office_package.ts";

/**
 * A document as .docx bytes with nothing of the clock inside: its own dates are those of the day
 * given (yyyy-mm-dd), pictures are numbered from one. The same document so gives the same bytes.
 */
export async function docxFile(document: Document, day: string): Promise<Uint8Array> {
  const { [contents]: first, ...rest } = unzipSync(await Packer.toBuffer(document));
  if (!first) throw new Error(`no such entry in the written document: ${contents}`);
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
  return zipped(entries);
}

// The list of contents stands first, as programs that guess a file's kind look for it there.
const contents = "[Content_Types].xml";

function edit(entries: Unzipped, name: string, change: (xml: string) => string): void {
  const found = entries[name];
  if (!found) throw new Error(`no such entry in the written document: ${name}`);
  entries[name] = strToU8(change(strFromU8(found)));
}
