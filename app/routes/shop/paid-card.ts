import { redirect } from "@remix-run/node";
import { confirmCardPayment } from "#app/domain/payments/card/confirm-card-payment.server.ts";
import { orderPage } from "#app/web/card-page.server.ts";
import { reading } from "#app/web/route.server.ts";

/** Back from the provider's page: how it stands is asked there before the order is shown. */
export const loader = reading(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const secret = url.searchParams.get("k") ?? undefined;
  await confirmCardPayment(actor, db, { code, secret });
  throw redirect(orderPage(code, secret));
});
