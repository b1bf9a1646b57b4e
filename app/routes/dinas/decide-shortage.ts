import { redirect } from "@remix-run/node";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";
import { readShortageAnswer } from "#app/web/shortage-answer.server.ts";

// When the answer is not accepted, the case itself is shown at this address, with the reason.
export { default, loader, meta } from "./order.tsx";

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const back = `/dinas/pesanan/${code}`;
  const answer = readShortageAnswer(form);
  return elsewhere(
    () => decideShortage(actor, db, { code, ...answer, by: { as: "officer" } }),
    redirect(`${back}?kabar=dijawab`),
    redirect(`${back}?kabar=berubah`),
  );
});
