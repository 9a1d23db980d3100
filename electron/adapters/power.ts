// Sleep, lock, battery and idleness of this computer.
import { powerMonitor } from 'electron';

const IDLE_S = 5 * 60;

export interface Power {
  /** Nobody is at the computer, or it should save its strength. */
  isIdle(): boolean;
  /** macOS and Windows; Linux does not say. */
  isLocked(): boolean;
}

export interface PowerEvents {
  readonly onWake: () => void;
  readonly onLock: () => void;
  /** Who is at the computer, or what it runs on, changed. */
  readonly onChange: () => void;
}

export function watchPower({ onWake, onLock, onChange }: PowerEvents): Power {
  let isLocked = false;
  powerMonitor.on('resume', onWake);
  powerMonitor.on('lock-screen', () => {
    isLocked = true;
    onLock();
    onChange();
  });
  powerMonitor.on('unlock-screen', () => {
    isLocked = false;
    onWake();
    onChange();
  });
  powerMonitor.on('on-battery', onChange);
  powerMonitor.on('on-ac', onChange);
  return {
    isLocked: () => isLocked,
    isIdle: () => isLocked || powerMonitor.isOnBatteryPower() || powerMonitor.getSystemIdleTime() >= IDLE_S
  };
}
