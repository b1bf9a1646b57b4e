import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

type Import = { readonly target: string; readonly typeOnly: boolean };
type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };

/** `import … from "x"`, `export … from "x"`, `import("x")`; a leading `type` makes it vanish at run time. */
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;
const ALIAS: Record<string, string> = {
  "#app/": "app/",
  "#db/": "db/",
  "#search/": "search/",
  "#tests/": "tests/",
};

function resolve(from: string, specifier: string): string {
  for (const [alias, folder] of Object.entries(ALIAS)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return specifier.startsWith(".") ? posix.normalize(posix.join(dirname(from), specifier)) : specifier;
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  const imports = [...text.matchAll(IMPORT)].map(([, type, named, dynamic]) => ({
    target: resolve(path, named ?? dynamic ?? ""),
    typeOnly: type !== undefined,
  }));
  return { path, text, imports };
}

function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readSource(relative(ROOT, join(entry.parentPath, entry.name)))),
  );
}

const app = sourcesOf("app");
const db = sourcesOf("db");
const search = sourcesOf("search");
const all = [...app, ...db, ...search, ...sourcesOf("scripts")];

/** What breaks a rule, as `file → import`, so that a failure reads as a list of things to mend. */
function breaches(sources: readonly Source[], isWrong: (found: Import, source: Source) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((found) => isWrong(found, source))
      .map((found) => `${source.path} → ${found.target}`),
  );
}

const isIn = (folder: string) => (source: Source) => source.path.startsWith(folder);

it("finds the sources it judges", () => {
  expect(app.length).toBeGreaterThan(60);
  expect(app.flatMap((source) => source.imports).length).toBeGreaterThan(300);
  expect(resolve("app/domain/orders/x.ts", "../cart/find-cart.server.ts")).toBe(
    "app/domain/cart/find-cart.server.ts",
  );
});

describe("one way through", () => {
  it("routes reach the database and the search only through the domain", () => {
    expect(breaches(app.filter(isIn("app/routes/")), ({ target }) => /^(db|search)\//.test(target))).toEqual(
      [],
    );
  });

  it("components know no server code", () => {
    const wrong = breaches(
      app.filter(isIn("app/components/")),
      ({ target, typeOnly }) => !typeOnly && /^(db|search)\/|\.server\.tsx?$/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  it("the domain knows nothing of HTTP or pages", () => {
    const wrong = breaches(app.filter(isIn("app/domain/")), ({ target }) =>
      /^app\/(web|routes|components)\/|^@remix-run|^react/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  it("the floor imports nothing of ours", () => {
    const wrong = breaches(
      app.filter(isIn("app/lib/")),
      ({ target }) => /^(app|db|search)\//.test(target) && !target.startsWith("app/lib/"),
    );
    expect(wrong).toEqual([]);
  });

  it("db and search stand on the floor alone, apart from the seed, which uses the real verbs", () => {
    const isSeed = isIn("db/seed/");
    const wrong = breaches(
      [...db.filter((source) => !isSeed(source)), ...search],
      ({ target }, { path }) =>
        (target.startsWith("app/") && !target.startsWith("app/lib/")) ||
        (path.startsWith("db/") && target.startsWith("search/")),
    );
    expect(wrong).toEqual([]);
  });
});

describe("each thing in one place", () => {
  it("SQL and its driver live in db", () => {
    const wrong = breaches(
      [...app, ...search, ...sourcesOf("scripts")],
      ({ target, typeOnly }) => !typeOnly && /^(pg|kysely)$/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  it("Meilisearch lives in search", () => {
    expect(breaches([...app, ...db], ({ target }) => target === "meilisearch")).toEqual([]);
  });

  it("Stripe's SDK lives in one file", () => {
    const users = [...app, ...db, ...search].filter(({ imports }) =>
      imports.some(({ target }) => /^stripe(\/|$)/.test(target)),
    );
    expect(users.map(({ path }) => path)).toEqual(["app/domain/payments/card/stripe.server.ts"]);
  });

  it("process.env is read in one file; scripts hand it on to the processes they start", () => {
    const readers = [...app, ...db, ...search].filter(({ text }) => /\bprocess\.env\b/.test(text));
    const allowed = /^app\/lib\/env\.server\.ts$|^(app\/launch|scripts)\/|^search\/embedded\.server\.ts$/;
    expect(readers.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it("no file is longer than a reader's breath", () => {
    const long = all
      .filter(({ path }) => path !== "db/schema.ts" && !path.startsWith("db/seed/"))
      .map(({ path, text }) => `${path}: ${text.split("\n").length} lines`)
      .filter((line) => Number(/(\d+) lines$/.exec(line)![1]) > 301);
    expect(long).toEqual([]);
  });
});

describe("domain folders depend downwards", () => {
  // PRODUCT's nouns from the top down. `orders` stands above `checkout`'s cart; complaints of what was received stand
  // above orders and the ledger.
  const LEVELS = [
    ["reports", "imports", "privacy"],
    ["complaints", "settlement"],
    ["checkout"],
    ["payments"],
    ["orders"],
    ["cart"],
    ["consignment"],
    ["warung"],
    ["searches"],
    ["catalogue"],
    ["umkm"],
    ["ledger"],
    ["officers"],
    ["audit"],
    ["accounts"],
    ["regions", "calendar", "media", "notifications"],
    ["jobs", "sheets", "paper"],
  ];
  const level = new Map(LEVELS.flatMap((folders, at) => folders.map((folder) => [folder, at] as const)));
  const folderOf = (path: string) => /^app\/domain\/([^/]+)\//.exec(path)?.[1];

  it("knows every folder", () => {
    const folders = new Set(app.map(({ path }) => folderOf(path)).filter((folder) => folder !== undefined));
    expect([...folders].filter((folder) => !level.has(folder))).toEqual([]);
  });

  it("lets nobody import from above", () => {
    const wrong = breaches(app.filter(isIn("app/domain/")), ({ target }, { path }) => {
      const here = folderOf(path);
      const there = folderOf(target);
      return (
        here !== undefined && there !== undefined && here !== there && level.get(there)! <= level.get(here)!
      );
    });
    expect(wrong).toEqual([]);
  });
});
