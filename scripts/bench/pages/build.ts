// Builds an edition of the site from a warehouse: `build.ts <warehouse> <home> internal|public`.
import { buildSite } from "../../../dashboards/main.ts";
import { homePaths } from "../../../lib/store/home.ts";

const [warehouse = "", home = "", edition = ""] = process.argv.slice(2);
const { site, public_site, public_memory } = homePaths(home);
// Just refreshed, or the pages would warn their reader that they are old.
const now = new Date();
const { pages, files } = await (edition === "public"
  ? buildSite({
      ...{ warehouse, out: public_site, now },
      memory: { before: public_memory, after: public_memory, key: new Uint8Array(32) },
    })
  : buildSite({ warehouse, out: site, now }));
process.stdout.write(JSON.stringify({ pages, files }));
