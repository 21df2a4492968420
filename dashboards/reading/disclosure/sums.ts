import { type CellKey, cellKey, coordinatesOf, enclosing, type PublicAreas } from "./places.ts";

/** Nodes that add up: a ward and its neighbourhoods, a year and its months. */
export interface Hierarchy<Node extends string> {
  /** For each leaf, itself and all it is a part of, up to the root. */
  chains: ReadonlyMap<Node, readonly Node[]>;
  /** What each node is a part of, null for a root. */
  parents: ReadonlyMap<Node, Node | null>;
  /** Nodes that have parts. */
  totals: ReadonlySet<Node>;
}

/** Makes a hierarchy of these nodes; `parentOf` names what a node is a part of, null for a root. */
export function hierarchyOf<Node extends string>(
  nodes: Iterable<Node>,
  parentOf: (node: Node) => Node | null,
): Hierarchy<Node> {
  const all = [...new Set(nodes)].toSorted();
  const known = new Set(all);
  const parents = new Map(
    all.map((node) => {
      const parent = parentOf(node);
      return [node, parent !== null && known.has(parent) ? parent : null] as const;
    }),
  );
  const totals = new Set([...parents.values()].filter((node) => node !== null));
  const leaves = all.filter((node) => !totals.has(node));
  const chains = new Map(leaves.map((leaf) => [leaf, chainOf(leaf, parents)] as const));
  return { chains, parents, totals };
}

/** A node and all it is a part of, up to the root. */
export function chainOf<Node extends string>(
  node: Node,
  parents: ReadonlyMap<Node, Node | null>,
): Node[] {
  const parent = parents.get(node) ?? null;
  return parent === null ? [node] : [node, ...chainOf(parent, parents)];
}

/** A total and what adds up to it, by their places. */
export interface Sum {
  total: CellKey;
  parts: CellKey[];
}

/** Finds the sums that a place stands in, as the total or a part. */
export type SumsAt = (place: CellKey) => readonly Sum[];

/** The sums over areas and over periods of the places that are there. */
export function sumsOf(places: readonly CellKey[], areas: PublicAreas): SumsAt {
  const there = places.map((place) => ({ place, ...coordinatesOf(place) }));
  const periods = [...new Set(there.map(({ period }) => period))];
  const around = new Map(periods.map((period) => [period, enclosing(period, periods)]));
  const totalsOf = ({ area, period }: (typeof there)[number]) => {
    const wider = around.get(period) ?? null;
    return [
      ...(areas.neighbourhoods.has(area) ? [["areas", cellKey(areas.ward, period)] as const] : []),
      ...(wider === null ? [] : [["periods", cellKey(area, wider)] as const]),
    ];
  };
  const known = new Set(places);
  const sums = new Map<string, Sum>();
  const at = new Map<CellKey, Sum[]>(places.map((place) => [place, []]));
  for (const one of there) {
    for (const [kind, total] of totalsOf(one)) {
      if (!known.has(total)) continue;
      const name = `${kind} ${total}`;
      const sum = sums.get(name) ?? { total, parts: [] };
      if (!sums.has(name)) at.get(total)?.push(sum);
      sums.set(name, sum);
      sum.parts.push(one.place);
      at.get(one.place)?.push(sum);
    }
  }
  return (place) => at.get(place) ?? [];
}
