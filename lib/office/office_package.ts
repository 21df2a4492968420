import { strToU8, type Zippable, zipSync } from "fflate";
import { xmlText } from "../escape_xml.ts";

/** A part of an Office file, by its path in the file, and the parts that it leads to. */
export interface Part {
  xml: string;
  /** Its content type; left out where the ending of its path says enough. */
  type?: string;
  relations?: readonly Relation[];
}

/** A way from a part to another: the id by which it is called, what kind it is, its path from here. */
export interface Relation {
  id: string;
  kind: string;
  target: string;
}

export type Parts = Readonly<Record<string, Part>>;

/** The address of the relations that sheets and drawings name inside their XML. */
export const relationsNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An XML document of this element. */
export function xmlDocument(element: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element}`;
}

/** An Office file (ECMA-376 Open Packaging) that begins with the part `main`; the same parts give the same bytes. */
export function officeFile(main: string, parts: Parts): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(parts),
    "_rels/.rels": relations([{ id: "main", kind: "officeDocument", target: main }]),
  };
  for (const [path, part] of Object.entries(parts)) {
    files[path] = part.xml;
    if (part.relations) files[relationsPath(path)] = relations(part.relations);
  }
  return zipped(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])));
}

/** Entries as a ZIP without a clock. */
export function zipped(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const files: Zippable = { ...entries };
  // Little is won by trying harder, and pages with downloads would wait for it.
  return zipSync(files, { mtime: firstDay, level: 3 });
}

// The first day a ZIP can tell, by the machine's own clock, as the format has no time zone.
const firstDay = new Date(1980, 0, 1);

const packages = "http://schemas.openxmlformats.org/package/2006";

const endings = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  vml: "application/vnd.openxmlformats-officedocument.vmlDrawing",
};

function contentTypes(parts: Parts): string {
  const defaults = Object.entries(endings).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const overrides = Object.entries(parts).flatMap(([path, { type }]) =>
    type ? `<Override PartName="/${path}" ContentType="${type}"/>` : [],
  );
  return xmlDocument(
    `<Types xmlns="${packages}/content-types">${defaults.join("")}${overrides.join("")}</Types>`,
  );
}

function relationsPath(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function relations(links: readonly Relation[]): string {
  const list = links.map(
    ({ id, kind, target }) =>
      `<Relationship Id="${id}" Type="${relationsNamespace}/${kind}" Target="${xmlText(target)}"/>`,
  );
  return xmlDocument(
    `<Relationships xmlns="${packages}/relationships">${list.join("")}</Relationships>`,
  );
}
