import type { Db, Tx } from "#db/client.server.ts";
import { emptyCart, lockCart } from "#db/queries/cart.ts";
import { findOrderByForm, insertCheckout, insertOrder } from "#db/queries/checkout.ts";
import { lockShelfItems, takeFromShelf } from "#db/queries/shelf.ts";
import { lockVariants, takeStock } from "#db/queries/stock.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, NotServed, QuoteChanged, SoldOut } from "../../lib/errors.ts";
import { randomToken } from "../../lib/secret.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { cartHolder } from "../cart/cart-holder.server.ts";
import type { CartLine } from "../cart/find-cart.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import type { MissingChoice } from "../orders/missing-choices.ts";
import { deadlineFor } from "../orders/move-order.server.ts";
import { newOrderCode, newPin } from "../orders/order-code.server.ts";
import { NEXT_ACTION } from "../orders/order-status.ts";
import { METHOD_LABEL, type PaymentMethod } from "../orders/payment-methods.ts";
import { recordOrderEvent } from "../orders/record-order-event.server.ts";
import { handOverTime } from "../orders/shortage-deadline.ts";
import { findQuote, type QuotePart } from "./find-quote.server.ts";

export type OrderForm = {
  /** drawn when the form was rendered (UUID): the same form acts once */
  readonly formKey: string;
  /** `Quote.seal` of what the buyer saw */
  readonly seal: string;
  readonly name: string;
  /** E.164 */
  readonly mobile: string;
  readonly villageCode: string;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly landmark: string | null;
  /** slug of the warung where the buyer fetches it; left out: it is delivered */
  readonly pickupSlug?: string;
  /** a name and a photo will prove the receipt instead of the PIN */
  readonly receiverWithoutPhone?: boolean;
  /** what happens when something turns out to be missing and the buyer does not answer */
  readonly missingChoice: MissingChoice;
  /** in cash unless told otherwise */
  readonly paymentMethod?: PaymentMethod;
};

// Far above what a household orders, far below what fills a warung's day with jokes. One address may be a whole
// mobile network's.
const ORDERS_PER_NUMBER = 30;
const ORDERS_PER_ADDRESS = 300;
const WINDOW_MINUTES = 60;

export type Placed = { readonly code: string; readonly secret: string };

type Piece = { readonly variantId: number; readonly quantity: number; readonly name: string };

/** What comes out of the sellers' own stock. */
function goodsOf(lines: readonly CartLine[]): Piece[] {
  return lines.flatMap(({ variant_id, shelf_item_id, quantity, name }) =>
    variant_id === null || shelf_item_id !== undefined ? [] : [{ variantId: variant_id, quantity, name }],
  );
}

/** What comes off the warung's shelf. */
function shelfGoodsOf(lines: readonly CartLine[]): { shelfItemId: number; quantity: number }[] {
  return lines.flatMap(({ shelf_item_id, quantity }) =>
    shelf_item_id === undefined ? [] : [{ shelfItemId: shelf_item_id, quantity }],
  );
}

/** Locks all the goods of a checkout before any is taken: one order for everybody. @throws SoldOut */
async function holdGoods(tx: Tx, lines: readonly CartLine[]): Promise<void> {
  const goods = goodsOf(lines);
  if (goods.length === 0) return;
  const locked = await lockVariants(
    tx,
    goods.map((line) => line.variantId),
  );
  const stock = new Map(locked.map((row) => [row.id, row.stock]));
  const short = goods.filter((line) => (stock.get(line.variantId) ?? 0) < line.quantity);
  if (short.length > 0) {
    throw new SoldOut(short.map((line) => ({ name: line.name, left: stock.get(line.variantId) ?? 0 })));
  }
}

/**
 * Locks what comes off a shelf, after the goods in stock. When others were faster the buyer looks at the cart again: the
 * seller may still have it, but it comes later then.
 * @throws QuoteChanged
 */
async function holdShelf(tx: Tx, lines: readonly CartLine[]): Promise<void> {
  const goods = shelfGoodsOf(lines);
  if (goods.length === 0) return;
  const locked = await lockShelfItems(
    tx,
    goods.map((line) => line.shelfItemId),
  );
  const onShelf = new Map(locked.map((row) => [row.id, row.on_shelf]));
  if (goods.some((line) => (onShelf.get(line.shelfItemId) ?? 0) < line.quantity)) throw new QuoteChanged();
}

/** Takes an order's goods, held before, out of stock and off the shelf. */
async function takeGoods(tx: Tx, orderId: number, lines: readonly CartLine[]): Promise<void> {
  const fromShelf = shelfGoodsOf(lines);
  if (fromShelf.length > 0 && (await takeFromShelf(tx, orderId, fromShelf))) await announce(tx, "catalogue");
  const goods = goodsOf(lines);
  if (goods.length === 0) return;
  const productIds = await takeStock(tx, orderId, goods);
  if (productIds.length > 0) {
    await enqueue(tx, "index-products", { productIds });
    await announce(tx, "catalogue");
  }
}

async function writeOrder(
  tx: Tx,
  checkoutId: number,
  form: OrderForm,
  part: QuotePart,
  pickupWarungId: number | null,
): Promise<{ id: number; code: string }> {
  const { promise } = part;
  const { paymentMethod = "cash" } = form;
  const status = paymentMethod === "card" ? "awaiting_payment" : "placed";
  for (;;) {
    const code = newOrderCode();
    const id = await insertOrder(tx, {
      code,
      checkoutId,
      villageCode: form.villageCode,
      regencyCode: form.villageCode.slice(0, 5),
      pin: newPin(),
      goodsTotal: part.goodsTotal,
      deliveryFee: part.deliveryFee,
      firstLegFee: part.firstLegFee,
      promiseFrom: promise.from,
      promiseUntil: promise.until,
      status,
      paymentMethod,
      nextAction: NEXT_ACTION[status],
      deadlineAt: deadlineFor(status, promise.until, now())!,
      pickupWarungId,
      handOverBy: handOverTime(promise.until),
      lines: part.lines.map((line) => ({
        umkm_id: line.umkm_id,
        variant_id: line.variant_id,
        staple_id: line.staple_id,
        shelf_item_id: line.shelf_item_id ?? null,
        name: line.name,
        unit: line.unit,
        price: line.price!,
        quantity: line.quantity,
        weight_grams: line.weight_grams,
        media_hash: line.media_hash,
        first_leg_fee: line.shelf_item_id === undefined ? (part.firstLegs.get(line.umkm_id ?? 0) ?? 0) : 0,
      })),
    });
    // a taken code is one in 729 million: draw another
    if (id !== undefined) return { id, code };
  }
}

/**
 * Turns the cart into one or two orders, as one whole: goods out of stock, orders, payments, routing jobs (what is paid by
 * card waits for its payment first), or nothing at all. The same form sent again gives the same (first) order.
 * @param address the buyer's network address; left out where nobody stands behind it
 * @throws TooManyTries, BadInput for an empty cart, NotServed, SoldOut, QuoteChanged when price, fee or promise differ from what was seen
 */
export async function placeOrder(
  actor: Actor,
  db: Db,
  { token, form, address }: { token: string | undefined; form: OrderForm; address?: string },
): Promise<Placed> {
  if (address !== undefined) {
    await limitTries(
      db,
      { what: "pesan:nomor", by: form.mobile, most: ORDERS_PER_NUMBER, minutes: WINDOW_MINUTES },
      { what: "pesan:alamat", by: address, most: ORDERS_PER_ADDRESS, minutes: WINDOW_MINUTES },
    );
  }
  const holder = cartHolder(actor, token);
  const method = form.paymentMethod ?? "cash";
  return db.transaction().execute(async (tx) => {
    const cartId = holder && (await lockCart(tx, holder));
    const before = await findOrderByForm(tx, form.formKey);
    // The key is drawn at random for one cart: from another cart it is somebody else's.
    if (before && before.cart_id === cartId) return { code: before.code, secret: before.tracking_secret };
    if (!cartId || before) throw new BadInput({ keranjang: "Keranjang Anda masih kosong." });

    const quote = await findQuote(tx, {
      holder,
      villageCode: form.villageCode,
      pickupSlug: form.pickupSlug,
      payment: method,
    });
    const gone = quote.cart.lines.filter(
      (line) => line.stock !== null && (line.stock < line.quantity || !line.available),
    );
    if (gone.length > 0)
      throw new SoldOut(gone.map((line) => ({ name: line.name, left: line.available ? line.stock! : 0 })));
    if (!form.pickupSlug && quote.parts.some((part) => !part.warung)) throw new NotServed();
    if (quote.obstacle) throw new BadInput({ keranjang: quote.obstacle });
    if (method === "card" && quote.cardObstacle)
      throw new BadInput({ bayar: `Kartu hanya ${quote.cardObstacle}.` });
    if ((method === "card" || !form.pickupSlug) && !quote.methods.includes(method))
      throw new BadInput({
        bayar: `Warung di sekitar Anda belum menerima ${METHOD_LABEL[method]}. Pilih cara lain.`,
      });
    if (quote.seal !== form.seal) throw new QuoteChanged();

    const secret = randomToken(18);
    const accountId = actor.kind === "person" ? actor.accountId : null;
    const checkoutId = await insertCheckout(tx, {
      ...form,
      paymentMethod: method,
      cartId,
      accountId,
      trackingSecret: secret,
    });
    if (checkoutId === undefined) throw new BadInput({ keranjang: "Pesanan ini sudah dikirim." });
    await holdGoods(tx, quote.cart.lines);
    await holdShelf(tx, quote.cart.lines);
    const codes: string[] = [];
    for (const part of quote.parts) {
      const { id, code } = await writeOrder(tx, checkoutId, form, part, quote.pickup?.warungId ?? null);
      codes.push(code);
      await takeGoods(tx, id, part.lines);
      if (method === "card") {
        await recordOrderEvent(tx, id, "awaiting_payment", { actor, as: "buyer" });
        continue;
      }
      await recordOrderEvent(tx, id, "placed", { actor, as: "buyer" });
      await enqueue(tx, "route-order", { orderId: id }, { key: `route-order:${id}` });
    }
    await emptyCart(tx, cartId);
    return { code: codes[0]!, secret };
  });
}
