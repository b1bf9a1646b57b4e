// Reporting that pieces of an order are not there: which line, how many, why, and what could come instead. One form for
// seller and warung; "Cari" sends it as a question (GET), so that nothing typed is lost without JavaScript.
import { Form, Link } from "@remix-run/react";
import { MISSING_REASONS, type MissingReason } from "#app/domain/orders/missing-reasons.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { ChoiceCard, Field, SelectField } from "../ui/field.tsx";
import { Empty } from "../ui/notice.tsx";
import { LinePicture } from "./line-picture.tsx";

export type ReportedLine = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
};

export type SubstituteView = {
  readonly variant_id: number | null;
  readonly staple_id: number | null;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly umkm: string | null;
  readonly media_hash: string | null;
  readonly ground: string | null;
};

type Props = {
  readonly lines: readonly ReportedLine[];
  readonly line: ReportedLine | null;
  readonly substitutes: readonly SubstituteView[];
  readonly reasons: readonly MissingReason[];
  /** fields as they were sent along with a search */
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: Problem["problem"] | undefined;
  /** a seller: their own goods alone stand in, and they say how many are left to sell */
  readonly isOwn: boolean;
};

const choiceValue = ({ variant_id, staple_id }: SubstituteView) =>
  variant_id === null ? `sembako-${staple_id}` : `produk-${variant_id}`;

/** Which of several lines it is about. */
function LineChoice({ lines }: { readonly lines: readonly ReportedLine[] }) {
  return (
    <>
      <p className="mt-1">Barang mana yang tidak ada?</p>
      <ul className="card mt-4 divide-y divide-line">
        {lines.map((line) => (
          <li key={line.id}>
            <Link
              to={`?baris=${line.id}`}
              className="flex min-h-14 items-center justify-between gap-3 px-4 py-2"
            >
              <span className="min-w-0 font-semibold">
                {line.name} <span className="muted font-normal">{line.unit}</span>
              </span>
              <span className="muted shrink-0">{line.quantity} dipesan</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Substitutes({ substitutes, typed, isOwn }: Pick<Props, "substitutes" | "typed" | "isOwn">) {
  const chosen = typed.pengganti ?? "";
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-lg font-extrabold tracking-tight">Ada penggantinya?</legend>
      <p className="muted">Pembeli melihat harganya dan boleh menolak.</p>
      <ChoiceCard
        name="pengganti"
        value="tanpa"
        title="Tanpa pengganti"
        defaultChecked={!substitutes.some((one) => choiceValue(one) === chosen)}
      />
      {substitutes.map((one) => (
        <ChoiceCard
          key={choiceValue(one)}
          name="pengganti"
          value={choiceValue(one)}
          icon={<LinePicture line={one} sizes="44px" className="size-11 shrink-0 rounded-lg" />}
          title={one.name}
          note={[one.unit, rupiah(one.price), isOwn ? null : (one.umkm ?? "dari rak Anda")]
            .filter(Boolean)
            .join(" · ")}
          defaultChecked={choiceValue(one) === chosen}
        />
      ))}
      {substitutes.length === 0 ? <p className="muted">Tidak ada yang cocok dengan pencarian itu.</p> : null}
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Field label="Cari yang lain" name="q" type="search" maxLength={60} defaultValue={typed.q} />
        </div>
        <Button kind="outlined" formMethod="get" formNoValidate>
          Cari
        </Button>
      </div>
    </fieldset>
  );
}

export function ShortageForm({ lines, line, substitutes, reasons, typed, problem, isOwn }: Props) {
  if (lines.length === 0) {
    return (
      <Empty picture="/ikon/paket.svg" title="Tidak ada lagi yang perlu dilaporkan">
        Pembeli sudah ditanya, atau barangnya sudah berpindah tangan.
      </Empty>
    );
  }
  if (!line) return <LineChoice lines={lines} />;
  const values = problem?.values ?? typed;
  const one = line.quantity === 1;
  return (
    <Form method="post" className="mt-4 space-y-5">
      <input type="hidden" name="baris" value={line.id} />
      <section className="card card-pad space-y-4">
        <p>
          <b>
            {line.quantity} × {line.name}
          </b>{" "}
          <span className="muted">{line.unit}</span>
          <span className="muted block text-[0.9375rem]">{rupiah(line.price)} per satuan</span>
        </p>
        {one ? (
          <input type="hidden" name="jumlah" value="1" />
        ) : (
          <Field
            label="Berapa yang tidak ada?"
            name="jumlah"
            type="number"
            inputMode="numeric"
            min={1}
            max={line.quantity}
            required
            hint={`dari ${line.quantity} yang dipesan`}
            defaultValue={typed.jumlah ?? line.quantity}
            problem={problem}
          />
        )}
        <SelectField
          label="Mengapa?"
          name="alasan"
          defaultValue={typed.alasan ?? "habis"}
          options={reasons.map((value) => ({ value, label: MISSING_REASONS[value] }))}
          problem={problem}
        />
        {isOwn ? (
          <Field
            label="Sisa stok untuk dijual"
            name="sisa"
            type="number"
            inputMode="numeric"
            min={0}
            required
            hint="Di luar pesanan ini. Kalau habis, isi 0 supaya tidak dipesan lagi."
            defaultValue={typed.sisa ?? 0}
            problem={problem}
          />
        ) : null}
      </section>
      <Substitutes substitutes={substitutes} typed={values} isOwn={isOwn} />
      <Field
        label="Jumlah penggantinya"
        name="jumlah_pengganti"
        type="number"
        inputMode="numeric"
        min={1}
        max={999}
        optional
        hint="Kosong berarti sebanyak yang tidak ada."
        defaultValue={typed.jumlah_pengganti}
        problem={problem}
      />
      <Button wide busyText="Mengirim…">
        Tanyakan pembeli
      </Button>
    </Form>
  );
}
