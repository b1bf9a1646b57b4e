// How the buyer pays: what the warung that is asked first takes, and a way to another one for what it does not.
import { Link } from "@remix-run/react";
import { METHOD_LABEL, METHOD_WORD, type PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { ChoiceCard } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly methods: readonly PaymentMethod[];
  /** ways that only another warung takes */
  readonly otherMethods: readonly PaymentMethod[];
  /** why a card cannot pay this much */
  readonly cardObstacle?: string | undefined;
  /** chosen in the address of this page */
  readonly asked: PaymentMethod | null;
  readonly isPickup: boolean;
  readonly problem?: Problem["problem"];
};

function textOf(method: PaymentMethod, isPickup: boolean): { title: string; note: string } {
  const when = isPickup ? "saat diambil" : "saat barang tiba";
  switch (method) {
    case "cash":
      return { title: `Tunai ${when}`, note: "siapkan uang pas bila bisa" };
    case "qris":
      return { title: "QRIS warung", note: "pindai setelah warung menerima pesanan" };
    case "card":
      return { title: "Kartu debit atau kredit", note: "ditagih setelah warung menerima pesanan" };
  }
}

export function PaymentChoice({ methods, otherMethods, cardObstacle, asked, isPickup, problem }: Props) {
  const typed = problem?.values.bayar;
  const chosen = methods.find((method) => METHOD_WORD[method] === typed) ?? asked ?? methods[0];
  const wrong = problem?.fields.bayar;
  return (
    <fieldset aria-describedby={wrong ? "bayar-salah" : undefined}>
      <legend className="mb-2 text-lg font-extrabold tracking-tight">Cara bayar</legend>
      <div className="space-y-2">
        {methods.map((method) => (
          <ChoiceCard
            key={method}
            name="bayar"
            value={METHOD_WORD[method]}
            defaultChecked={method === chosen}
            icon={<Icon name={method === "cash" ? "coins" : method} />}
            {...textOf(method, isPickup)}
          />
        ))}
      </div>
      {cardObstacle ? <p className="muted mt-2 text-[0.9375rem]">Kartu: {cardObstacle}.</p> : null}
      {wrong ? (
        <p id="bayar-salah" className="mt-2 font-semibold text-clay-ink">
          {wrong}
        </p>
      ) : null}
      {otherMethods.map((method) => (
        <Link
          key={method}
          to={`/checkout?bayar=${METHOD_WORD[method]}`}
          className="tap mt-2 block font-semibold text-maroon"
        >
          Bayar dengan {METHOD_LABEL[method]} lewat warung lain
        </Link>
      ))}
    </fieldset>
  );
}
