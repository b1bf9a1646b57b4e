// Money that the warung gives back to buyers: the list of tasks, and the reminder of it on the board.
import { Link } from "@remix-run/react";
import { addMinutes, dayText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { ButtonLink } from "../ui/button.tsx";
import { CardLink, Row } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";

type Task = {
  readonly id: number;
  readonly status: "due" | "sent";
  readonly amount: number;
  readonly buyer_name: string;
  readonly order_code: string;
  readonly complaint: string | null;
  readonly disputed_at: string | null;
  readonly dueAt: string;
  readonly isLate: boolean;
};

function noteOf({ status, complaint, order_code, disputed_at }: Task): string {
  const of = complaint ? `keluhan ${complaint}` : `kelebihan bayar ${order_code}`;
  if (status === "sent") return `${of} · sudah ditransfer, menunggu kata pembeli`;
  return disputed_at ? `${of} · pembeli belum menerimanya` : of;
}

export function RefundTasks({ tasks }: { readonly tasks: readonly Task[]; readonly now: string }) {
  if (tasks.length === 0) return null;
  return (
    <section aria-label="Kembalikan ke pembeli" className="space-y-3">
      <h2>Kembalikan ke pembeli</h2>
      {tasks.map((task) => (
        <CardLink key={task.id} to={`/operator/uang/kembalikan/${task.id}`} className="block">
          <Row
            icon={task.status === "sent" ? "clock" : "refresh"}
            title={`${rupiah(task.amount)} ke ${task.buyer_name}`}
            note={noteOf(task)}
            end={
              task.status === "sent" ? null : (
                <span className={`font-bold ${task.isLate ? "text-clay-ink" : ""}`}>
                  {task.isLate ? "terlambat" : dayText(addMinutes(new Date(task.dueAt), -1))}
                </span>
              )
            }
          />
        </CardLink>
      ))}
    </section>
  );
}

export function RefundsWaiting({ tasks, amount }: { readonly tasks: number; readonly amount: number }) {
  if (tasks === 0) return null;
  return (
    <Notice
      tone="gold"
      title={`Kembalikan ${rupiah(amount)} ke pembeli`}
      action={
        <ButtonLink to="/operator/uang" small kind="outlined">
          {tasks === 1 ? "Kembalikan" : `Lihat ${tasks} pengembalian`}
        </ButtonLink>
      }
    >
      Kelebihan bayar atau keluhan: paling lambat dua hari kerja.{" "}
      <Link to="/operator/uang" className="sr-only">
        Buka halaman Uang
      </Link>
    </Notice>
  );
}
