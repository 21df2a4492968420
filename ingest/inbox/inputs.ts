import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";
import { isIgnoredName } from "../read/ignored_name.ts";
import { filesBelow } from "./inbox.ts";

/** What is read: the offices' files, or the shipped sample while there are none; and the reference. */
export interface Inputs {
  paths: string[];
  is_sample: boolean;
}

/**
 * Chooses the inputs. `inbox` undefined is `data/inbox`, which may be missing; an inbox that was named
 * must exist. While the inbox holds no file that could be read, the sample takes its place, where there is one.
 * Throws an error with exit code 2, for a named inbox that does not exist.
 */
export function chooseInputs(inbox?: string, project: string = root): Inputs {
  const path = inbox ?? join(project, "data", "inbox");
  if (inbox !== undefined && !existsSync(inbox)) throw new MissingInboxError(inbox);
  const reference = join(project, "data", "reference");
  const sample = join(project, "data", "sample");
  const is_sample = isEmpty(path) && existsSync(sample);
  const source = is_sample ? sample : path;
  return { paths: [source, reference].filter((each) => existsSync(each)), is_sample };
}

/** An inbox that was asked for and is not there: a usage error. */
export class MissingInboxError extends Error {
  readonly exit_code = 2;

  constructor(inbox: string) {
    super(`không có thư mục nhận này · no such inbox: ${inbox}`);
    this.name = "MissingInboxError";
  }
}

function isEmpty(path: string): boolean {
  if (!existsSync(path)) return true;
  if (statSync(path).isFile()) return false;
  return filesBelow(path).every(isIgnoredName);
}
