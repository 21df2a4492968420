// Forecasts the points of a JSON file in one build of the models: node ours.ts points.json out.csv
import { readFileSync } from "node:fs";
import { type ForecastPoint, forecast } from "../../run/forecast.ts";

const [points, out] = process.argv.slice(2) as [string, string];
await forecast(JSON.parse(readFileSync(points, "utf8")) as ForecastPoint[], out);
