/** Tests run at any hour: these wait out the moment at which what a test compares would rightly change under it. */

import { promiseFor } from "#app/domain/warung/delivery-window.ts";
import { dateWib } from "#app/lib/clock.ts";

const SECOND = 1_000;
/** They move a promise by whole days, at midnight. */
const NO_HOLIDAYS = new Map<string, string>();

/** Waits until `what` stays the same for so long, in milliseconds. */
async function untilItStays(what: (at: Date) => unknown, milliseconds: number): Promise<void> {
  while (what(new Date()) !== what(new Date(Date.now() + milliseconds))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Past midnight (WIB), if it is near: no test file sees two days. */
export const untilTheDayStays = () => untilItStays(dateWib, 240 * SECOND);

const promises = (at: Date) =>
  (["here", "district", "regency", "province"] as const)
    .map((reach) => promiseFor(reach, at, NO_HOLIDAYS).until.toISOString())
    .join();

/** Past the moment at which an order would be promised for later, if it is near: a form that was opened can be sent. */
export const untilPromisesStay = () => untilItStays(promises, 60 * SECOND);

/** Past the end of an authenticator's 30 seconds (RFC 6238), if it is near. */
export const untilCodesStay = () =>
  untilItStays((at) => Math.floor(at.getTime() / (30 * SECOND)), 10 * SECOND);
