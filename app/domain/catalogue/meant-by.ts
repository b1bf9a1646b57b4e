/** What a buyer's text with slips of the finger probably meant; undefined when there is nothing to mend. */
export { meantBy } from "#search/meant.ts";
