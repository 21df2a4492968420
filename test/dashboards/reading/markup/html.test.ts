import { expect, test } from "vitest";
import { html } from "../../../../dashboards/reading/markup/html.ts";
import { hostile } from "../../hostile.ts";

test.each(hostile)("in text and attributes %j stays text", (text) => {
  const { markup } = html`<p title="${text}">${text}</p>`;
  const inside = markup.slice('<p title="'.length, -"</p>".length);
  expect(inside.replace('">', "")).not.toMatch(/[<>"']/);
});

test("templates nest, lists join and nothing stays of null and false", () => {
  const items = ["a", "b"].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${false}${undefined}</ul>`.markup).toBe(
    "<ul><li>a</li><li>b</li></ul>",
  );
});

test("addresses stay inside the site", () => {
  expect(html`<a href="${"../data/hi.csv"}">x</a>`.markup).toBe('<a href="../data/hi.csv">x</a>');
  for (const address of [
    "javascript:alert(1)",
    "//example.invalid/x?y",
    "https://example.invalid",
  ]) {
    expect(() => html`<a href="${address}">x</a>`).toThrow("unsafe address");
  }
});

test("a slot in a handler, a style or without quotes is an error of the page", () => {
  const value = "x";
  expect(() => html`<p onclick="${value}">`).toThrow("forbidden attribute: onclick");
  expect(() => html`<p style="${value}">`).toThrow("forbidden attribute: style");
  expect(() => html`<p title=${value}>`).toThrow("slot outside text and quoted attributes");
  expect(() => html`<p title="${html`<b>x</b>`}">`).toThrow("markup in an attribute: title");
});
