import type { SearchEngine } from "./engine.server.ts";

/**
 * The first that has an answer: Meilisearch; PostgreSQL when the former is late, has none, or finds nothing although
 * its index lacks things.
 */
export async function firstAnswer<Answer>(
  engine: SearchEngine,
  asking: Promise<Answer | undefined>,
  fromPostgres: () => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), engine.client.lateAfter);
  });
  const early = await Promise.race([asking, late]);
  clearTimeout(timer);
  if (early !== "late") return early ?? fromPostgres();
  engine.late += 1;
  void asking.then(() => {
    engine.late -= 1;
  });
  const spare = fromPostgres();
  return Promise.any([asking.then((answer) => answer ?? spare), spare]).catch((error: AggregateError) =>
    Promise.reject(error.errors[0]),
  );
}
