// An amount in rupiah that never breaks over two lines: `<Money amount={12500} />` → Rp12.500.
// `large` for the number that matters most on a screen.
import { rupiah } from "#app/lib/rupiah.ts";

export function Money({
  amount,
  large,
  className = "",
}: {
  amount: number;
  large?: boolean;
  className?: string;
}) {
  return (
    <span className={`money${large ? " text-3xl font-extrabold tracking-tight" : ""} ${className}`}>
      {rupiah(amount)}
    </span>
  );
}
