export type FeeStep = { readonly up_to_m: number; readonly fee: number };

/**
 * A warung's own fee in rupiah for a distance in metres: the first step that reaches it. Beyond the table, or
 * without a known distance, its highest step holds.
 */
export function deliveryFee(table: readonly FeeStep[], distanceM: number | null): number {
  const steps = [...table].sort((a, b) => a.up_to_m - b.up_to_m);
  const reaching = distanceM === null ? undefined : steps.find((step) => step.up_to_m >= distanceM);
  return (reaching ?? steps.at(-1))?.fee ?? 0;
}
