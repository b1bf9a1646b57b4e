import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeEach, expect, it, vi } from "vitest";

/** `public/lonceng.js` in a service worker's stead: what it listens to, and what it is given. */
const script = readFileSync(new URL("../../public/lonceng.js", import.meta.url), "utf8");

type Listener = (event: Record<string, unknown>) => void;
const listeners = new Map<string, Listener>();
const showNotification = vi.fn(async () => {});
const openWindow = vi.fn(async () => {});
const pages: { url: string; focus: () => void }[] = [];
const fetched = vi.fn(async () => {});
const subscribe = vi.fn(async () => ({
  toJSON: () => ({ endpoint: "https://push.test/2", keys: { p256dh: "kunci", auth: "rahasia" } }),
}));

beforeEach(() => {
  vi.clearAllMocks();
  pages.length = 0;
  listeners.clear();
  runInNewContext(script, {
    URL,
    URLSearchParams,
    fetch: fetched,
    self: {
      addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
      location: { origin: "https://lapak.test" },
      registration: { showNotification, pushManager: { subscribe } },
      clients: { matchAll: async () => pages, openWindow, claim: async () => {} },
      skipWaiting: async () => {},
    },
  });
});

/** Hands it an event and waits for what it does. */
async function happens(name: string, event: Record<string, unknown>): Promise<void> {
  let work: unknown;
  listeners.get(name)?.({
    ...event,
    waitUntil: (promise: unknown) => {
      work = promise;
    },
  });
  await work;
}

const clickOn = (url: string) =>
  happens("notificationclick", { notification: { close: () => {}, data: { url } } });

it("shows the note so that it rings and stays, a repetition in its place", async () => {
  const note = { title: "Pesanan baru LL-1", body: "3 barang ke Kedaton.", url: "/operator", tag: "t1" };
  await happens("push", { data: { json: () => note } });
  expect(showNotification).toHaveBeenCalledWith(
    "Pesanan baru LL-1",
    expect.objectContaining({
      body: "3 barang ke Kedaton.",
      tag: "t1",
      renotify: true,
      requireInteraction: true,
      data: { url: "/operator" },
    }),
  );
});

it("shows something even for an empty call, as browsers demand", async () => {
  await happens("push", { data: null });
  expect(showNotification).toHaveBeenCalledWith("Lapak Lampung", expect.anything());
});

it("opens the board, or brings the open one to the front", async () => {
  await clickOn("/operator");
  expect(openWindow).toHaveBeenCalledWith("https://lapak.test/operator");
  const focus = vi.fn();
  pages.push({ url: "https://lapak.test/operator?kabar=terkirim", focus });
  await clickOn("/operator");
  expect(focus).toHaveBeenCalledOnce();
  expect(openWindow).toHaveBeenCalledOnce();
});

it("tells us when the browser has changed its address", async () => {
  await happens("pushsubscriptionchange", { oldSubscription: { options: { userVisibleOnly: true } } });
  const [address, { body }] = fetched.mock.calls[0] as unknown as [string, { body: URLSearchParams }];
  expect(address).toBe("/akun/bunyi");
  expect(Object.fromEntries(body)).toEqual({
    intent: "pasang",
    endpoint: "https://push.test/2",
    p256dh: "kunci",
    auth: "rahasia",
  });
});
