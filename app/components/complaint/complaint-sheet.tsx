// What is complained of: the goods, what is wrong in the buyer's words and photos, and what they wish for.
import { kindLabel } from "#app/domain/complaints/complaint-kinds.ts";
import { OUTCOME_LABEL, type Remedy } from "#app/domain/complaints/complaint-status.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { LinePicture } from "../order/line-picture.tsx";

export type SheetComplaint = {
  readonly code: string;
  readonly orderCode: string;
  readonly kind: string;
  readonly body: string;
  readonly wanted: string;
  readonly pieces: number;
  readonly worth: number;
  readonly toCard: boolean;
  readonly seller: string | null;
  readonly warung: { readonly name: string };
  readonly goods: {
    readonly name: string;
    readonly unit: string;
    readonly price: number;
    readonly quantity: number;
    readonly media_hash: string | null;
    readonly ground: string | null;
  };
  readonly photos: readonly number[];
};

type Props = {
  readonly complaint: SheetComplaint;
  /** address of photo `n` */
  readonly photoAt: (position: number) => string;
};

export function ComplaintSheet({ complaint, photoAt }: Props) {
  const { goods, pieces, photos, worth } = complaint;
  const isStaple = complaint.seller === null;
  return (
    <section className="card card-pad my-4" aria-label="Isi keluhan">
      <div className="flex items-center gap-3">
        <LinePicture line={goods} />
        <div className="min-w-0 grow">
          <p className="font-bold">
            {goods.name} {isStaple ? null : <span className="muted font-normal">{goods.unit}</span>}
          </p>
          <p className="muted text-[0.9375rem]">
            {pieces} dari {goods.quantity} {isStaple ? goods.unit : ""} · {rupiah(worth)}
          </p>
          <p className="muted text-[0.9375rem]">
            {complaint.seller ?? complaint.warung.name} · {complaint.orderCode}
          </p>
        </div>
      </div>
      <p className="mt-4 font-bold">{kindLabel(complaint.kind)}</p>
      {complaint.body ? (
        <p className="whitespace-pre-line">{complaint.body}</p>
      ) : (
        <p className="muted">Keterangan pembeli sudah dihapus.</p>
      )}
      {photos.length > 0 ? (
        <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
          {photos.map((position) => (
            <li key={position}>
              <a href={photoAt(position)} target="_blank" rel="noopener" className="block">
                <img
                  src={photoAt(position)}
                  alt={`Foto keluhan ${position}, buka`}
                  width={160}
                  height={120}
                  loading="lazy"
                  className="aspect-4/3 w-full rounded-xl border border-line object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-3 border-t border-line pt-3">
        <span className="muted">Yang diinginkan pembeli: </span>
        <strong>{OUTCOME_LABEL[complaint.wanted as Remedy].toLowerCase()}</strong>
      </p>
    </section>
  );
}
