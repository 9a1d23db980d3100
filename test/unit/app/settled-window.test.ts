// Tests that taking pictures never waits for a window that is gone.
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerOf, untilShown } from '../../../electron/app/screenshots/settled-window';

const openWindow = () => new EventEmitter() as unknown as BrowserWindow;
const never = new Promise<never>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the answer of a page is given, and nothing listens on', async () => {
  const window = openWindow();
  expect(await answerOf(window, Promise.resolve('seen'))).toBe('seen');
  await Promise.resolve();
  expect(window.listenerCount('closed')).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a window that is closed meanwhile, and a page that is lost, are errors', async () => {
  const window = openWindow();
  const closed = expect(answerOf(window, never)).rejects.toThrow('the window was closed');
  window.emit('closed');
  await closed;
  const lost = expect(answerOf(openWindow(), never)).rejects.toThrow('the page does not answer');
  await vi.advanceTimersByTimeAsync(30_001);
  await lost;
});

test('a window that never opens is an error, one that opens late is none', async () => {
  let isOpen = false;
  setTimeout(() => (isOpen = true), 5000);
  const late = untilShown(() => isOpen);
  await vi.advanceTimersByTimeAsync(6000);
  await late;
  const missing = expect(untilShown(() => false)).rejects.toThrow('the window does not open');
  await vi.advanceTimersByTimeAsync(31_000);
  await missing;
});
