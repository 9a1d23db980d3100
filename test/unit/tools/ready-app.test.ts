import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findReadyApp } from '../../../electron/tools/setup/ready-app.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-ready-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(): void {
  mkdirSync(join(folder, 'out/main'), { recursive: true });
  writeFileSync(join(folder, 'out/main/index.js'), '');
}
const find = { official: () => '/official', fallback: () => '/fallback' };
const none = { official: () => undefined, fallback: () => undefined };

describe('a command of a checkout', () => {
  it('needs a set-up where the app was never built', () => {
    expect(findReadyApp({ folder, find, env: {} })).toBeUndefined();
  });

  it.each([
    [{}, find, '/official'],
    [{}, { ...find, official: () => undefined }, '/fallback'],
    [{ TOKENTRAY_RUNTIME: 'fallback' }, find, '/fallback'],
    [{ TOKENTRAY_RUNTIME: 'auto' }, find, '/official']
  ])('uses the runtime that is there, with %j', (env, runtimes, executable) => {
    build();
    expect(findReadyApp({ folder, find: runtimes, env })).toEqual({ executable });
  });

  it('fetches no runtime that is gone, and says what gets it', () => {
    build();
    expect(() => findReadyApp({ folder, find: none, env: {} })).toThrow(/npm run demo/);
    expect(() =>
      findReadyApp({
        folder,
        find: { ...find, official: () => undefined },
        env: { TOKENTRAY_RUNTIME: 'official' }
      })
    ).toThrow(/npm run demo/);
  });
});
