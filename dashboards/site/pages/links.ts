/** The page of an indicator, relative to the language's folder. */
export function indicatorPath(indicatorId: string): string {
  return `indicators/${indicatorId.toLowerCase()}.html`;
}

/** The page of a section: sections/2.1.6.html. Throws for an id that cannot name a page. */
export function sectionPath(sectionId: string): string {
  return `sections/${named(sectionId)}.html`;
}

/** The page of a unit: units/ward_police.html. Throws for an id that cannot name a page. */
export function unitPath(agencyId: string): string {
  return `units/${named(agencyId)}.html`;
}

/** The place of an area on a page; `#area=…&period=…` of both is understood by the pages' script. */
export function areaAnchor(areaId: string): string {
  return `area=${areaId}`;
}

/** The place of a period on a page, by the month in which it ends: period=2026-10. */
export function periodAnchor(periodEnd: string): string {
  return `period=${periodEnd.slice(0, 7)}`;
}

function named(id: string): string {
  if (/^[\w.-]+$/.test(id)) return id;
  throw new Error(`id cannot name a page: ${id}`);
}
