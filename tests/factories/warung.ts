import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { designateWarung } from "#app/domain/warung/designate-warung.server.ts";
import { nominateWarung } from "#app/domain/warung/nominate-warung.server.ts";
import { setFees } from "#app/domain/warung/set-fees.server.ts";
import { setHours } from "#app/domain/warung/set-hours.server.ts";
import { setServiceVillages } from "#app/domain/warung/set-service-villages.server.ts";
import { setStapleAvailability } from "#app/domain/warung/set-staple-availability.server.ts";
import type { Db } from "#db/client.server.ts";
import { KEDATON } from "./market.ts";

export const office = system("uji");

let running = 0;

/** What an office writes of a warung in Kedaton. */
export const aNomination = (changes: Partial<Parameters<typeof nominateWarung>[2]> = {}) => ({
  name: `Warung Baru ${++running}`,
  keeperName: "Bu Sri",
  mobile: `+628137300${String(1000 + running)}`,
  address: "Jl. Teuku Umar 7",
  rt: "001",
  rw: null,
  villageCode: KEDATON,
  latitude: -5.39,
  longitude: 105.25,
  capacity: 10,
  reason: "ramai dan dekat pasar",
  ...changes,
});

export type NewWarung = { readonly id: number; readonly slug: string; readonly keeper: Actor };

/** A warung by the real way: nominated, designated, its keeper with an account. */
export async function aDesignatedWarung(db: Db): Promise<NewWarung> {
  const data = aNomination();
  const account = await db
    .insertInto("account")
    .values({ mobile: data.mobile, name: data.keeperName, password_hash: "none" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const slug = await nominateWarung(office, db, data);
  await designateWarung(office, db, { slug, decreeNumber: "SK/12/2026", decreeDate: "2026-01-02" });
  const { id } = await db
    .selectFrom("warung")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const keeper: Actor = {
    kind: "person",
    accountId: account.id,
    name: data.keeperName,
    mobile: data.mobile,
    memberships: [{ role: "operator", warungId: id, name: data.name, slug }],
    secondFactor: false,
  };
  return { id, slug, keeper };
}

/** Its keeper fills in everything the gate asks for, but the test order. */
export async function prepare(db: Db, { keeper }: NewWarung, stapleId: number): Promise<void> {
  await setHours(keeper, db, { week: Array(7).fill({ opens: 0, closes: 1440 }) });
  await setServiceVillages(keeper, db, { codes: [KEDATON] });
  await setFees(keeper, db, { steps: [{ up_to_m: 5_000, fee: 6_000 }] });
  await setStapleAvailability(keeper, db, { stapleId, availability: "ada" });
}

/** The keeper walks an offered order of staples to the door. */
export async function carryThrough(db: Db, keeper: Actor, code: string): Promise<void> {
  const order = await db
    .selectFrom("order")
    .select(["id", "pin"])
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  await acceptOrder(keeper, db, { code });
  const lines = await db.selectFrom("order_line").select("id").where("order_id", "=", order.id).execute();
  for (const { id } of lines) await gatherStaple(keeper, db, { code, lineId: id, gathered: true });
  await markReady(keeper, db, { code });
  await dispatchOrder(keeper, db, { code });
  await deliverOrder(keeper, db, { code, pin: order.pin });
}
