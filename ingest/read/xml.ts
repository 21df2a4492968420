/** What XML's named entities stand for. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
]);

/** The value of a tag's attribute with its entities resolved; null when it is absent. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : value.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, resolve);
}

function resolve(entity: string, hex: string | undefined, code: string | undefined, name?: string) {
  if (code === undefined) return ENTITIES.get(name ?? "") ?? entity;
  const point = Number.parseInt(code, hex ? 16 : 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
}
