import { drawOrderQris } from "#app/domain/payments/qris/draw-order-qris.server.ts";
import { reading } from "#app/web/route.server.ts";

/** The QR code as a picture to keep in the phone's gallery. It changes with the amount: kept nowhere on the way. */
export const loader = reading(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const { png, amount } = await drawOrderQris(db, {
    actor,
    code,
    secret: url.searchParams.get("k") ?? undefined,
  });
  return new Response(new Uint8Array(png), {
    headers: {
      "Content-Type": "image/png",
      "Content-Disposition": `attachment; filename="QRIS-${code}-${amount}.png"`,
      "Cache-Control": "private, no-store",
    },
  });
});
