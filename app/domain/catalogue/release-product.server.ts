import type { Db } from "#db/client.server.ts";
import { lockProduct, updateHidden } from "#db/queries/product-desk.ts";
import { now } from "../../lib/clock.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";

/**
 * An officer takes back that a product was hidden: it is shown again if its seller has it published. Its seller is told.
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it is not hidden (any more)
 */
export async function releaseProduct(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const product = await lockProduct(tx, slug);
    if (!product) throw new NotFound("produk");
    requireOfficerOf(actor, product.regency_code);
    if (!(await updateHidden(tx, product.id, null))) throw new StaleRecord("produk");
    await recordAudit(tx, actor, {
      action: "product.unhide",
      thing: "product",
      key: slug,
      name: product.name,
      regencyCode: product.regency_code,
      detail: { seller: product.seller, ...(product.hidden_reason && { before: product.hidden_reason }) },
    });
    await sendMessage(tx, {
      key: `product-released:${product.id}:${now().getTime()}`,
      kind: "product-released",
      subject: "Produk boleh tampil lagi",
      to: { name: product.owner_name || product.seller, mobile: product.mobile },
      body: `Produk ${product.name} dari ${product.seller} tidak lagi disembunyikan petugas. Bila Anda menerbitkannya, pembeli dapat melihatnya lagi.`,
      canWait: true,
      regencyCode: product.regency_code,
    });
    await enqueue(tx, "index-products", { productIds: [product.id] });
    await announce(tx, "catalogue");
  });
}
