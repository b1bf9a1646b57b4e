import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseEnv, VARIABLES } from "#app/lib/env.server.ts";

const lines = readFileSync(new URL("../../.env.example", import.meta.url), "utf8").split("\n");
const listed = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);

it("lists every variable the app reads, and no other", () => {
  expect(listed).toEqual(VARIABLES);
});

it("explains each in the line above it", () => {
  for (const name of listed) {
    const before = lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1];
    expect(before, name).toMatch(/^# [A-Z0-9].{15,}\.$/);
  }
});

it("works as it is", () => {
  const asWritten = Object.fromEntries(listed.map((name) => [name, ""]));
  expect(parseEnv(asWritten)).toEqual(parseEnv({}));
});
