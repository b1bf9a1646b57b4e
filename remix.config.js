/**
 * Imported by vite.config.ts: `remix vite:build` alone would ignore this file.
 * Single fetch stays off: it halves the pages per second (see README, "Kecepatan").
 */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: false,
    v3_routeConfig: true,
  },
};
