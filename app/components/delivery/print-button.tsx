// Prints the page; without JavaScript it says how the browser does it.
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

type Props = { readonly kind?: "outlined" | "filled" | "go"; readonly children: ReactNode };

export function PrintButton({ kind = "outlined", children }: Props) {
  if (!useHydrated())
    return <p className="muted text-center text-sm">Untuk kertas: pilih Cetak di menu peramban.</p>;
  return (
    <Button type="button" kind={kind} wide onClick={() => window.print()}>
      {children}
    </Button>
  );
}
