// What a warung holds and for whom: the number to hand in large, and how it comes about under it.
import { dateText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";

export type ShownHeld = {
  readonly cash: number;
  readonly qris: number;
  readonly earned: number;
  readonly for_buyers: number;
  readonly due: number;
  readonly platform: number;
  readonly since: string | null;
  readonly on_the_way: number;
  readonly late: "age" | "amount" | null;
};

type Line = readonly [name: string, amount: number];

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className="space-y-1">
      {lines.map(([name, amount]) => (
        <div key={name} className="flex justify-between gap-3">
          <dt className="muted">{name}</dt>
          <dd className="money">{rupiah(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

type Props = { readonly held: ShownHeld; readonly limit: { readonly days: number; readonly most: number } };

export function HeldSummary({ held, limit }: Props) {
  const { cash, qris, earned, for_buyers, due, platform, since, on_the_way, late } = held;
  const toHandIn = Math.max(0, due - on_the_way);
  return (
    <section className="card card-pad space-y-4" aria-label="Yang harus disetor">
      <div>
        <p className="muted">Yang harus disetor</p>
        <p>
          <Money amount={toHandIn} large />
        </p>
        {on_the_way > 0 ? (
          <p className="muted">{rupiah(on_the_way)} sudah Anda setor, menunggu dihitung petugas.</p>
        ) : null}
        {since !== null && toHandIn > 0 ? (
          <p className={late ? "font-semibold text-clay-ink" : "muted"}>
            Yang tertua masuk {dateText(new Date(since))}; setor paling lambat {limit.days} hari kerja.
          </p>
        ) : null}
      </div>
      {late ? (
        <Notice tone="late" title="Setorkan hari ini">
          {late === "amount"
            ? `Lebih dari ${rupiah(limit.most)} sebaiknya tidak disimpan di warung.`
            : "Penjual menunggu uang ini. Petugas dinas sudah diberi tahu."}
        </Notice>
      ) : null}
      <Lines
        lines={[
          ["Tunai di tangan", cash],
          ...(qris === 0 ? [] : [["Masuk ke QRIS Anda", qris] as const]),
          ["Hak Anda: ongkir, sembako, bagian", 0 - earned],
          ...(for_buyers === 0
            ? []
            : [["Milik pembeli: belum diserahkan atau dikembalikan", 0 - for_buyers] as const]),
        ]}
      />
      <div className="border-t border-line pt-3">
        {due >= 0 ? (
          <Lines
            lines={[
              ["Untuk penjual", due - platform],
              ...(platform === 0 ? [] : [["Untuk program", platform] as const]),
            ]}
          />
        ) : (
          <p>
            Anda yang masih menerima <strong>{rupiah(-due)}</strong>; dibayarkan lewat penyelesaian mingguan.
          </p>
        )}
      </div>
    </section>
  );
}
