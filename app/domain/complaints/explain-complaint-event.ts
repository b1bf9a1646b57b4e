import { rupiah } from "../../lib/rupiah.ts";

export type ComplaintEvent = {
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_name: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

const SENTENCES: Record<string, string> = {
  complaint_opened: "mengirim keluhan",
  complaint_withdrawn: "menarik keluhan",
  complaint_exchange_ready: "menerima barang pengganti dari penjual",
  commented: "menambah keterangan",
};

const CONFIRMED: Record<string, string> = {
  operator: "dipastikan dengan PIN",
  buyer: "dipastikan pembeli",
  officer: "dipastikan petugas",
};

/** What happened to a complaint, as a short title. */
export function complaintEventText(event: ComplaintEvent): string {
  const { actor_name: who, actor_kind: as, detail } = event;
  const said = (key: string) => (typeof detail[key] === "string" ? (detail[key] as string) : "");
  switch (event.kind) {
    case "complaint_answered":
      return `${said("by")} menjawab: ${said("answer").toLowerCase()}`;
    case "complaint_agreed":
      return as === "system" ? "Jawaban berlaku karena tidak dibantah" : `${who} setuju dengan jawabannya`;
    case "complaint_disputed":
      return `Diserahkan ke petugas: ${said("reason")}`;
    case "complaint_decided":
      return `${who} memutuskan: ${said("answer").toLowerCase()}`;
    case "complaint_exchanged":
      return `Barang pengganti diserahkan, ${CONFIRMED[as] ?? ""}`;
    case "complaint_refunded":
      return `${typeof detail.amount === "number" ? rupiah(detail.amount) : "Uang"} dikembalikan, ${CONFIRMED[as] ?? ""}`;
    default:
      return `${who} ${SENTENCES[event.kind] ?? event.kind}`;
  }
}
