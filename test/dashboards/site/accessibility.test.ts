import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, hasBrowser, openStage, pages, type Stage } from "../chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!hasBrowser)(`in Chromium (skipped where ${browser} is missing)`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test.each(pages)(
    "%s breaks no rule of axe, narrow or wide, light or dark, and is easy to hit",
    async (page) => {
      const { tab } = await stage.open(page);
      await tab.evaluate(axe);
      await layOut(tab);
      const found: string[] = [];
      await tab.setViewportSize({ width: 390, height: 900 });
      expect(await smallTargets(tab)).toEqual([]);
      for (const width of [390, 1280]) {
        await tab.setViewportSize({ width, height: 900 });
        for (const colorScheme of ["light", "dark"] as const) {
          await tab.emulateMedia({ colorScheme });
          const broken = await violations(tab, colorScheme === "light" ? everything : colours);
          found.push(...broken.map((rule) => `${width} ${colorScheme} ${rule}`));
        }
      }
      await tab.close();
      expect(found).toEqual([]);
    },
  );

  test("the keyboard reaches the content first, and shows where it is", async () => {
    const { tab } = await stage.open("index.html");
    await tab.keyboard.press("Tab");
    expect(await focused(tab)).toMatchObject({ text: "Đến nội dung chính" });
    await tab.keyboard.press("Tab");
    const second = await focused(tab);
    expect(second.text).toBe("Phường Lê Chân");
    expect(second.outline).toBe("3px");
    await tab.close();
  });
});

/** Rows wait to be laid out until they are looked at; axe has to see them all. */
async function layOut(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    for (const row of document.querySelectorAll("tr")) row.style.contentVisibility = "visible";
  });
}

/** What can be pressed and is smaller than 24 pixels; links inside sentences may be. */
function smallTargets(tab: Page): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll("a, summary, input")].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isInText = getComputedStyle(target).display === "inline";
      const isHidden = width === 0 || target.matches(".skip");
      return isHidden || isInText || (width >= 24 && height >= 24)
        ? []
        : `${target.textContent} ${width}×${height}`;
    }),
  );
}

/** All rules of axe, with the one on targets, which it leaves out unless asked. */
const everything: RunOptions = { rules: { "target-size": { enabled: true } } };

/** In the dark only colours differ: the other rules see the page that they have seen in light. */
const colours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };

type Axe = { run(options: RunOptions): Promise<AxeResults> };

/** What breaks a rule, and words of which axe could not see what lies behind them. */
async function violations(tab: Page, options: RunOptions): Promise<string[]> {
  const { violations, incomplete } = await tab.evaluate(
    async (chosen) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations, incomplete } = await axe.run(chosen);
      return { violations, incomplete };
    },
    // what passes is neither described nor handed over
    { ...options, resultTypes: ["violations", "incomplete"] } satisfies RunOptions,
  );
  const unseen = incomplete
    .filter(({ id }) => id === "color-contrast")
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(isCovered) }));
  return [...violations, ...unseen]
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

function isCovered({ any }: AxeResults["incomplete"][number]["nodes"][number]): boolean {
  return any.some(({ data }) => /bgOverlap|obscured/i.test(String(data?.messageKey)));
}

function focused(tab: Page) {
  return tab.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return { text: element.textContent?.trim(), outline: getComputedStyle(element).outlineWidth };
  });
}
