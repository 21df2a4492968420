import { archives } from "./archives.ts";
import type { Kind } from "./kind.ts";
import { sheets } from "./sheets.ts";
import { strangers } from "./strangers.ts";
import { streams } from "./streams.ts";
import { texts } from "./texts.ts";

/** Every way of being hostile that we know, each with what must come of it. */
export const kinds: readonly Kind[] = [...strangers, ...archives, ...sheets, ...streams, ...texts];
