import { redirect } from "@remix-run/node";
import { z } from "zod";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When the form is not accepted, the case itself answers at this address, with what is wrong.
export { default, loader, meta } from "./order.tsx";

const Schema = z.object({ warung: id });

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const back = `/dinas/pesanan/${code}`;
  const { warung } = readForm(form, Schema);
  return elsewhere(
    () => assignWarung(actor, db, { code, warungId: warung }),
    redirect(`${back}?kabar=ditugaskan`),
    redirect(`${back}?kabar=berubah`),
  );
});
