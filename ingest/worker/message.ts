import type { FileOutcome } from "../file/file_outcome.ts";
import type { Form } from "../form.ts";
import type { Lesson } from "../lessons.ts";
import type { Areas } from "../parse/area_list.ts";
import type { KnownIndicator } from "../parse/indicator.ts";

/**
 * What a worker is given once: where parts go, the areas, indicators and forms of the programme, what people
 * have answered, and where the key of person tokens lies. Never the key.
 */
export interface WorkerSettings {
  landed: string;
  areas: Areas;
  indicators: readonly KnownIndicator[];
  lessons: readonly Lesson[];
  /** The forms that the ward has declared itself. */
  forms: readonly Form[];
  key_path: string;
}

/** A file for a worker to read and land. */
export interface ReadTask {
  path: string;
  name: string;
  /** SHA-256 of the bytes as they were found. */
  hash: string;
  /** The day on which it came in (ISO). */
  received_on?: string | null;
}

/** A file that was read and all of whose parts lie in place but the one in `files`. */
export interface ReadFile
  extends Pick<FileOutcome, "file" | "document_date" | "answers" | "drafted"> {
  log: string[];
  /** What the worker holds after it. */
  resident_bytes: number;
}

/** Why a worker ended without an answer. */
export type WorkerFailure = "took_too_long" | "too_much_memory" | "reader_failed";

/** How a task ended. `pid` is that of the worker, whose unfinished parts are to be removed. */
export type ReadAnswer = { done: ReadFile } | { died: WorkerFailure; pid: number };
