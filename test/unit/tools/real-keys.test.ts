// Where real keys are refused, each with the reason and the way out.
import { expect, test } from 'vitest';
import { refusal } from '../../../electron/tools/session/real-keys.mjs';

const official = { executable: '/opt/electron/electron', kind: 'official', version: '45.4.1' };
const fallback = { ...official, kind: 'fallback', version: '33.4.11' };

test('real keys are allowed for the official runtime and a normal user', () => {
  expect(refusal(official, undefined, {})).toBeUndefined();
});

test('root is refused unless the person allows it', () => {
  expect(refusal(official, 'root', {})).toMatch(/as root.*TOKENTRAY_ALLOW_ROOT=1/s);
  expect(refusal(official, 'root', { TOKENTRAY_ALLOW_ROOT: '1' })).toBeUndefined();
});

test('the fallback runtime is refused unless the person allows it', () => {
  expect(refusal(fallback, undefined, {})).toMatch(/cannot be proven.*TOKENTRAY_ALLOW_FALLBACK_RUNTIME=1/s);
  expect(refusal(fallback, undefined, { TOKENTRAY_ALLOW_FALLBACK_RUNTIME: '1' })).toBeUndefined();
});

test('one permission does not replace the other', () => {
  expect(refusal(fallback, 'root', { TOKENTRAY_ALLOW_ROOT: '1' })).toMatch(/FALLBACK/);
  expect(refusal(fallback, 'root', { TOKENTRAY_ALLOW_FALLBACK_RUNTIME: '1' })).toMatch(/as root/);
});

test('a system without user namespaces is refused, with the command that sets up the sandbox helper', () => {
  expect(refusal(official, 'namespaces', {})).toContain(
    'sudo chown root:root "/opt/electron/chrome-sandbox"'
  );
});
