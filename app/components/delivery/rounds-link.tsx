// From the board to planning a trip, once two orders could leave together.
import { ButtonLink } from "../ui/button.tsx";

export function RoundsLink({ orders }: { readonly orders: readonly { readonly status: string }[] }) {
  const ready = orders.filter((order) => order.status === "ready").length;
  if (ready < 2) return null;
  return (
    <ButtonLink to="/operator/antar" small kind="outlined">
      Antar {ready} sekali jalan
    </ButtonLink>
  );
}
