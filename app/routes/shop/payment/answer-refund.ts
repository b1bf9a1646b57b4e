import { redirect } from "@remix-run/node";
import { z } from "zod";
import { answerRefund } from "#app/domain/payments/refunds/answer-refund.server.ts";
import { StaleRecord } from "#app/lib/errors.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

const Schema = z.object({ uang: id, jawaban: z.enum(["sudah", "belum"]) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const orderCode = params.code ?? "";
  const { uang, jawaban } = readForm(form, Schema);
  const secret = url.searchParams.get("k") ?? undefined;
  try {
    await answerRefund(actor, db, { orderCode, id: uang, secret, hasIt: jawaban === "sudah" });
  } catch (error) {
    // it moved on meanwhile: the page shows how it stands now
    if (!(error instanceof StaleRecord)) throw error;
  }
  return redirect(`/pesanan/${orderCode}${url.search}`);
});
