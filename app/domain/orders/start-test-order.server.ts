import type { Db, Tx } from "#db/client.server.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { listWarungAccounts } from "#db/queries/push.ts";
import { insertRouting } from "#db/queries/routing.ts";
import { findTestStaple, insertTestOrder, type TestStaple } from "#db/queries/test-orders.ts";
import { findWarungSettings } from "#db/queries/warung-settings.ts";
import type { LockedWarung } from "#db/queries/warung-status.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import { randomToken } from "../../lib/secret.server.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { promiseFor } from "../warung/delivery-window.ts";
import { findReadiness } from "../warung/find-readiness.server.ts";
import { takeWarung } from "../warung/move-warung.server.ts";
import { canBeTested } from "../warung/readiness.ts";
import { openingTimes } from "../warung/week-hours.ts";
import { deadlineFor } from "./move-order.server.ts";
import { offerOrders } from "./offer-orders.server.ts";
import { newOrderCode, newPin } from "./order-code.server.ts";
import { NEXT_ACTION } from "./order-status.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

const OVER = ["cancelled", "delivered", "completed"];

async function writeOrder(
  tx: Tx,
  actor: Actor,
  warung: LockedWarung,
  staple: TestStaple,
): Promise<{ id: number; code: string }> {
  const officer =
    actor.kind === "person"
      ? asOfficer(actor)
      : { accountId: null, name: "Lapak Lampung", mobile: warung.mobile };
  const at = now();
  const promise = promiseFor("here", at, await findCalendar(tx));
  for (;;) {
    const code = newOrderCode();
    const id = await insertTestOrder(tx, {
      code,
      warungId: warung.id,
      officer,
      trackingSecret: randomToken(18),
      pin: newPin(),
      promiseFrom: promise.from,
      promiseUntil: promise.until,
      nextAction: NEXT_ACTION.placed,
      deadlineAt: deadlineFor("placed", promise.until, at)!,
      staple,
    });
    // a taken code is one in 729 million: draw another
    if (id !== undefined) return { id, code };
  }
}

/** Offers it to this warung alone, by the very offer that real orders come with. */
async function offerTest(tx: Tx, orderId: number, warung: LockedWarung): Promise<void> {
  const settings = (await findWarungSettings(tx, warung.id))!;
  const order = (await lockOrderById(tx, orderId))!;
  const judged = {
    warungId: warung.id,
    name: warung.name,
    mobile: warung.mobile,
    rank: 1,
    filteredBy: null,
    distanceM: null,
    sameVillage: true,
    sameDistrict: true,
    staplesOut: [],
    staplesFew: 0,
    heldToday: 0,
    ordersThisMonth: 0,
    overShare: 0,
    chosen: true,
    serves: true,
    status: warung.status,
  };
  const routingId = await insertRouting(tx, orderId, [judged]);
  await offerOrders(tx, [{ order, warung: { ...judged, times: openingTimes(settings) }, routingId }]);
}

/**
 * An officer starts the test order of the readiness gate: one staple, offered to this designated warung alone, which
 * walks it through like any other. It moves no money and no stock, and takes no place.
 * @returns its code
 * @throws NotFound, NotAllowed for another regency, StaleRecord when the warung is not designated, BadInput while other
 * points of the gate are missing or a test is under way
 */
export async function startTestOrder(actor: Actor, db: Db, { slug }: { slug: string }): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { slug });
    requireOfficerOf(actor, warung.regency_code);
    if (warung.status !== "designated") throw new StaleRecord("warung");
    const { points, test } = await findReadiness(tx, warung.id);
    if (!canBeTested(points)) {
      const missing = points.filter((point) => !point.done && point.key !== "test");
      throw new BadInput({
        uji: `Belum lengkap: ${missing.map(({ label }) => label.toLowerCase()).join(", ")}.`,
      });
    }
    if (test && !OVER.includes(test.status)) throw new BadInput({ uji: "Pesanan uji masih berjalan." });
    const staple = await findTestStaple(tx, warung.id, dateWib(now()));
    if (!staple)
      throw new BadInput({ uji: "Sembako yang ada di warung ini belum berharga di wilayah Anda." });

    const { id, code } = await writeOrder(tx, actor, warung, staple);
    await recordOrderEvent(tx, id, "placed", { actor, as: "officer" });
    await offerTest(tx, id, warung);
    await recordAudit(tx, actor, {
      action: "warung.test-order",
      thing: "warung",
      key: warung.slug,
      name: warung.name,
      regencyCode: warung.regency_code,
      detail: { pesanan: code },
    });
    await sendMessage(tx, {
      key: `warung-test:${code}`,
      kind: "warung",
      subject: "Pesanan uji menunggu",
      to: { name: warung.keeper_name, mobile: warung.mobile },
      body: `Pesanan uji ${code} untuk ${warung.name} menunggu di Papan warung. Terima, siapkan, dan antar seperti pesanan biasa; tidak ada uang yang berpindah. PIN dibacakan petugas dinas.`,
      regencyCode: warung.regency_code,
      push: {
        body: "Terima, siapkan, dan antar seperti pesanan biasa.",
        url: "/operator",
        until: null,
        accountIds: await listWarungAccounts(tx, warung.id),
      },
    });
    return code;
  });
}
