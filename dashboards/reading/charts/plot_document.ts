/**
 * The few parts of a browser's document that Plot draws with: elements that have attributes,
 * children and text. A whole document model costs as much as the drawing itself.
 */
export function newPlotDocument(): Document {
  const plotDocument = {
    createElementNS: (namespace: string, name: string) =>
      new PlotElement(plotDocument, namespace, name),
  } as PlotDocument;
  plotDocument.documentElement = plotDocument.createElementNS("http://www.w3.org/2000/svg", "svg");
  return plotDocument as unknown as Document;
}

interface PlotDocument {
  documentElement: PlotElement;
  createElementNS(namespace: string, name: string): PlotElement;
}

interface PlotText {
  nodeType: 3;
  textContent: string;
}

/** An element with the names that browsers give to its parts. */
class PlotElement {
  readonly nodeType = 1;
  readonly ownerDocument: PlotDocument;
  readonly namespaceURI: string;
  readonly localName: string;
  childNodes: (PlotElement | PlotText)[] = [];
  parentNode: PlotElement | null = null;
  readonly #attributes = new Map<string, string>();

  constructor(owner: PlotDocument, namespace: string, name: string) {
    this.ownerDocument = owner;
    this.namespaceURI = namespace;
    this.localName = name;
  }

  get attributes(): { name: string; value: string }[] {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  set textContent(text: string) {
    this.childNodes = [{ nodeType: 3, textContent: String(text) }];
  }

  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join("");
  }

  appendChild(child: PlotElement): PlotElement {
    return this.insertBefore(child, null);
  }

  insertBefore(child: PlotElement, next: PlotElement | null): PlotElement {
    const left = child.parentNode?.childNodes ?? [];
    if (left.includes(child)) left.splice(left.indexOf(child), 1);
    const place = next ? this.childNodes.indexOf(next) : this.childNodes.length;
    this.childNodes.splice(place, 0, child);
    child.parentNode = this;
    return child;
  }
}
