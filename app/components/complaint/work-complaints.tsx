// All complaints of a seller or a warung: the open ones by deadline, then those that are over.
import { ButtonLink } from "../ui/button.tsx";
import { Section } from "../ui/card.tsx";
import { Empty } from "../ui/notice.tsx";
import { ComplaintList, type ListedComplaint } from "./complaint-list.tsx";

type Props = {
  readonly open: readonly ListedComplaint[];
  readonly closed: readonly ListedComplaint[];
  readonly next: number | null;
  /** not the first page */
  readonly isLater: boolean;
  readonly reader: "seller" | "operator";
  readonly now: string;
};

export function WorkComplaints({ open, closed, next, isLater, reader, now }: Props) {
  const base = `/${reader === "seller" ? "penjual" : "operator"}/keluhan`;
  const list = (complaints: readonly ListedComplaint[]) => (
    <ComplaintList
      complaints={complaints}
      now={now}
      reader={reader}
      addressOf={(complaint) => `${base}/${complaint.code}`}
    />
  );
  return (
    <>
      {open.length > 0 ? <div className="mt-4">{list(open)}</div> : null}
      {open.length === 0 && !isLater ? (
        <Empty picture="/ikon/paket.svg" title="Tidak ada keluhan yang berjalan">
          {reader === "seller"
            ? "Kalau pembeli mengeluhkan barang Anda, keluhannya muncul di sini. Jawab dalam satu hari kerja."
            : "Keluhan dari pesanan yang Anda antar muncul di sini. Untuk sembako dari rak Anda, jawab dalam satu hari kerja."}
        </Empty>
      ) : null}
      {closed.length > 0 ? <Section title="Sudah selesai">{list(closed)}</Section> : null}
      {next !== null || isLater ? (
        <nav aria-label="Halaman" className="mt-4 flex justify-between gap-3">
          {isLater ? (
            <ButtonLink to={base} kind="outlined" small>
              Dari awal
            </ButtonLink>
          ) : (
            <span />
          )}
          {next === null ? null : (
            <ButtonLink to={`${base}?setelah=${next}`} kind="outlined" small>
              Berikutnya
            </ButtonLink>
          )}
        </nav>
      ) : null}
    </>
  );
}
