/**
 * Lets the code of this test file talk to a fake Stripe: import it before anything of the app, as the environment is
 * read once.
 */
import { afterAll } from "vitest";
import { FakeStripe } from "./fake-stripe.ts";

export const stripe = await FakeStripe.start();
Object.assign(process.env, stripe.env);
afterAll(() => stripe.stop());
