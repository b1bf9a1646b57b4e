// Figures of affected businesses: the parts that the province's table and a regency's page share.
import { dateText, midnightWib } from "#app/lib/clock.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** The published count of 2020 is another thing than what is recorded here, and says so. */
export function CountOf2020() {
  return (
    <Notice title="Pendataan 2020, sebagai pembanding">
      Pendataan usaha terdampak tahun 2020 menyebut 80 koperasi dan lebih dari 30.000 UMKM di 15
      kabupaten/kota, lebih dari separuhnya tanpa penghasilan saat itu. “Terdampak” di sana adalah catatan
      dinas kabupaten/kota pada tahun itu. Angka itu tidak dihitung dari data di halaman ini dan tidak
      dicampurkan ke dalamnya.
    </Notice>
  );
}

export function Downloads({ regencyCode }: { readonly regencyCode: string | null }) {
  const query = regencyCode ? `?kabupaten=${regencyCode}` : "";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ButtonLink plain kind="filled" to={`/dinas/data/unduh.xlsx${query}`}>
        Unduh Excel
      </ButtonLink>
      <ButtonLink plain kind="outlined" to={`/dinas/data/unduh.csv${query}`}>
        Unduh CSV
      </ButtonLink>
      <span className="muted text-[0.9375rem]">NIK disamarkan. Setiap unduhan tercatat.</span>
    </div>
  );
}

type Counted = {
  readonly first_counted: string | null;
  readonly last_counted: string | null;
  readonly sources: readonly string[];
};

/** When and by whom it was counted. */
export function countedText({ first_counted, last_counted, sources }: Counted): string {
  if (!last_counted) return "belum ada pendataan";
  const day = (date: string) => dateText(midnightWib(date));
  const days =
    first_counted && first_counted !== last_counted
      ? `${day(first_counted)} sampai ${day(last_counted)}`
      : day(last_counted);
  return sources.length > 0 ? `${days}, sumber: ${sources.join(", ")}` : `${days}, tanpa sumber`;
}
