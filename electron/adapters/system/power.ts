// Watches sleep, screen lock, battery, idle time and shutdown of this computer.
import { powerMonitor } from 'electron';
import { MINUTE_MS } from '../../../shared/domain/durations';

const IDLE_S = 5 * 60;
/** A computer that still runs this long after it announced sleep does not sleep. */
const SUSPEND_LIMIT_MS = MINUTE_MS;

export interface Power {
  /** Whether nobody uses the computer, or it should save power. */
  isIdle(): boolean;
  isLocked(): boolean;
  /** Whether the computer is about to sleep, or sleeps and has not reported yet that it woke up. */
  isAsleep(): boolean;
  /** Sets what another source reports; on Linux that is D-Bus. */
  setLocked(isLocked: boolean): void;
}

export interface PowerEvents {
  readonly onWake: () => void;
  readonly onLock: () => void;
  /** Called when the presence of the person or the power source changed. */
  readonly onChange: () => void;
  /** Called when the session ends: unsaved data must be saved at once. */
  readonly onShutdown: () => void;
}

export function watchPower({ onWake, onLock, onChange, onShutdown }: PowerEvents): Power {
  let isLocked = false;
  /** By a clock that does not run during sleep on Linux and macOS; null: awake. */
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
    // The system waits a moment for the app; quitting tells it that it need not wait any longer.
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
