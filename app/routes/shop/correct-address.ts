import { redirect } from "@remix-run/node";
import { z } from "zod";
import { correctAddress } from "#app/domain/orders/delivery/correct-address.server.ts";
import { neighbourhood, readForm, text } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When the form is not accepted, the order itself answers at this address, with what was typed.
export { default, loader, meta } from "./tracking.tsx";

const Schema = z.object({
  alamat: text("jalan dan nomor rumah", { min: 3, max: 200 }),
  rt: neighbourhood("RT"),
  rw: neighbourhood("RW"),
  patokan: text("patokan", { max: 200 }).optional(),
});

export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.code ?? "";
  const given = readForm(form, Schema);
  const back = redirect(`/pesanan/${code}${url.search}`);
  return elsewhere(
    () =>
      correctAddress(actor, db, {
        code,
        secret: url.searchParams.get("k") ?? undefined,
        street: given.alamat,
        rt: given.rt ?? null,
        rw: given.rw ?? null,
        landmark: given.patokan ?? null,
      }),
    back,
    back,
  );
});
