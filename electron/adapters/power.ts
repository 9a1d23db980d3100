// Sleep, lock, battery and idleness of this computer.
import { powerMonitor } from 'electron';

const IDLE_S = 5 * 60;

export interface Power {
  /** Nobody is at the computer, or it should save its strength. */
  isIdle(): boolean;
  /** macOS and Windows; Linux does not say. */
  isLocked(): boolean;
}

export function watchPower(onWake: () => void, onChange: () => void): Power {
  let isLocked = false;
  powerMonitor.on('resume', onWake);
  powerMonitor.on('lock-screen', () => {
    isLocked = true;
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
