// A box to tick with a pen; ticked when the goods lie in the shop already.
export function Tick({ done }: { readonly done: boolean }) {
  return (
    <span
      className={`inline-grid size-5 place-items-center rounded border-2 text-sm leading-none font-bold ${done ? "border-leaf text-leaf" : "border-line-strong"}`}
    >
      <span aria-hidden="true">{done ? "✓" : ""}</span>
      <span className="sr-only">{done ? "sudah di warung" : "belum di warung"}</span>
    </span>
  );
}
