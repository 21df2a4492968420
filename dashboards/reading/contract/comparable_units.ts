/**
 * Units of values that do not grow with the area: they compare between a country and a ward. Values
 * in other units count something.
 */
export const comparableUnits: ReadonlySet<string> = new Set(["percent", "points", "days"]);
