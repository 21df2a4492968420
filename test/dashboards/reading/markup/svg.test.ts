import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { draw } from "../../../../dashboards/reading/charts/draw.ts";
import { writeDrawing } from "../../../../dashboards/reading/markup/svg.ts";
import { hostile } from "../../hostile.ts";

test.each(hostile)("with %j as label, title and description a chart is strict XML", (text) => {
  const { markup } = draw(
    { marks: [Plot.text([text], { x: [1], y: [1] }), Plot.axisY({ label: text })] },
    { title: text, description: text },
  );
  const seen = elementsOf(markup);
  expect([...new Set(seen)].toSorted()).toEqual(
    expect.arrayContaining(["desc", "g", "svg", "text", "title"]),
  );
  expect(seen).not.toContain("script");
  expect(seen).not.toContain("img");
});

test("the first children of a picture say what it shows", () => {
  const { markup } = draw({ marks: [] }, { title: "Tăng & giảm", description: "Từ <1 đến 2" });
  expect(markup).toContain('role="img"');
  expect(markup).toContain("<title>Tăng &amp; giảm</title><desc>Từ &lt;1 đến 2</desc>");
});

test("coordinates carry two decimals and styles are left to the style sheet", () => {
  const { markup } = draw({ width: 333, marks: [Plot.lineY([1, 2, 4, 8])] }, null);
  expect(markup).not.toMatch(/\d\.\d{3}/);
  expect(markup).not.toContain("style");
  expect(markup).toContain('aria-hidden="true"');
});

test.each([
  ["<svg><script>1</script></svg>", "element not drawn: script"],
  ["<svg><a href='javascript:alert(1)'><text>x</text></a></svg>", "element not drawn: a"],
  ["<svg><g onclick='x()'></g></svg>", "attribute not drawn: onclick"],
  ["<svg><g style='fill:red'></g></svg>", "attribute not drawn: style"],
  ["<svg><rect href='x'></rect></svg>", "attribute not drawn: href"],
])("%s is refused", (source, message) => {
  const { document } = parseHTML(`<html><body>${source}</body></html>`);
  const svg = document.querySelector("svg") as unknown as Element;
  expect(() => writeDrawing(svg)).toThrow(message);
});

function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(xml).close();
  return names;
}
