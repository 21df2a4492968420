import { type Html, html } from "../../reading/markup/html.ts";

/** A file's name, which lines may break at its joints and nowhere else. */
export function fileName(name: string): Html {
  const [first, ...others] = name.split(/(?<=[_-])/);
  return html`<span class="path">${first}${others.map((part) => html`<wbr>${part}`)}</span>`;
}
