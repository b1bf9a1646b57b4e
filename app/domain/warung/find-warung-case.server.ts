import type { Db } from "#db/client.server.ts";
import { countProofs, type ProofCounts } from "#db/queries/delivery.ts";
import { findTestPin } from "#db/queries/test-orders.ts";
import { findWarungCaseRow, type WarungCaseRow } from "#db/queries/warung-desk.ts";
import { findWarungSettings } from "#db/queries/warung-settings.ts";
import { findOpenOrders, type OpenOrder } from "#db/queries/warung-status.ts";
import { addMinutes, clockText, now, weekdayName } from "../../lib/clock.ts";
import { distanceText } from "../../lib/distance.ts";
import { NotFound } from "../../lib/errors.ts";
import { rupiah } from "../../lib/rupiah.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { type AuditEntry, findAuditOf } from "../audit/find-audit-of.server.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { type FoundReadiness, findReadiness } from "./find-readiness.server.ts";
import { canBeTested, isReady } from "./readiness.ts";
import { canRevoke, canSuspend, type WarungStatus } from "./warung-status.ts";
import { openingTimes, openText, weekHours } from "./week-hours.ts";

const PROOF_DAYS = 30;

/** A test order is over; another may be started. */
const TEST_OVER = ["cancelled", "delivered", "completed"];

export type WarungCase = {
  readonly warung: Omit<WarungCaseRow, "regency_kind" | "status"> & { readonly status: WarungStatus };
  readonly opening: { readonly text: string; readonly week: readonly string[]; readonly daysOff: number };
  /** "sampai 2 km Rp5.000" */
  readonly fees: readonly string[];
  readonly gate: Pick<FoundReadiness, "points"> & {
    readonly passed: boolean;
    readonly test: { readonly code: string; readonly status: string; readonly pin: string | null } | null;
  };
  readonly openOrders: readonly OpenOrder[];
  /** how the deliveries of the last 30 days were proved */
  readonly proofs: ProofCounts;
  readonly history: readonly AuditEntry[];
  readonly can: {
    readonly designate: boolean;
    readonly sendBack: boolean;
    readonly revoke: boolean;
    readonly suspend: boolean;
    readonly resume: boolean;
    readonly test: boolean;
  };
};

/** `Senin–Jumat 06.00–21.00`: days in a row with the same hours are one line. */
function weekLines(week: ReturnType<typeof weekHours>): string[] {
  const days = [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const hours = week[weekday];
    const text = hours ? `${clockText(hours.opens)}–${clockText(hours.closes)}` : "tutup";
    return { name: weekdayName(weekday), text };
  });
  const runs: { first: string; last: string; text: string }[] = [];
  for (const { name, text } of days) {
    const run = runs.at(-1);
    if (run?.text === text) run.last = name;
    else runs.push({ first: name, last: name, text });
  }
  return runs.map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text}`);
}

/**
 * Everything an officer needs to decide on a warung of their regency, with the PIN of its running test order.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function findWarungCase(db: Db, actor: Actor, slug: string): Promise<WarungCase> {
  const officer = asOfficer(actor);
  const row = await findWarungCaseRow(db, slug);
  if (!row) throw new NotFound("warung");
  requireOfficerOf(actor, row.regency_code);
  const [settings, gate, openOrders, proofs, history] = await Promise.all([
    findWarungSettings(db, row.id),
    findReadiness(db, row.id),
    findOpenOrders(db, row.id),
    countProofs(db, row.id, addMinutes(now(), -PROOF_DAYS * 24 * 60)),
    findAuditOf(db, actor, { thing: "warung", key: slug }),
  ]);
  if (!settings) throw new NotFound("warung");
  const { regency_kind, ...known } = row;
  const status = row.status as WarungStatus;
  const isProvince = officer.regencyCode === null;
  const running = gate.test !== null && !TEST_OVER.includes(gate.test.status);
  return {
    warung: { ...known, status, regency: regencyName(row.regency, regency_kind) },
    opening: {
      text: openText(openingTimes(settings), now()).text,
      week: settings.hours.length > 0 ? weekLines(weekHours(settings.hours)) : [],
      daysOff: settings.days_off.length,
    },
    fees: settings.fees.map((step) => `sampai ${distanceText(step.up_to_m)} ${rupiah(step.fee)}`),
    gate: {
      points: gate.points,
      passed: isReady(gate.points),
      test: gate.test && {
        ...gate.test,
        pin: running ? ((await findTestPin(db, gate.test.code)) ?? null) : null,
      },
    },
    openOrders,
    proofs,
    history,
    can: {
      designate: isProvince && status === "nominated" && row.returned_reason === null,
      sendBack: isProvince && status === "nominated" && row.returned_reason === null,
      revoke: isProvince && canRevoke(status),
      suspend: canSuspend(status),
      resume: status === "paused" || status === "suspended",
      test: status === "designated" && !running && canBeTested(gate.points) && !isReady(gate.points),
    },
  };
}
