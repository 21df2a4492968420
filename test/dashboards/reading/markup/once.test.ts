import { expect, test } from "vitest";
import { once } from "../../../../dashboards/reading/markup/once.ts";

test("what is made for an object is made once for each variant", () => {
  const made: string[] = [];
  const lengthOf = once((owner: { name: string }, unit: "cm" | "mm") => {
    made.push(`${owner.name} in ${unit}`);
    return owner.name.length * (unit === "mm" ? 10 : 1);
  });
  const [line, same] = [{ name: "line" }, { name: "line" }];
  expect([lengthOf(line, "cm"), lengthOf(line, "mm"), lengthOf(line, "cm")]).toEqual([4, 40, 4]);
  expect(lengthOf(same, "cm")).toBe(4);
  expect(made).toEqual(["line in cm", "line in mm", "line in cm"]);
});
