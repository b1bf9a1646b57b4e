import type { Tx } from "#db/client.server.ts";
import type { LockedUmkm } from "#db/queries/umkm-application.ts";
import { now } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import type { AuditAction } from "../audit/audit-actions.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { pointLabels } from "./explain-umkm-event.ts";
import { recordUmkmEvent, type UmkmEventKind } from "./record-umkm-event.server.ts";
import { UMKM_LABEL, type UmkmStatus } from "./umkm-status.ts";

type Decision = {
  readonly kind: UmkmEventKind;
  readonly action: AuditAction;
  readonly from: UmkmStatus;
  readonly to: UmkmStatus;
  readonly reason?: string;
  /** keys of the check list */
  readonly points?: readonly string[];
  /** what the owner is told */
  readonly subject: string;
  readonly body: string;
};

/** Writes an officer's decision on a business into its own record and the officers', and tells its owner. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  umkm: LockedUmkm,
  decision: Decision,
): Promise<void> {
  const { kind, action, from, to, reason, points = [], subject, body } = decision;
  const said = { ...(reason && { reason }), ...(points.length > 0 && { points }) };
  await recordUmkmEvent(
    tx,
    umkm.id,
    kind,
    { actor, as: actor.kind === "system" ? "system" : "officer" },
    said,
  );
  await recordAudit(tx, actor, {
    action,
    thing: "umkm",
    key: umkm.slug,
    name: umkm.name,
    regencyCode: umkm.regency_code,
    detail: {
      before: UMKM_LABEL[from],
      after: UMKM_LABEL[to],
      ...(reason && { reason }),
      ...(points.length > 0 && { points: pointLabels(points) }),
    },
  });
  await sendMessage(tx, {
    key: `umkm-${kind}:${umkm.id}:${now().getTime()}`,
    kind: `umkm-${kind}`,
    subject,
    to: { name: umkm.owner_name || umkm.name, mobile: umkm.mobile },
    body,
    canWait: true,
    regencyCode: umkm.regency_code,
  });
}
