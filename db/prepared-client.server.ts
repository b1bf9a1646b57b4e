import pg from "pg";

/** Texts beyond this many are not kept prepared: a server keeps the plans of each connection in memory. */
const MOST_STATEMENTS = 400;

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection that prepares each statement with parameters once and then only runs it: planning the longer ones takes
 * more time than running them. The same text has the same name in the whole process.
 */
export class PreparedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = super.query.bind(this) as Query;
    const prepared: Query = (text, values, callback) => {
      const name =
        typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
      return name ? query({ name, text, values }, callback) : query(text, values, callback);
    };
    this.query = prepared as typeof this.query;
  }
}
