import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Landing } from "../land/land.ts";
import type { LandedRow } from "../land/landed.ts";
import { withParquetStore } from "../land/parquet.ts";
import type { Problem } from "../problems/problem.ts";
import type { KeptAnswers } from "./keep_answers.ts";

/** How an ingest ended: what the inbox now has landed, whoever landed it. */
export interface IngestSummary {
  files: number;
  landed: number;
  /** Of the landed, those of published figures: no office sends them. */
  published: number;
  refused: number;
  ignored: number;
  rows_read: number;
  rows_landed: number;
  rows_rejected: number;
  rows_ignored: number;
  /** A file that landed says that it is made up. */
  is_sample: boolean;
  /** A part was written or taken away. */
  changed: boolean;
  problems: Problem[];
  /** Questions that wait for an answer, each once. */
  questions: number;
  /** Answers that became lessons, and those that took the place of an earlier one. */
  lessons_learned: number;
  lessons_replaced: number;
  /** Answers to what is no longer asked. */
  answers_unasked: number;
  /** Forms that were taken into the programme. */
  forms_taken: number;
  /** A hash over all landed parts. */
  fingerprint: string;
  /** When the newest landed file was received, `yyyy-mm-dd hh:mm:ss`. */
  received_max: string | null;
  /** The same of the files that say they are made up: published figures beside a sample are newer. */
  sample_received_max: string | null;
}

/** Sums up what has landed; `repeated` are files of the same bytes as another, `published` ids of forms. */
export async function summariseIngest(
  landing: Landing,
  repeated: Problem[],
  changed: boolean,
  { learned, replaced, unasked, forms }: Omit<KeptAnswers, "obstacle"> & { forms: number },
  published: readonly string[],
): Promise<IngestSummary> {
  const files = await landing.files();
  const names = new Map(files.map(({ file_hash, file_name }) => [file_hash, file_name]));
  const cells = (await landing.rejects()).map(({ file_hash, ...row }) => ({
    ...row,
    file: names.get(file_hash) ?? file_hash,
  })) as Problem[];
  const count = (status: string) => files.filter((file) => file.status === status).length;
  const total = (column: `rows_${"read" | "landed" | "rejected" | "ignored"}`) =>
    files.reduce((sum, file) => sum + file[column], 0);
  const landed = files.filter(({ status }) => status === "landed");
  return {
    files: files.length,
    landed: count("landed"),
    published: landed.filter(({ form }) => published.includes(form ?? "")).length,
    refused: count("refused"),
    ignored: count("ignored"),
    rows_read: total("rows_read"),
    rows_landed: total("rows_landed"),
    rows_rejected: total("rows_rejected"),
    rows_ignored: total("rows_ignored"),
    is_sample: landed.some(({ is_sample }) => is_sample),
    changed,
    problems: [...files.flatMap(refusal), ...repeated, ...cells],
    questions: new Set((await landing.questions()).map(({ question_id }) => question_id)).size,
    lessons_learned: learned,
    lessons_replaced: replaced,
    answers_unasked: unasked,
    forms_taken: forms,
    fingerprint: landing.fingerprint(),
    received_max: newest(landed),
    sample_received_max: newestOfSample(files),
  };
}

/** The last day on which a landed file came that says it is made up, yyyy-mm-dd; null where none does. */
export async function lastSampleDay(landed: string): Promise<string | null> {
  if (!existsSync(join(landed, "files"))) return null;
  const files = await withParquetStore((parquet) =>
    parquet.read("files", join(landed, "files", "*.parquet"), ["file_hash"]),
  );
  return newestOfSample(files)?.slice(0, 10) ?? null;
}

function newestOfSample(files: readonly LandedRow<"files">[]): string | null {
  return newest(files.filter(({ status, is_sample }) => status === "landed" && is_sample));
}

function newest(files: readonly LandedRow<"files">[]): string | null {
  return (
    files
      .map(({ received_at }) => received_at)
      .sort()
      .at(-1) ?? null
  );
}

function refusal(file: LandedRow<"files">): Problem[] {
  const { status, form, file_name, refusal_code, message_vi, message_en } = file;
  if (status !== "refused") return [];
  return [
    {
      form,
      file: file_name,
      sheet: null,
      cell: null,
      rule: refusal_code ?? "",
      severity: "error",
      found: null,
      expected: "",
      message_vi: message_vi ?? "",
      message_en: message_en ?? "",
    },
  ];
}
