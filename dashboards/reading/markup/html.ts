import { escapeText } from "../../../lib/escape_xml.ts";

/** Markup that came from a template or from our XML writer, and is therefore not escaped again. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a text slot takes; null, undefined and false leave nothing. */
export type Slot = Html | string | number | null | undefined | false | readonly Slot[];

/**
 * Template tag that escapes every slot. A slot stands in text or inside a double-quoted attribute;
 * anywhere else throws, and so does an address that leaves the site (`unsafe address: …`).
 */
export function html(strings: TemplateStringsArray, ...slots: Slot[]): Html {
  const contexts = contextsOf(strings);
  const parts = slots.map(
    (slot, index) => write(slot, contexts[index] as SlotContext) + strings[index + 1],
  );
  return new Html(strings[0] + parts.join(""));
}

type SlotContext = { attribute: string | null };

const known = new WeakMap<TemplateStringsArray, SlotContext[]>();

function contextsOf(strings: TemplateStringsArray): SlotContext[] {
  const contexts =
    known.get(strings) ?? strings.slice(0, -1).map((_, index) => contextOf(strings, index));
  known.set(strings, contexts);
  return contexts;
}

function contextOf(strings: TemplateStringsArray, index: number): SlotContext {
  const before = strings.slice(0, index + 1).join("");
  const tag = before.slice(before.lastIndexOf("<"));
  const isInside = /^<[a-z/!]/i.test(tag) && !/^<(?:[^"]|"[^"]*")*?>/.test(tag);
  if (!isInside) return { attribute: null };
  const attribute = /([a-z-]+)="[^"]*$/i.exec(tag);
  const quotes = tag.split('"').length - 1;
  if (attribute && quotes % 2 === 1) return { attribute: (attribute[1] as string).toLowerCase() };
  throw new Error(`slot outside text and quoted attributes: ${tag}`);
}

function write(slot: Slot, { attribute }: SlotContext): string {
  if (slot === null || slot === undefined || slot === false) return "";
  if (attribute !== null) return escapeText(checked(attribute, slot));
  if (slot instanceof Html) return slot.markup;
  if (typeof slot === "object") return slot.map((part) => write(part, { attribute })).join("");
  return escapeText(String(slot));
}

function checked(attribute: string, slot: Slot): string {
  if (typeof slot === "object") throw new Error(`markup in an attribute: ${attribute}`);
  if (attribute.startsWith("on") || attribute === "style") {
    throw new Error(`slot in a forbidden attribute: ${attribute}`);
  }
  const text = String(slot);
  if ((attribute === "href" || attribute === "src") && !/^[\w./-]*(?:#[\w.=&-]*)?$/.test(text)) {
    throw new Error(`unsafe address: ${text}`);
  }
  return text;
}
