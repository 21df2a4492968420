export type { Areas } from "./areas.ts";
