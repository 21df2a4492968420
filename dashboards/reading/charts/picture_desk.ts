import { Worker } from "node:worker_threads";

interface Desk {
  worker: Worker;
  waiting: Map<number, PromiseWithResolvers<Uint8Array>>;
}

let desk: Desk | undefined;
let asked = 0;
const drawn = new Map<string, Promise<Uint8Array>>();

/**
 * Draws a picture as PNG, fine enough for slides and paper, on a thread beside this one, so that
 * pages are written while it draws. A picture that both editions show is drawn once. The thread does
 * not keep the process alive.
 */
export function drawPng(svg: string): Promise<Uint8Array> {
  const known = drawn.get(svg) ?? askFor(svg);
  drawn.set(svg, known);
  return known;
}

function askFor(svg: string): Promise<Uint8Array> {
  desk ??= openDesk();
  const id = asked++;
  const answer = Promise.withResolvers<Uint8Array>();
  desk.waiting.set(id, answer);
  desk.worker.ref();
  desk.worker.postMessage({ id, svg });
  return answer.promise;
}

function openDesk(): Desk {
  const worker = new Worker(new URL("./picture_worker.ts", import.meta.url));
  const waiting: Desk["waiting"] = new Map();
  worker.on("message", ({ id, png }: { id: number; png: Uint8Array }) => {
    waiting.get(id)?.resolve(png);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
    desk = undefined;
  });
  worker.unref();
  return { worker, waiting };
}
