import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { renderAsync } from "@resvg/resvg-js";

/** The font that pictures are drawn with. */
const family = "Be Vietnam Pro";

const require = createRequire(import.meta.url);
const fontFiles = [
  "400Regular/BeVietnamPro_400Regular",
  "600SemiBold/BeVietnamPro_600SemiBold",
].map((name) => require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}.ttf`));

parentPort?.on("message", async ({ id, svg }: { id: number; svg: string }) => {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: family };
  const image = await renderAsync(svg, { font, fitTo: { mode: "zoom", value: 1.6 } });
  parentPort?.postMessage({ id, png: new Uint8Array(image.asPng()) });
});
