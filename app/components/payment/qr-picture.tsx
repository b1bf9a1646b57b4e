// A QRIS with its amount, black on white in any theme, as large as a phone's screen allows.
import { rupiah } from "#app/lib/rupiah.ts";

export type QrisCode = { readonly name: string; readonly size: number; readonly path: string };

export function QrPicture({ code, amount }: { readonly code: QrisCode; readonly amount: number }) {
  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      className="mx-auto block w-full max-w-80 rounded-xl border border-line bg-white"
      shapeRendering="crispEdges"
      role="img"
      aria-label={`Kode QRIS ${code.name} untuk ${rupiah(amount)}`}
    >
      <path d={code.path} fill="#000" />
    </svg>
  );
}
