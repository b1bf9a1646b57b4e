// Codes of the orders that goods are for, with the pieces of each; none is broken over two lines.
type Props = { readonly codes: readonly { readonly code: string; readonly pieces: number }[] };

export function OrderCodes({ codes }: Props) {
  return codes.map(({ code, pieces }, at) => (
    <span key={code}>
      {at > 0 ? ", " : ""}
      <span className="whitespace-nowrap">{pieces > 1 ? `${code} (${pieces})` : code}</span>
    </span>
  ));
}
