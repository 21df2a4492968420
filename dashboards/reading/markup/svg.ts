import { xmlText } from "../../../lib/escape_xml.ts";
import { Html } from "./html.ts";

/** What a picture says to those who do not see it: the message, then type and data. */
export interface Alternative {
  title: string;
  description: string;
}

/** A drawing as strict XML before it has its words. */
export interface Drawing {
  attributes: string;
  children: string;
}

/**
 * Writes an SVG tree as strict XML. Only drawing elements and attributes pass; scripts, handlers,
 * links and inline styles throw (`element not drawn: …`). `<style>` is left out: its rules stand in
 * theme.css, so that pages need no inline style.
 */
export function writeDrawing(root: Element): Drawing {
  return {
    attributes: writeAttributes(root, ofWords),
    children: [...root.childNodes].map(writeNode).join(""),
  };
}

/** The drawing with a title and a description; without words it is decoration. */
export function withWords(
  { attributes, children }: Drawing,
  alternative: Alternative | null,
): Html {
  const role = alternative ? 'role="img"' : 'aria-hidden="true"';
  const words = alternative
    ? `<title>${xmlText(alternative.title)}</title><desc>${xmlText(alternative.description)}</desc>`
    : "";
  return new Html(
    `<svg xmlns="http://www.w3.org/2000/svg" ${role}${attributes}>${words}${children}</svg>`,
  );
}

const ofWords: ReadonlySet<string> = new Set(["aria-hidden", "aria-label", "role", "xmlns"]);

const elements = new Set(
  "svg g path line rect circle text tspan title desc polygon polyline".split(" "),
);

const drawing = new Set(
  (
    "class viewBox width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform fill stroke " +
    "fill-opacity stroke-opacity opacity stroke-width stroke-dasharray stroke-linecap " +
    "stroke-linejoin stroke-miterlimit text-anchor dominant-baseline font-size font-weight " +
    "font-family font-style font-variant paint-order preserveAspectRatio"
  ).split(" "),
);

const spoken = new Set(["aria-hidden", "aria-label", "aria-description", "role"]);

function writeNode(node: Node): string {
  if (node.nodeType === 3) return xmlText(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const name = element.localName;
  if (name === "style") return "";
  if (!elements.has(name)) throw new Error(`element not drawn: ${name}`);
  const children = [...element.childNodes].map(writeNode).join("");
  const head = `<${name}${writeAttributes(element, spoken)}`;
  return children === "" ? `${head}/>` : `${head}>${children}</${name}>`;
}

function writeAttributes(element: Element, left: ReadonlySet<string>): string {
  return [...element.attributes]
    .filter(({ name }) => !left.has(name))
    .map(({ name, value }) => [checkedName(name), value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${xmlText(shortNumbers(value))}"`)
    .join("");
}

function checkedName(name: string): string {
  if (drawing.has(name)) return name;
  throw new Error(`attribute not drawn: ${name}`);
}

/** Two decimals are a fiftieth of a pixel: shorter files, and the same bytes on every machine. */
function shortNumbers(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(+(+number).toFixed(2)));
}
