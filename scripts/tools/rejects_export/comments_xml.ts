import { placeOf } from "./sheet_xml.ts";
import { document, escapeXml } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const AUTHOR = "lechan";

/** Comments by the address of their cell, in the order of addresses given. */
export type Comments = ReadonlyMap<string, string>;

/** The comments part of a sheet. */
export function commentsXml(comments: Comments): string {
  const list = [...comments].map(
    ([address, text]) =>
      `<comment ref="${address}" authorId="0"><text><t xml:space="preserve">${escapeXml(text)}</t></text></comment>`,
  );
  return document(
    `<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors>` +
      `<commentList>${list.join("")}</commentList></comments>`,
  );
}

/** The drawing that gives each comment its box; spreadsheet programs show none without it. */
export function commentBoxes(comments: Comments): string {
  const boxes = [...comments.keys()].map((address, index) => {
    const { row, column } = placeOf(address);
    const anchor = [column + 1, 12, Math.max(0, row - 2), 4, column + 5, 12, row + 6, 4];
    return (
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${boxes.join("")}</xml>`
  );
}
