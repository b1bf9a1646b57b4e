import type { Changes } from "../lib/changes.ts";

const HEARTBEAT_MS = 25_000;

/**
 * A server-sent event (`change`, without data) at each change of `topic`: the page then reads itself again. Ends when
 * the reader goes away.
 */
export function eventStream(request: Request, changes: Changes, topic: string): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          stop();
        }
      };
      const unsubscribe = changes.subscribe(topic, () => send("event: change\ndata: \n\n"));
      // Proxies and phones cut silent connections; a comment keeps this one alive.
      const heartbeat = setInterval(() => send(": \n\n"), HEARTBEAT_MS);
      stop = () => {
        stop = () => {};
        unsubscribe();
        clearInterval(heartbeat);
        try {
          controller.close();
        } catch {
          // closed by the reader
        }
      };
      request.signal.addEventListener("abort", () => stop(), { once: true });
      send("retry: 3000\n: \n\n");
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
