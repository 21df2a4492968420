import * as arrow from "apache-arrow";
import type { MartColumnType, MartValue } from "../../reading/contract/mart.ts";

/**
 * A column as an Arrow vector, its buffers filled at one go: builders that take a value at a time
 * cost several times as long.
 */
export function arrowColumn(values: readonly MartValue[], type: MartColumnType): arrow.Vector {
  return arrow.makeVector(data[type](values));
}

const data: Record<MartColumnType, (values: readonly MartValue[]) => arrow.Data> = {
  text: textData,
  integer(values) {
    return arrow.makeData({ type: new arrow.Int32(), ...filled(values, Int32Array, Number) });
  },
  number(values) {
    return arrow.makeData({ type: new arrow.Float64(), ...filled(values, Float64Array, Number) });
  },
  flag(values) {
    const flags = bits(values, (value) => value === true);
    return arrow.makeData({ type: new arrow.Bool(), ...presence(values), data: flags });
  },
  date(values) {
    const dates = filled(values, Int32Array, cached(dayNumber));
    return arrow.makeData({ type: new arrow.DateDay(), ...dates });
  },
  instant(values) {
    const instants = filled(values, BigInt64Array, cached(milliseconds));
    return arrow.makeData({ type: new arrow.TimestampMillisecond(), ...instants });
  },
};

/** The bytes of all texts one after the other; few texts differ, so each is encoded once. */
function textData(values: readonly MartValue[]): arrow.Data {
  const encode = cached((value) => encoder.encode(String(value)));
  const texts = values.map((value) => (value === null ? empty : encode(value)));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [index, text] of texts.entries())
    valueOffsets[index + 1] = (valueOffsets[index] as number) + text.length;
  const bytes = new Uint8Array(valueOffsets[values.length] as number);
  for (const [index, text] of texts.entries()) bytes.set(text, valueOffsets[index]);
  const type = new arrow.Utf8();
  return arrow.makeData({ type, ...presence(values), valueOffsets, data: bytes });
}

const encoder = new TextEncoder();
const empty = new Uint8Array();

/** The numbers, zero where there is none, and which are there. */
function filled<Numbers extends Int32Array | Float64Array | BigInt64Array>(
  values: readonly MartValue[],
  numbers: new (length: number) => Numbers,
  numberOf: (value: MartValue) => Numbers[number],
) {
  const data = new numbers(values.length);
  for (const [index, value] of values.entries()) if (value !== null) data[index] = numberOf(value);
  return { ...presence(values), data };
}

function dayNumber(date: MartValue): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function milliseconds(instant: MartValue): bigint {
  return BigInt(Date.parse(String(instant)));
}

/** How many values there are, and which: a bit each, no bits where all are there. */
function presence(values: readonly MartValue[]) {
  const { length } = values;
  const nullCount = values.reduce<number>((sum, value) => sum + Number(value === null), 0);
  const nullBitmap = nullCount === 0 ? undefined : bits(values, (value) => value !== null);
  return { length, nullCount, nullBitmap };
}

function bits(values: readonly MartValue[], isSet: (value: MartValue) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  for (const [index, value] of values.entries())
    if (isSet(value)) bytes[index >> 3] = (bytes[index >> 3] as number) | (1 << (index & 7));
  return bytes;
}

/** The same answer for the same value, found once. */
function cached<Answer>(answer: (value: MartValue) => Answer): (value: MartValue) => Answer {
  const known = new Map<MartValue, Answer>();
  return (value) => {
    const found = known.get(value) ?? answer(value);
    known.set(value, found);
    return found;
  };
}
