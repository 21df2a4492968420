import { describe, expect, it } from "vitest";
import { readSeriesCsv } from "../../../scripts/run/series_csv.ts";

const header = "series_id,frequency,t,value";

describe("series from CSV", () => {
  it("are read in any order of rows and columns, with or without bounds", () => {
    expect(
      readSeriesCsv(
        "\uFEFFt,value,series_id,frequency,upper_bound\r\n2,97.5,b,year,100\r\n1,9.1e1,b,year,100\r\n\r\n1,-3,a,month,\r\n",
      ),
    ).toEqual([
      {
        series_id: "b",
        frequency: "year",
        t: 1,
        value: 91,
        lower_bound: null,
        upper_bound: 100,
        threshold: null,
      },
      {
        series_id: "b",
        frequency: "year",
        t: 2,
        value: 97.5,
        lower_bound: null,
        upper_bound: 100,
        threshold: null,
      },
      {
        series_id: "a",
        frequency: "month",
        t: 1,
        value: -3,
        lower_bound: null,
        upper_bound: null,
        threshold: null,
      },
    ]);
  });

  const valuesOf = (text: string) => readSeriesCsv(text).map(({ value }) => value);

  it.each([
    ["semicolons", "series_id;frequency;t;value\na;year;1;98.5\na;year;2;99\n", [98.5, 99]],
    [
      "semicolons and decimal commas",
      "series_id;frequency;t;value;upper_bound\na;year;1;98,5;100\na;year;2;99;100\n",
      [98.5, 99],
    ],
    ["decimal commas in quotes", `${header}\na,year,1,"98,5"\na,year,2,"-0,25"\n`, [98.5, -0.25]],
    [
      "points of thousands beside decimal commas",
      "series_id;frequency;t;value\na;year;1;1.234,5\na;year;2;12.345\n",
      [1234.5, 12_345],
    ],
    ["tabs", "series_id\tfrequency\tt\tvalue\na\tyear\t1\t7,25\n", [7.25]],
  ])("are read with %s", (_, text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  const cases: [string, string, string][] = [
    [
      "two ways to write decimals",
      "series_id;frequency;t;value\na;year;1;98,5\na;year;2;99.25\n",
      'line 3: value: expected a number written like 1.234,5 or 98,5, found "99.25"',
    ],
    ["an empty file", "", "line 1: column series_id is missing"],
    ["no rows", `${header}\n`, "line 1: no rows below the header"],
    ["a missing column", "series_id,t,value\na,1,2\n", "line 1: column frequency is missing"],
    [
      "an unknown column",
      `${header},colour\na,year,1,2,red\n`,
      'line 1: unknown or repeated column "colour"; known are series_id, frequency, t, value, lower_bound, upper_bound',
    ],
    [
      "an unknown frequency",
      `${header}\na,weekly,1,2\n`,
      'line 2: frequency: expected year, quarter or month, found "weekly"',
    ],
    [
      "a value in words",
      `${header}\na,year,1,2\na,year,2,many\n`,
      'line 3: value: expected a number, found "many"',
    ],
    ["an empty value", `${header}\na,year,1,\n`, 'line 2: value: expected a number, found ""'],
    [
      "a value that is no number",
      `${header}\na,year,1,NaN\n`,
      'line 2: value: expected a number, found "NaN"',
    ],
    [
      "a value no series has",
      `${header}\na,year,1,1e300\n`,
      'line 2: value: expected a number, found "1e300"',
    ],
    ["half a period", `${header}\na,year,1.5,2\n`, "line 2: t: expected 1, 2, 3 …, found 1.5"],
    [
      "a period twice",
      `${header}\na,year,1,2\na,year,2,2\na,year,1,3\n`,
      'line 4: series "a" has t = 1 twice',
    ],
    ["a gap", `${header}\na,year,1,2\na,year,2,2\na,year,4,3\n`, 'line 4: series "a" has no t = 3'],
    ["a start after 1", `${header}\na,year,2,2\n`, 'line 2: series "a" has no t = 1'],
    [
      "two frequencies",
      `${header}\na,year,1,2\na,month,2,2\n`,
      'line 3: frequency of series "a" differs from line 2',
    ],
    [
      "bounds that change",
      `${header},upper_bound\na,year,1,2,5\na,year,2,2,6\n`,
      'line 3: upper_bound of series "a" differs from line 2',
    ],
    [
      "bounds the wrong way round",
      `${header},lower_bound,upper_bound\na,year,1,2,5,1\n`,
      "line 2: lower_bound 5 is not below upper_bound 1",
    ],
    [
      "a value outside its bounds",
      `${header},upper_bound\na,year,1,101,100\n`,
      "line 2: value 101 lies outside its bounds",
    ],
    ["a series without a name", `${header}\n,year,1,2\n`, "line 2: series_id is empty"],
    [
      "a name over two lines before the fault",
      `${header}\n"a\nb",year,1,2\n"a\nb",year,2,x\n`,
      'line 4: value: expected a number, found "x"',
    ],
  ];
  for (const [what, text, message] of cases)
    it(`are refused with ${what}`, () => {
      expect(() => readSeriesCsv(text)).toThrow(message);
    });
});
