import { useCallback, useEffect, useState } from "react";

/**
 * Whether this device rings (Web Push) when there is work to do, also with every page closed. `unable`: not with this
 * browser, or without JavaScript; `refused`: the person said no to the browser, which only they can take back.
 */
export type Ringing = "unable" | "off" | "busy" | "on" | "refused" | "failed";

const RINGER = "/lonceng.js";

type Answer = { readonly key: string; readonly rings: boolean };

async function tell(intent: "pasang" | "lepas" | "periksa", about: PushSubscription | null): Promise<Answer> {
  const { endpoint = "", keys = {} } = about?.toJSON() ?? {};
  const body = new URLSearchParams({ intent, endpoint, ...keys });
  const response = await fetch("/akun/bunyi", { method: "POST", body });
  if (!response.ok || response.redirected) throw new Error(`answered ${response.status}`);
  return (await response.json()) as Answer;
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** What the browser has and what the server knows, brought together. */
async function look(): Promise<Ringing> {
  if (Notification.permission === "denied") return "refused";
  const own = await subscription();
  if (!own || Notification.permission !== "granted") return "off";
  const { rings } = await tell("periksa", own);
  // silenced from another device, or logged in anew: the switch says what is so
  if (!rings) await own.unsubscribe();
  return rings ? "on" : "off";
}

async function start(): Promise<Ringing> {
  if ((await Notification.requestPermission()) !== "granted") return "refused";
  await navigator.serviceWorker.register(RINGER, { updateViaCache: "none" });
  const registration = await navigator.serviceWorker.ready;
  const { key } = await tell("periksa", null);
  // one made for an older key of ours would be refused
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const own = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { rings } = await tell("pasang", own);
  return rings ? "on" : "failed";
}

async function stop(): Promise<Ringing> {
  await tell("lepas", null);
  await (await subscription())?.unsubscribe();
  return "off";
}

export type RingingSwitch = {
  readonly ringing: Ringing;
  readonly startRinging: () => void;
  readonly stopRinging: () => void;
};

/** The switch of this device: how it stands, and turning it on and off. */
export function useRinging(): RingingSwitch {
  const [ringing, setRinging] = useState<Ringing>("unable");
  const become = useCallback((next: Promise<Ringing>) => {
    next.then(setRinging, () => setRinging("failed"));
  }, []);
  useEffect(() => {
    const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
    if (able) become(look());
  }, [become]);
  const act = (step: () => Promise<Ringing>) => () => {
    setRinging("busy");
    become(step());
  };
  return { ringing, startRinging: act(start), stopRinging: act(stop) };
}
