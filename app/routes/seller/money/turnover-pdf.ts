import { turnoverPaper } from "#app/domain/reports/turnover-paper.server.ts";
import { env } from "#app/lib/env.server.ts";
import { paperResponse } from "#app/web/paper-response.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, actor, params, url }) =>
  paperResponse(
    await turnoverPaper(db, actor, { code: params.code ?? "", origin: env().PUBLIC_URL ?? url.origin }),
  ),
);
