// Type of a running profile: its engine, the handlers of the window's calls, and the tray actions.
import type { Calls } from '../ipc/call-types';
import { Engine } from '../core/engine/engine';
import type { TrayAction } from '../core/tray/menu-rows';
import type { FakeOkx } from '../fake-okx/server';

export type ProfileKind = 'live' | 'demo';

export interface Profile {
  readonly kind: ProfileKind;
  readonly engine: Engine;
  readonly calls: Calls;
  act(action: TrayAction): void;
  /** Makes the fake server of the demo inject a fault; null: a real service answers. */
  readonly injectFault: FakeOkx['injectFault'] | null;
  /** Waits for the running round, but not for a network that hangs. */
  stop(): Promise<void>;
}
