// Tests a window without a tray icon, under a window manager that does not minimise: closing closes it after a moment,
// unless the person asks for it again.
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepReachable } from '../../../../electron/adapters/window/keep-reachable';

class PlainWindow extends EventEmitter {
  isOpen = true;
  readonly webContents = new EventEmitter();
  readonly isDestroyed = () => !this.isOpen;
  readonly isMinimized = () => false;
  readonly minimize = () => undefined;

  readonly close = () => {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.isOpen = false;
  };
}

const SOON_MS = 1000;
const options = { isReachableWhenClosed: () => false, onQuit: () => undefined };
let window: PlainWindow;
let stayOpen: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  window = new PlainWindow();
  stayOpen = keepReachable(window as unknown as BrowserWindow, options);
  return () => void vi.useRealTimers();
});

test('the window closes after a moment', () => {
  window.close();
  expect(window.isOpen).toBe(true);
  vi.advanceTimersByTime(SOON_MS);
  expect(window.isOpen).toBe(false);
});

test('a window that the person asked for meanwhile stays open', () => {
  window.close();
  stayOpen();
  vi.advanceTimersByTime(SOON_MS);
  expect(window.isOpen).toBe(true);
  window.close();
  vi.advanceTimersByTime(SOON_MS);
  expect(window.isOpen).toBe(false);
});
