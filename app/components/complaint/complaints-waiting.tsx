// At the start of a working day: complaints that wait for this seller or this warung; nothing when there are none.
import { count } from "#app/lib/rupiah.ts";
import { CardLink, Row } from "../ui/card.tsx";

export function ComplaintsWaiting({ waiting, to }: { readonly waiting: number; readonly to: string }) {
  if (waiting === 0) return null;
  return (
    <CardLink to={to} className="mt-4 block border-2 border-gold">
      <Row icon="message" title={`${count(waiting)} keluhan perlu Anda tanggapi`} note="Buka keluhan" />
    </CardLink>
  );
}
