// What the nightly check of the books found; while all is well it is said only where it is asked for.
import { dateText, timeText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { Notice } from "../ui/notice.tsx";

type Props = {
  readonly ledger: {
    readonly at: string;
    readonly asked: number;
    readonly wrong: readonly { readonly sentence: string; readonly rows: number }[];
  } | null;
  readonly always?: boolean;
};

export function LedgerNotice({ ledger, always }: Props) {
  if (!ledger || (ledger.wrong.length === 0 && !always)) return null;
  const at = new Date(ledger.at);
  const when = `${dateText(at)} ${timeText(at)}`;
  if (ledger.wrong.length === 0) {
    return (
      <p className="muted">
        Buku diperiksa {when}: {ledger.asked} dari {ledger.asked} pertanyaan cocok.
      </p>
    );
  }
  return (
    <div className="mb-5 max-w-4xl">
      <Notice tone="late" title={`Buku tidak cocok, diperiksa ${when}`}>
        <ul className="list-disc pl-5">
          {ledger.wrong.map(({ sentence, rows }) => (
            <li key={sentence}>
              {sentence}: {count(rows)} yang tidak
            </li>
          ))}
        </ul>
        <p className="mt-2">Jangan susun berkas transfer dulu. Hubungi pengelola sistem.</p>
      </Notice>
    </div>
  );
}
