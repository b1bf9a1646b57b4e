// Tells a buyer that goods promised from a warung's shelf are brought by their seller after all.
import { Notice } from "../ui/notice.tsx";

export function LeftShelf() {
  return (
    <div className="my-4">
      <Notice tone="gold" title="Mungkin tiba lebih lambat dari janji semula">
        Warung yang menyimpan barangnya tidak dapat mengantar. Penjual mengirimnya sendiri; harganya tetap.
        Bila tidak mau menunggu, Anda masih dapat membatalkan.
      </Notice>
    </div>
  );
}
