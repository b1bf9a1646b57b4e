/** The large set that everything is measured on. */
export const PRODUCTS = 100_000;
export const SELLERS = 30_000;
