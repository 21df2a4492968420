import { cellPlace } from "./address.ts";
import { xmlDocument } from "./office_package.ts";
import { sheetText, spreadsheet } from "./sheet_text.ts";

/** Notes by the address of their cell, in the order of rows. */
export type Notes = ReadonlyMap<string, string>;

/** The comments part of a sheet. */
export function commentsXml(notes: Notes): string {
  const list = [...notes].map(
    ([address, text]) =>
      `<comment ref="${address}" authorId="0"><text><t xml:space="preserve">${sheetText(text)}</t></text></comment>`,
  );
  return xmlDocument(
    `<comments xmlns="${spreadsheet}"><authors><author>lechan</author></authors>` +
      `<commentList>${list.join("")}</commentList></comments>`,
  );
}

/** The drawing that gives each note its box; spreadsheet programs show none without it. */
export function noteBoxes(notes: Notes): string {
  const shape =
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
    `<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  const microsoft = "urn:schemas-microsoft-com";
  return (
    `<xml xmlns:v="${microsoft}:vml" xmlns:o="${microsoft}:office:office" xmlns:x="${microsoft}:office:excel">` +
    `${shape}${[...notes.keys()].map(boxOf).join("")}</xml>`
  );
}

function boxOf(address: string, index: number): string {
  const { row, column } = cellPlace(address);
  const anchor = [column + 1, 12, Math.max(0, row - 1), 4, column + 5, 12, row + 7, 4];
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    `<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
    `<x:Anchor>${anchor.join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
