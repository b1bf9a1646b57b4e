/** Jobs that keep the search index at what PostgreSQL says; they throw when it could not be done, and are tried again. */
export { indexProducts } from "#search/index-products.server.ts";
export { indexStaples } from "#search/index-staples.server.ts";
