import { verifyUmkm } from "#app/domain/umkm/verify-umkm.server.ts";
import { acting } from "#app/web/route.server.ts";
import { decided } from "#app/web/umkm-decided.server.ts";

// When the form is not accepted, the case itself answers at this address.
export { default, loader, meta } from "./umkm-case.tsx";

export const action = acting(async ({ db, actor, params, url }) => {
  const slug = params.slug ?? "";
  return decided(() => verifyUmkm(actor, db, { slug }), { slug, url, news: "diverifikasi" });
});
