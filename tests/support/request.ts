/** Requests as a browser without a page would send them, for what a form or an address may carry. */
import { untilPromisesStay } from "./clock.ts";

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly setCookies: readonly string[];
};

async function read(response: Response): Promise<Answer> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("location"),
    setCookies: response.headers.getSetCookie(),
  };
}

/** A visitor with cookies, who follows no redirect. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  #keep(answer: Answer): Answer {
    for (const cookie of answer.setCookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  #headers(): Record<string, string> {
    const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return { Accept: "text/html", ...(pairs.length > 0 && { Cookie: pairs.join("; ") }) };
  }

  async get(path: string): Promise<Answer> {
    return this.#keep(
      await read(await fetch(this.base + path, { headers: this.#headers(), redirect: "manual" })),
    );
  }

  async post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.#keep(
      await read(
        await fetch(this.base + path, {
          method: "POST",
          body: new URLSearchParams(form),
          headers: { ...this.#headers(), ...headers },
          redirect: "manual",
        }),
      ),
    );
  }

  /** The checkout form of this visitor's cart, filled in; `changes` replaces fields. */
  async checkoutForm(changes: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
    await untilPromisesStay();
    const { text } = await this.get("/checkout");
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
    return {
      kunci: hidden("kunci"),
      kutipan: hidden("kutipan"),
      nama: "Rina Yulianti",
      no_hp: "0812-3456-7890",
      alamat: "Jl. Pramuka No. 12",
      rt: "4",
      rw: "2",
      patokan: "depan musala Al-Ikhlas",
      bayar: "tunai",
      ...changes,
    };
  }
}
