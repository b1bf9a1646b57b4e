import type { Db } from "#db/client.server.ts";
import { lockProduct, updateHidden } from "#db/queries/product-desk.ts";
import { now } from "../../lib/clock.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";

/**
 * An officer hides a product, whatever its seller has set: it leaves the shop and the search until an officer releases
 * it. Its seller is told why.
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it is hidden already
 */
export async function withholdProduct(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const product = await lockProduct(tx, slug);
    if (!product) throw new NotFound("produk");
    requireOfficerOf(actor, product.regency_code);
    if (!(await updateHidden(tx, product.id, reason))) throw new StaleRecord("produk");
    await recordAudit(tx, actor, {
      action: "product.hide",
      thing: "product",
      key: slug,
      name: product.name,
      regencyCode: product.regency_code,
      detail: { seller: product.seller, reason },
    });
    await sendMessage(tx, {
      key: `product-hidden:${product.id}:${now().getTime()}`,
      kind: "product-hidden",
      subject: "Produk disembunyikan petugas",
      to: { name: product.owner_name || product.seller, mobile: product.mobile },
      body: `Produk ${product.name} dari ${product.seller} disembunyikan petugas dari Lapak Lampung. Alasan: ${reason} Perbaiki, lalu hubungi dinas koperasi dan UKM setempat agar ditampilkan lagi.`,
      canWait: true,
      regencyCode: product.regency_code,
    });
    await enqueue(tx, "index-products", { productIds: [product.id] });
    await announce(tx, "catalogue");
  });
}
