// What happened to an application, as its owner reads it.
import { POINTS } from "#app/domain/umkm/application-checklist.ts";
import { momentText } from "#app/lib/clock.ts";
import { Timeline, type TimelineStep } from "../ui/timeline.tsx";

export type ApplicationEvent = {
  readonly at: string;
  readonly kind: string;
  readonly actor_name: string;
  readonly detail: unknown;
};

const TITLES: Record<string, string> = {
  started: "Pengajuan dimulai",
  submitted: "Dikirim ke dinas",
  returned: "Dikembalikan untuk diperbaiki",
  verified: "Terverifikasi",
  suspended: "Dibekukan",
  reinstated: "Aktif lagi",
  imported: "Didata oleh dinas",
};

/** The labels of points an officer sent back; keys that are no longer known are left out. */
export function pointLabels(keys: readonly string[]): string[] {
  return keys.flatMap((key) => (key in POINTS ? POINTS[key as keyof typeof POINTS].label : []));
}

type Props = {
  readonly events: readonly ApplicationEvent[];
  readonly status: string;
  readonly now: string;
};

export function ApplicationRecord({ events, status, now }: Props) {
  const today = new Date(now);
  const steps: TimelineStep[] = events
    .filter((event) => event.kind in TITLES)
    .map((event) => {
      const reason = (event.detail as { reason?: unknown }).reason;
      return {
        state: "done",
        title: TITLES[event.kind]!,
        note: typeof reason === "string" ? reason : undefined,
        time: momentText(new Date(event.at), today),
      };
    });
  if (status === "submitted") {
    steps.push({
      state: "now",
      title: "Diperiksa petugas dinas",
      note: "Biasanya beberapa hari kerja. Kabarnya dikirim ke nomor HP usaha Anda.",
    });
    steps.push({ state: "next", title: "Produk tampil di Lapak Lampung" });
  }
  return <Timeline steps={steps} />;
}
