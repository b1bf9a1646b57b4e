import type { Db } from "#db/client.server.ts";
import {
  type BoardOfferRow,
  type BoardOrderRow,
  findBoardHead,
  findBoardOffers,
  findBoardOrders,
} from "#db/queries/order-pages.ts";
import { now, startOfDayWib } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { DELIVERY_WINDOWS } from "../warung/delivery-window.ts";
import { openState } from "../warung/opening-hours.ts";
import { openingTimes } from "../warung/week-hours.ts";
import { rankText } from "./explain-rank.ts";
import type { Judged } from "./rank-warung.ts";

const MOST_ORDERS = 100;

export type Board = {
  readonly warung: {
    readonly name: string;
    readonly slug: string;
    readonly status: string;
    readonly pauseReason: string | null;
    readonly open: ReturnType<typeof openState>;
    readonly heldToday: number;
    readonly capacityToday: number;
    /** rupiah in cash collected today, for how many orders */
    readonly cashToday: number;
    readonly deliveredToday: number;
  };
  readonly offers: readonly (Omit<BoardOfferRow, "judged"> & {
    readonly why: string;
    readonly distanceM: number | null;
  })[];
  readonly orders: readonly BoardOrderRow[];
};

/** What an operator sees first: new orders with their time left, then what is to be done, in order. Three queries. */
export async function findBoard(db: Db, warungId: number): Promise<Board> {
  const at = now();
  const [head, offers, orders] = await Promise.all([
    findBoardHead(db, warungId, startOfDayWib(at)),
    findBoardOffers(db, warungId),
    findBoardOrders(db, warungId, MOST_ORDERS),
  ]);
  if (!head) throw new NotFound("warung");
  return {
    warung: {
      name: head.name,
      slug: head.slug,
      status: head.status,
      pauseReason: head.pause_reason,
      open: openState(openingTimes(head), at),
      heldToday: head.held_today,
      capacityToday: head.window_capacity * DELIVERY_WINDOWS.length,
      cashToday: head.cash,
      deliveredToday: head.delivered_today,
    },
    offers: offers.map(({ judged, ...offer }) => {
      const facts = judged as Judged;
      const hasStaples = offer.lines.some((line) => line.seller === null);
      const why = offer.is_test ? "pesanan uji dari dinas, untuk Anda saja" : rankText(facts, hasStaples);
      return { ...offer, why, distanceM: facts.distanceM };
    }),
    orders,
  };
}
