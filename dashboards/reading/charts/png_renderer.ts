import { Worker } from "node:worker_threads";

interface Renderer {
  worker: Worker;
  waiting: Map<number, PromiseWithResolvers<Uint8Array>>;
}

let renderer: Renderer | undefined;
let asked = 0;
const drawn = new Map<string, Promise<Uint8Array>>();

/**
 * Draws a picture as PNG, fine enough for slides and print, on a thread beside this one, so that
 * pages are written while it draws. A picture that both editions show is drawn once. The thread does
 * not keep the process alive.
 */
export function renderPng(svg: string): Promise<Uint8Array> {
  const known = drawn.get(svg) ?? requestPng(svg);
  drawn.set(svg, known);
  return known;
}

function requestPng(svg: string): Promise<Uint8Array> {
  renderer ??= startRenderer();
  const id = asked++;
  const answer = Promise.withResolvers<Uint8Array>();
  renderer.waiting.set(id, answer);
  renderer.worker.ref();
  renderer.worker.postMessage({ id, svg });
  return answer.promise;
}

function startRenderer(): Renderer {
  const worker = new Worker(new URL("./png_worker.ts", import.meta.url));
  const waiting: Renderer["waiting"] = new Map();
  worker.on("message", ({ id, png }: { id: number; png: Uint8Array }) => {
    waiting.get(id)?.resolve(png);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
    renderer = undefined;
  });
  worker.unref();
  return { worker, waiting };
}
