// What each system's way to start the app at login offers.
import type { AutostartState } from '../../../shared/ipc/system-calls';

export interface Autostart {
  read(): Promise<AutostartState>;
  /** Rejects with the system's own error. What is so afterwards is read again. */
  set(isOn: boolean): Promise<void>;
  /** Where it is on and the program has moved, it is told the new place. */
  follow(): Promise<void>;
}
