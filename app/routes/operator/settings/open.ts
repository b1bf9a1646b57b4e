import { redirect } from "@remix-run/node";
import { openForOrders } from "#app/domain/warung/open-for-orders.server.ts";
import { acting } from "#app/web/route.server.ts";

// When it cannot open yet, the hub itself answers at this address, with what is missing.
export { default, loader, meta } from "./shop.tsx";

export const action = acting(async ({ db, actor }) => {
  await openForOrders(actor, db);
  return redirect("/operator/toko?kabar=buka");
});
