import { POINTS, type PointKey } from "./application-checklist.ts";

const SENTENCES: Record<string, string> = {
  started: "memulai pengajuan",
  submitted: "mengirim pengajuan",
  returned: "mengembalikan pengajuan",
  verified: "memverifikasi usaha",
  suspended: "membekukan usaha",
  reinstated: "mengaktifkan lagi usaha",
  spot_checked: "memeriksa lagi lewat uji petik",
  imported: "membawa data ini lewat impor",
  withdrawn: "menarik pengajuan",
};

/** The names of check-list points, as they stand in the application; unknown ones are left out. */
export function pointLabels(points: readonly string[]): string[] {
  return points.filter((key): key is PointKey => Object.hasOwn(POINTS, key)).map((key) => POINTS[key].label);
}

/** What happened to a business, as a sentence and what was said with it. */
export function explainUmkmEvent(event: {
  readonly kind: string;
  readonly actor_name: string;
  readonly detail: Readonly<Record<string, unknown>>;
}): { title: string; note: string | null } {
  const { reason, points } = event.detail;
  const names = Array.isArray(points) ? pointLabels(points.map(String)) : [];
  const note = [names.join(", "), typeof reason === "string" ? reason : ""].filter(Boolean).join(": ");
  return { title: `${event.actor_name} ${SENTENCES[event.kind] ?? event.kind}`, note: note || null };
}
