/** Names as a workbook may have them: 1 to 31 characters, none of []:*?/\, no ' at the ends, each once. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = legal(name) || `Sheet${index + 1}`;
    const given = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 26)}_${index + 1}` : plain;
    taken.add(given.toLowerCase());
    return given;
  });
}

function legal(name: string): string {
  return name
    .replace(/[[\]:*?/\\]/g, "_")
    .slice(0, 31)
    .replace(/^'|'$/g, "_");
}
