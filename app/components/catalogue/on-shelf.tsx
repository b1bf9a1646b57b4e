// Says that a product lies at the buyer's warung already, and so comes sooner than what its seller still has to bring.
import { count } from "#app/lib/rupiah.ts";
import { Icon } from "../ui/icon.tsx";

export function OnShelf({ warung, pieces }: { readonly warung: string; readonly pieces: number }) {
  return (
    <div className="mt-5 flex gap-4 rounded-card bg-leaf-soft p-4">
      <Icon name="store" size={26} className="mt-0.5 text-leaf" />
      <div className="min-w-0">
        <p className="text-lg leading-snug font-bold">Ada di {warung}</p>
        <p>{count(pieces)} di raknya: tidak perlu menunggu penjual, tanpa ongkos ke warung.</p>
      </div>
    </div>
  );
}
