import { defineConfig } from "vitest/config";

/** How long `expect.poll` waits: a busy machine is no failure. Milliseconds. */
const PATIENT = { timeout: 45_000, interval: 100 };

/** Two sets: `unit` needs nothing but PostgreSQL from npm; `e2e` walks the built app in a browser. */
export default defineConfig({
  test: {
    globalSetup: ["tests/support/global-setup.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/e2e/**", "tests/bench/**"],
          setupFiles: ["tests/support/environment.ts", "tests/support/own-folder.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: PATIENT },
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          setupFiles: ["tests/support/environment.ts"],
          // one browser and one shop at a time: two cores carry no more
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          expect: { poll: PATIENT },
        },
      },
    ],
  },
});
