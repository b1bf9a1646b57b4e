import type { Db } from "#db/client.server.ts";
import { findTellingRow, type TellingRow } from "#db/queries/order-telling.ts";
import { env } from "../../../lib/env.server.ts";
import { openState } from "../../warung/opening-hours.ts";
import { openingTimes } from "../../warung/week-hours.ts";
import type { OrderStatus } from "../order-status.ts";
import type { OrderFacts, WarungFacts } from "./order-facts.ts";

function warungOf({ warung }: TellingRow, at: Date): WarungFacts | null {
  if (!warung) return null;
  const paused = warung.paused_until && new Date(warung.paused_until);
  const state = openState(openingTimes({ ...warung, paused_until: paused }), at);
  return {
    id: warung.id,
    warung: warung.name,
    name: warung.keeper_name,
    mobile: warung.mobile,
    address: [warung.address, warung.village].join(", "),
    isPaused: warung.status === "paused",
    opensAt: state.open ? at : (state.opensAt ?? null),
    accountIds: warung.accounts,
  };
}

function sellersOf({ sellers }: TellingRow): OrderFacts["sellers"] {
  return sellers.map((seller) => ({
    umkmId: seller.umkm_id,
    umkm: seller.name,
    name: seller.owner_name || seller.name,
    mobile: seller.mobile,
    status: seller.status,
    handOverBy: new Date(seller.hand_over_by),
    goods: seller.goods.map(({ name, unit, quantity }) => `${quantity} × ${name} ${unit}`),
    accountIds: seller.accounts,
  }));
}

/** A step of an order with everybody it may concern, as things stand at `at`. */
export async function findOrderFacts(db: Db, eventId: number, at: Date): Promise<OrderFacts | undefined> {
  const row = await findTellingRow(db, eventId);
  if (!row) return undefined;
  const shop = env().PUBLIC_URL;
  return {
    event: {
      id: row.id,
      kind: row.kind,
      actorKind: row.actor_kind,
      actorAccountId: row.actor_account_id,
      detail: row.detail,
    },
    code: row.code,
    status: row.status as OrderStatus,
    isTest: row.is_test,
    pickup: row.fulfilment === "pickup",
    total: row.total,
    // a test order is told to nobody
    pay: { method: row.payment_method ?? "cash", outstanding: row.outstanding },
    refundDue: row.refund_due,
    pieces: row.pieces,
    village: row.village,
    promise: { from: row.promise_from, until: row.promise_until },
    deadlineAt: row.deadline_at,
    regencyCode: row.regency_code,
    cancelledReason: row.cancelled_reason,
    movedSince: row.moved_since,
    wasAccepted: row.was_accepted,
    checkout: row.checkout,
    buyer: {
      name: row.buyer_name,
      mobile: row.buyer_mobile,
      link: shop ? `${shop}/pesanan/${row.code}?k=${row.tracking_secret}` : null,
    },
    offer:
      row.offered_to !== null && row.offer_expires_at !== null
        ? { warungId: row.offered_to, expiresAt: row.offer_expires_at }
        : null,
    warung: warungOf(row, at),
    sellers: sellersOf(row),
    officers: row.officers.map(({ id, name, mobile }) => ({ accountId: id, name, mobile })),
  };
}
