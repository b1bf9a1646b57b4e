import { redirect } from "@remix-run/node";
import { wayToPay } from "#app/web/card-page.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the provider is away, the order itself answers at this address.
export { default, loader, meta } from "./tracking.tsx";

export const action = acting(async ({ params, ...asking }) => {
  const secret = asking.url.searchParams.get("k") ?? undefined;
  return redirect(await wayToPay(asking, { code: params.code ?? "", secret }), 303);
});
