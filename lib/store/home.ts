import { dirname, join, resolve } from "node:path";

/** The project's folder, whatever the folder a command is called from. */
export const root = resolve(import.meta.dirname, "..", "..");

/** Where the key of person tokens lies unless set otherwise: outside everything that is landed, built or committed. */
export function defaultKeyPath(environment: NodeJS.ProcessEnv = process.env): string {
  return environment["LECHAN_KEY_FILE"] ?? join(root, ".keys", "person.key");
}

/** Where the key lies that seals what the public edition hides: beside that of person tokens. */
export function publicKeyPath(environment: NodeJS.ProcessEnv = process.env): string {
  return join(dirname(defaultKeyPath(environment)), "public.key");
}

/** The files of a home: what is published, and beside it what is being built. */
export function homePaths(home: string) {
  const building = join(home, ".building");
  return {
    landed: join(home, "landed"),
    warehouse: join(home, "warehouse.duckdb"),
    site: join(home, "site"),
    public_site: join(home, "site-public"),
    /** What readers of the public edition know from earlier publications. */
    public_memory: join(home, "runs", "public-memory.json"),
    published: join(home, "runs", "published.json"),
    /** What each report that was made said, a file each that is never written again. */
    report_records: join(home, "reports", "records"),
    model_docs: join(building, "dbt", "static_index.html"),
    building: {
      warehouse: join(building, "warehouse.duckdb"),
      site: join(building, "site"),
      retired_site: join(building, "site.retired"),
      public_site: join(building, "site-public"),
      retired_public_site: join(building, "site-public.retired"),
      public_memory: join(building, "public-memory.json"),
      papers: join(building, "papers"),
      dbt: join(building, "dbt"),
      as_of_warehouse: join(building, "as_of.duckdb"),
      as_of_dbt: join(building, "as_of_dbt"),
    },
  };
}
