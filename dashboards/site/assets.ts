import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Writes the style sheet, the script, the icon and the fonts that every page needs. Returns their names. */
export function writeAssets(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const fonts = subsets.flatMap((subset) => weights.map((weight) => fontName(subset, weight)));
  for (const font of fonts)
    copyFileSync(require.resolve(`${family}/files/${font}`), join(folder, font));
  copyFileSync(require.resolve(`${family}/LICENSE`), join(folder, "be-vietnam-pro-LICENSE.txt"));
  const theme = layers.map((name) =>
    readFileSync(join(import.meta.dirname, "theme", `${name}.css`), "utf8"),
  );
  writeFileSync(join(folder, "theme.css"), [fontFaces(), ...theme].join("\n"));
  writeFileSync(join(folder, "icon.svg"), icon);
  copyFileSync(join(import.meta.dirname, "client", "site.js"), join(folder, "site.js"));
  return [...fonts, "be-vietnam-pro-LICENSE.txt", "theme.css", "icon.svg", "site.js"];
}

// Later layers win: phones and paper change what stands before them.
const layers = [
  "tokens",
  "base",
  "frame",
  "overview",
  "tables",
  "sections",
  "indicator",
  "pages",
  "phone",
  "print",
];

const require = createRequire(import.meta.url);
const family = "@fontsource/be-vietnam-pro";
const weights = [400, 600] as const;
const subsets = ["vietnamese", "latin"] as const;

// The ranges that the font's maker publishes for the two subsets.
const ranges: Record<(typeof subsets)[number], string> = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#12436D"/><path d="M6 23L13 16L18 19L26 9" fill="none" stroke="#fff" stroke-width="3"/></svg>\n`;

// Fonts of other machines that stand in until ours have come, widened by as much as ours run wider
// over the words of these pages (normal, semi-bold), so that lines stay where they are.
const standIns = {
  Roboto: { names: ["Roboto"], wider: [1.085, 1.094] },
  Arial: { names: ["Arial", "Liberation Sans"], wider: [1.08, 1.05] },
  "Noto Sans": { names: ["Noto Sans"], wider: [1.03, 1.005] },
} as const;

/** Be Vietnam Pro itself rises one em above the line and falls 0.265 below. */
function standInFaces(): string[] {
  return Object.entries(standIns).flatMap(([name, { names, wider }]) =>
    weights.map((weight, index) => {
      const locals = names.map((local) => `local("${local}${weight === 600 ? " Bold" : ""}")`);
      const width = wider[index] as number;
      const height = `ascent-override:${percent(1 / width)};descent-override:${percent(0.265 / width)};line-gap-override:0%`;
      return `@font-face{font-family:"Be Vietnam Pro on ${name}";font-weight:${weight};src:${locals.join(",")};size-adjust:${percent(width)};${height}}`;
    }),
  );
}

function percent(share: number): string {
  return `${+(share * 100).toFixed(1)}%`;
}

function fontFaces(): string {
  const own = subsets.flatMap((subset) =>
    weights.map(
      (weight) =>
        `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(${fontName(subset, weight)}) format("woff2");unicode-range:${ranges[subset]}}`,
    ),
  );
  return [...own, ...standInFaces()].join("\n");
}

function fontName(subset: string, weight: number): string {
  return `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
}
