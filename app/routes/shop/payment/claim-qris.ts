import { redirect } from "@remix-run/node";
import { claimQris } from "#app/domain/payments/qris/claim-qris.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const back = redirect(`/pesanan/${code}${url.search}`);
  const secret = url.searchParams.get("k") ?? undefined;
  return elsewhere(() => claimQris(actor, db, { code, secret }), back, back);
});
