/** PP 55/2022 pasal 56: final income tax of small businesses, of each rupiah of turnover, in basis points. */
const RATE_BP = 50;
/** UU PPh pasal 7 ayat (2a) with PP 55/2022 pasal 60: of a natural person this much a year is free. Rupiah. */
export const TAX_FREE = 500_000_000;
/** PP 55/2022 pasal 57: above this turnover a year the final rate is no longer for them. Rupiah. */
export const RATE_LIMIT = 4_800_000_000;

export type FinalTax = {
  /** rupiah a year, so far */
  readonly turnover: number;
  /** cooperatives and other legal entities pay from the first rupiah */
  readonly isEntity: boolean;
  /** rupiah left until something is taxed; 0 for an entity */
  readonly free: number;
  /** what it comes to */
  readonly tax: number;
  /** what it would come to for a legal entity, which a business may be without our knowing it */
  readonly taxOfEntity: number;
  readonly isAboveLimit: boolean;
};

const rate = (amount: number) => Math.floor((amount * RATE_BP) / 10_000);

/** The final tax on a year's turnover here (rupiah). Informed, never withheld; what is sold elsewhere counts, too. */
export function finalTax({ turnover, isEntity }: { turnover: number; isEntity: boolean }): FinalTax {
  const counted = Math.max(0, turnover);
  const taxed = isEntity ? counted : Math.max(0, counted - TAX_FREE);
  return {
    turnover,
    isEntity,
    free: isEntity ? 0 : Math.max(0, TAX_FREE - counted),
    tax: rate(taxed),
    taxOfEntity: rate(counted),
    isAboveLimit: counted > RATE_LIMIT,
  };
}
