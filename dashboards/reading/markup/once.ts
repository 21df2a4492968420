/**
 * Makes something for an object once: asked again for the same object and variant, the answer is the
 * one made before, kept for as long as the object is.
 */
export function once<Owner extends object, Made, Variant = void>(
  make: (owner: Owner, variant: Variant) => Made,
): (owner: Owner, variant: Variant) => Made {
  const known = new WeakMap<Owner, Map<Variant, Made>>();
  return (owner, variant) => {
    const own = known.get(owner) ?? new Map<Variant, Made>();
    known.set(owner, own);
    if (!own.has(variant)) own.set(variant, make(owner, variant));
    return own.get(variant) as Made;
  };
}
