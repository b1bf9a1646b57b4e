// One message in the officers' outbox: to whom, what it says, how it fares, and trying again when it was given up.
import { Form } from "@remix-run/react";
import { withLink } from "#app/domain/notifications/with-link.ts";
import { momentText, relativeDayText, timeText } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { whatsappLink } from "#app/lib/whatsapp-link.ts";
import { Button } from "../ui/button.tsx";
import { Tag, type TagTone } from "../ui/chip.tsx";

export type OutboxMessage = {
  readonly id: number;
  readonly subject: string;
  readonly recipient_name: string;
  readonly mobile: string;
  readonly body: string | null;
  readonly secret: boolean;
  readonly channel: "outbox" | "whatsapp" | "email" | null;
  readonly status: "queued" | "sent" | "failed" | "skipped";
  readonly send_after: string | null;
  readonly link: string | null;
  readonly tries: number;
  readonly last_error: string | null;
  readonly created_at: string;
  readonly sent_at: string | null;
};

export const MESSAGE_STATUS = {
  queued: "Antre",
  sent: "Terkirim",
  failed: "Gagal",
  skipped: "Dilewati",
} as const satisfies Record<OutboxMessage["status"], string>;

const TONE: Record<OutboxMessage["status"], TagTone> = {
  queued: "gold",
  sent: "good",
  failed: "late",
  skipped: "plain",
};
const CHANNEL = { outbox: "kotak keluar", whatsapp: "WhatsApp", email: "e-mail" } as const;

function textOf({ body, channel }: OutboxMessage): string {
  if (body === null) {
    return channel === null || channel === "outbox"
      ? "Isinya berupa kode: hanya petugas provinsi yang membacanya, setelah terkirim."
      : "Isinya berupa kode: hanya penerima yang membacanya.";
  }
  return body || "Kode sudah dihapus karena lewat waktunya.";
}

/** Whether somebody may have to send it by hand: nothing but the outbox has it, or its channel did not take it. */
function handLink({ body, link, status, channel, mobile }: OutboxMessage): string | null {
  if (!body || status === "skipped" || (status === "sent" && channel !== "outbox")) return null;
  return whatsappLink(mobile, withLink(body, link));
}

export function OutboxLine({ message, now }: { readonly message: OutboxMessage; readonly now: string }) {
  const { id, status, channel, tries, last_error: error } = message;
  const today = new Date(now);
  const text = textOf(message);
  const whatsapp = handLink(message);
  const leaves = message.send_after && new Date(message.send_after);
  const waitsFor = status === "queued" && leaves && leaves > today ? leaves : null;
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 lg:grid-cols-[13rem_minmax(0,1fr)_11rem]">
      <div className="min-w-0">
        <p className="truncate font-bold">{message.recipient_name}</p>
        <p className="muted text-[0.9375rem] tabular-nums">{mobileText(message.mobile)}</p>
      </div>
      <div className="min-w-0">
        <p className="font-semibold">{message.subject}</p>
        <p className={`break-words text-[0.9375rem] ${message.body ? "" : "muted"}`}>{text}</p>
        {message.link ? (
          <p className="break-all text-[0.9375rem]">
            <a href={message.link} rel="noopener" className="link">
              {message.link}
            </a>
          </p>
        ) : null}
        {status === "skipped" ? (
          <p className="muted mt-1 text-[0.9375rem]">Tidak dikirim: keadaannya sudah berubah.</p>
        ) : null}
        {whatsapp ? (
          <a href={whatsapp} rel="noopener" className="tap link">
            Kirim lewat WhatsApp<span className="sr-only"> kepada {message.recipient_name}</span>
          </a>
        ) : null}
        {error && status !== "sent" ? (
          <p className="mt-1 text-[0.9375rem] text-clay-ink">
            {status === "failed" ? "Berhenti setelah" : "Dicoba"} {tries} kali: {error}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 lg:flex-col lg:items-end">
        <Tag tone={TONE[status]}>{waitsFor ? "Menunggu pagi" : MESSAGE_STATUS[status]}</Tag>
        <p className="muted text-sm lg:text-right">
          {waitsFor
            ? `berangkat ${relativeDayText(waitsFor, today)} ${timeText(waitsFor)}`
            : momentText(new Date(message.sent_at ?? message.created_at), today)}
          {channel ? `, lewat ${CHANNEL[channel]}` : ""}
        </p>
        {status === "failed" && !message.secret ? (
          <Form method="post">
            <Button kind="outlined" small name="pesan" value={id} busyText="Mengantre…">
              Kirim lagi
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  );
}
