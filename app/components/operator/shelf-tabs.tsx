// The two things on a warung's shelf: its own staples, and sellers' goods in consignment.
import { Chip } from "../ui/chip.tsx";

export function ShelfTabs({ current }: { readonly current: "staples" | "consignment" }) {
  return (
    <nav aria-label="Isi rak" className="mb-4 flex flex-wrap gap-2">
      <Chip to="/operator/sembako" current={current === "staples"}>
        Sembako
      </Chip>
      <Chip to="/operator/titip" current={current === "consignment"}>
        Titipan penjual
      </Chip>
    </nav>
  );
}
