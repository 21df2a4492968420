/** Nodes that add up: a ward and its neighbourhoods, a year and its months. */
export interface Tree {
  /** For each leaf, itself and all it is a part of, up to the root. */
  chains: ReadonlyMap<string, readonly string[]>;
  /** What each node is a part of, null for a root. */
  parents: ReadonlyMap<string, string | null>;
  /** Nodes that have parts. */
  totals: ReadonlySet<string>;
}

/** A change that leaves every sum along a tree as it is: the nodes that rise and those that fall. */
export type Change = readonly (readonly [node: string, sign: 1 | -1])[];

/** Makes a tree of these nodes; `parentOf` names what a node is a part of, null for a root. */
export function treeOf(nodes: Iterable<string>, parentOf: (node: string) => string | null): Tree {
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

/**
 * All balanced changes that raise a node by one: a leaf under it rises with everything above, or
 * another leaf of the same root falls, so that only what lies between the two moves.
 */
export function changesOf({ chains }: Tree, node: string): Change[] {
  const own = [...chains].filter(([, chain]) => chain.includes(node));
  return own.flatMap(([, up]) => [
    up.map((name) => [name, 1] as const),
    ...[...chains.values()]
      .filter((down) => !down.includes(node) && down.at(-1) === up.at(-1))
      .map((down) => exchange(up, down)),
  ]);
}

function exchange(up: readonly string[], down: readonly string[]): Change {
  return [
    ...up.filter((name) => !down.includes(name)).map((name) => [name, 1] as const),
    ...down.filter((name) => !up.includes(name)).map((name) => [name, -1] as const),
  ];
}

/** A node and all it is a part of, up to the root. */
export function chainOf(node: string, parents: ReadonlyMap<string, string | null>): string[] {
  const parent = parents.get(node) ?? null;
  return parent === null ? [node] : [node, ...chainOf(parent, parents)];
}
