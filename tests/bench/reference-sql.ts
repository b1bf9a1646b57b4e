import pg from "pg";
import { guest } from "#app/domain/accounts/actor.ts";
import { type OrderForm, placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { record } from "./record.ts";

type Cart = { readonly token: string; readonly form: OrderForm };

const keyOf = (value: unknown) => (Buffer.isBuffer(value) ? value.toString("hex") : JSON.stringify(value));

/**
 * The limit for placing an order: the same statements with the same kinds of values, sent one after the other through
 * node-pg, prepared as the app prepares them, without the app around them. Ids of the recorded order are replaced by those of the order being replayed.
 * @returns a task per cart
 */
export async function orderSqlTasks(
  url: string,
  sample: Cart,
  carts: readonly (Cart & { readonly tokenHash: Buffer; readonly lines: readonly number[] })[],
  sampleKeys: { readonly tokenHash: Buffer; readonly lines: readonly number[] },
): Promise<{ tasks: (() => Promise<boolean>)[]; close: () => Promise<void> }> {
  const statements = await record(url, (db) => placeOrder(guest, db, sample));
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const tasks = carts.map((cart) => async () => {
    const replaced = new Map<string, unknown>([
      [keyOf(sampleKeys.tokenHash), cart.tokenHash],
      [keyOf(sample.form.formKey), cart.form.formKey],
      [keyOf(sampleKeys.lines), cart.lines],
    ]);
    const live = (value: unknown): unknown => {
      if (replaced.has(keyOf(value))) return replaced.get(keyOf(value));
      if (typeof value === "string" && /^LL-[A-Z0-9]{6}$/.test(value)) {
        return `LL-${Array.from({ length: 6 }, () => letters[Math.floor(Math.random() * letters.length)]).join("")}`;
      }
      if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
      let text = value;
      sampleKeys.lines.forEach((id, at) => {
        text = text.replaceAll(`"variant_id":${id},`, `"variant_id":${cart.lines[at]},`);
      });
      return text.replace(/"orderId":(\d+)/, (_all, id) => `"orderId":${live(Number(id))}`);
    };
    const client = await pool.connect();
    try {
      for (const statement of statements) {
        const result = await client.query({
          name: statement.name,
          text: statement.text,
          values: statement.values.map(live),
        });
        const was = statement.rows[0]?.id;
        const is = (result.rows[0] as Record<string, unknown> | undefined)?.id;
        if (typeof was === "number" && typeof is === "number") replaced.set(keyOf(was), is);
      }
      return true;
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  });
  return { tasks, close: () => pool.end() };
}
