import { z } from "zod";
import { attestSurplus } from "#app/domain/payments/refunds/attest-surplus.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { moneyMoved } from "#app/web/money-moved.server.ts";
import { refundIdOf } from "#app/web/refund-id.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the list itself answers at this address, with what was typed.
export { default, links, loader, meta } from "./desk.tsx";

const Schema = z.object({ alasan: text("alasannya", { min: 5, max: 400 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const { alasan } = readForm(form, Schema);
  return moneyMoved("/dinas/uang", "kembali", () =>
    attestSurplus(actor, db, { id: refundIdOf(params), reason: alasan }),
  );
});
