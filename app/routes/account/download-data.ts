import { findOwnData } from "#app/domain/privacy/find-own-data.server.ts";
import { dateWib, now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

/** A person's own data as a file. */
export const loader = reading(async ({ db, actor }) => {
  const data = await findOwnData(db, actor);
  return new Response(JSON.stringify({ diunduh: now(), ...data }, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="data-lapak-lampung-${dateWib(now())}.json"`,
      "Cache-Control": "no-store",
    },
  });
});
