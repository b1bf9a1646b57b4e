// What state an import is in, for its page and the list of imports.
import { Tag, type TagTone } from "../ui/chip.tsx";

const STATUS: Readonly<Record<string, { readonly label: string; readonly tone: TagTone }>> = {
  reading: { label: "Sedang diperiksa", tone: "indigo" },
  previewed: { label: "Menunggu keputusan Anda", tone: "gold" },
  writing: { label: "Sedang ditulis", tone: "indigo" },
  done: { label: "Selesai", tone: "good" },
  cancelled: { label: "Dibatalkan", tone: "plain" },
  failed: { label: "Gagal", tone: "late" },
};

export function ImportStatus({ status }: { readonly status: string }) {
  const { label, tone } = STATUS[status] ?? STATUS.failed!;
  return <Tag tone={tone}>{label}</Tag>;
}
