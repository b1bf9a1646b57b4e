import { redirect } from "@remix-run/node";
import { withdrawHandIn } from "#app/domain/payments/hand-in/withdraw-hand-in.server.ts";
import { moneyMoved } from "#app/web/money-moved.server.ts";
import { acting } from "#app/web/route.server.ts";

export const loader = () => redirect("/operator/uang");

export const action = acting(({ db, actor, params }) =>
  moneyMoved("/operator/uang", "ditarik", () => withdrawHandIn(actor, db, { code: params.setoran ?? "" })),
);
