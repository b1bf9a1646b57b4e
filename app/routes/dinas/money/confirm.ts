import { z } from "zod";
import { confirmHandIn } from "#app/domain/payments/hand-in/confirm-hand-in.server.ts";
import { readForm, wholeNumber } from "#app/web/form.server.ts";
import { moneyMoved } from "#app/web/money-moved.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the list itself answers at this address, with what was typed.
export { default, links, loader, meta } from "./desk.tsx";

const Schema = z.object({ dihitung: wholeNumber("Yang dihitung", { min: 1 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const { dihitung } = readForm(form, Schema);
  return moneyMoved("/dinas/uang", "diterima", () =>
    confirmHandIn(actor, db, { code: params.setoran ?? "", counted: dihitung }),
  );
});
