// Watches sleep, screen lock, battery, idle time and shutdown of this computer.
import { powerMonitor } from 'electron';
import { MINUTE_MS } from '../../../shared/domain/durations';

const IDLE_S = 5 * 60;
/** A computer that still runs so long after it said that it goes to sleep does not sleep. */
const SUSPEND_LIMIT_MS = MINUTE_MS;

export interface Power {
  /** Nobody is at the computer, or it should save its strength. */
  isIdle(): boolean;
  isLocked(): boolean;
  /** It is about to sleep, or sleeps and has not said yet that it woke up. */
  isAsleep(): boolean;
  /** What another source says: on Linux, D-Bus does. */
  setLocked(isLocked: boolean): void;
}

export interface PowerEvents {
  readonly onWake: () => void;
  readonly onLock: () => void;
  /** Who is at the computer, or what it runs on, changed. */
  readonly onChange: () => void;
  /** The session ends: what is to be saved is saved at once. */
  readonly onShutdown: () => void;
}

export function watchPower({ onWake, onLock, onChange, onShutdown }: PowerEvents): Power {
  let isLocked = false;
  /** By a clock that stands still during sleep on Linux and macOS; null: awake. */
  let suspendedAt: number | null = null;

  function setLocked(isNowLocked: boolean): void {
    if (isNowLocked === isLocked) return;
    isLocked = isNowLocked;
    if (isNowLocked) onLock();
    else onWake();
    onChange();
  }

  powerMonitor.on('suspend', () => (suspendedAt = performance.now()));
  powerMonitor.on('resume', () => {
    suspendedAt = null;
    onWake();
  });
  powerMonitor.on('lock-screen', () => setLocked(true));
  powerMonitor.on('unlock-screen', () => setLocked(false));
  powerMonitor.on('on-battery', onChange);
  powerMonitor.on('on-ac', onChange);
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    // The system waits for us a moment; quitting tells it that it need not any longer.
    event?.preventDefault();
    onShutdown();
  });
  return {
    isLocked: () => isLocked,
    isIdle: () => isLocked || powerMonitor.isOnBatteryPower() || powerMonitor.getSystemIdleTime() >= IDLE_S,
    isAsleep: () => suspendedAt !== null && performance.now() - suspendedAt < SUSPEND_LIMIT_MS,
    setLocked
  };
}
