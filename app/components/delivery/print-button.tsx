// Prints the page; without JavaScript it says how the browser does it.
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

export function PrintButton() {
  if (!useHydrated())
    return <p className="muted text-center text-sm">Untuk kertas: pilih Cetak di menu peramban.</p>;
  return (
    <Button type="button" kind="outlined" wide onClick={() => window.print()}>
      Cetak lembar perjalanan
    </Button>
  );
}
