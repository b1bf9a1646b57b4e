// Rings this device when there is work to do, also while no page of ours is open. It keeps nothing, and answers no pages.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification(title ?? "Lapak Lampung", {
      body: body ?? "Ada kabar baru untuk Anda.",
      tag,
      renotify: Boolean(tag),
      requireInteraction: true,
      vibrate: [300, 150, 300, 150, 600],
      icon: "/ikon/paket.svg",
      lang: "id",
      data: { url: url ?? "/" },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { href } = new URL(event.notification.data?.url ?? "/", self.location.origin);
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((pages) => {
      const open = pages.find((page) => page.url.split("?")[0] === href);
      return open ? open.focus() : self.clients.openWindow(href);
    }),
  );
});

// The browser has changed its address at the push service: ours is told the new one.
self.addEventListener("pushsubscriptionchange", (event) => {
  const renewed =
    event.newSubscription ?? self.registration.pushManager.subscribe(event.oldSubscription?.options);
  event.waitUntil(
    Promise.resolve(renewed).then((subscription) => {
      const { endpoint, keys } = subscription.toJSON();
      const form = new URLSearchParams({ intent: "pasang", endpoint, p256dh: keys.p256dh, auth: keys.auth });
      return fetch("/akun/bunyi", { method: "POST", body: form });
    }),
  );
});
