import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Taken = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: unknown };

export type FakeWhatsapp = {
  /** what WHATSAPP_API_BASE is set to */
  readonly base: string;
  readonly taken: Taken[];
  /** answers the next requests with this status; 200 takes them again, 0 takes nothing and never answers */
  readonly answer: (status: number) => void;
  /** how many wait for an answer that does not come */
  readonly hanging: () => number;
  readonly stop: () => Promise<void>;
};

/** A WhatsApp Cloud API that takes every message, or refuses it as told. */
export async function startFakeWhatsapp(): Promise<FakeWhatsapp> {
  const taken: Taken[] = [];
  let status = 200;
  let hanging = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    if (status === 0) {
      hanging++;
      response.once("close", () => hanging--);
      return;
    }
    if (status === 200) taken.push({ path: request.url ?? "", headers: request.headers, body });
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify(
        status === 200
          ? { messages: [{ id: "wamid.1" }] }
          : { error: { code: 131_026, message: `not for ${JSON.stringify(body)}` } },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    taken,
    answer: (next) => {
      status = next;
    },
    hanging: () => hanging,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
