// World: the interface of everything outside the application: all ports, the surfaces, the timer, the log.
import type { Notification } from '../../../shared/schema/activity';
import type { AppState } from '../../../shared/schema/app-state';
import type { Issue } from '../../../shared/schema/issue';
import type { ChainLookup } from './chain-facts';
import type {
  ChainList,
  Clock,
  Drivers,
  Http,
  Keychain,
  RateLimiter,
  SettingsFile,
  Snapshots
} from './ports';
import type { ActivityLog, History } from './storage';

/** All surfaces that show the one state. */
export interface SurfacesPort {
  draw(state: AppState): void;
  /**
   * A native notification, or one inside the window while it has the focus. Resolves with where it was shown;
   * null: the desktop refused it.
   */
  notify(notification: Notification): Promise<'desktop' | 'window' | null>;
  attention(): Attention;
  /** What they themselves lack, such as a tray; it comes and goes with the desktop, not with a profile. */
  issues?(): readonly Issue[];
}

/** Everything outside, as app.ts sees it. */
export interface World {
  readonly profile: AppState['profile'];
  readonly profileName?: string | null;
  readonly drivers: Drivers;
  /** The facts of the book: who only asks for a name needs no more. */
  readonly chains: ChainLookup;
  readonly chainList: ChainList;
  readonly http: Http;
  readonly keychain: Keychain;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly settings: SettingsFile;
  readonly snapshots: Snapshots;
  readonly history: History;
  readonly activity: ActivityLog;
  readonly surfaces: SurfacesPort;
  /** The system's, BCP 47, the most preferred first. */
  readonly preferredLanguages: readonly string[];
  /** Polls at this pace whatever the settings say: for the demo and for tests; null: the settings decide. */
  readonly fixedIntervalMs: number | null;
  /** Another text when the network returned or is another one. Without it: never. */
  networkFingerprint?(): string;
  /** A round is over, the next one minutes away: what it left in memory may be given back. */
  releaseMemory?(): void;
  /** One timer: calls the app's `tick` after `delayMs`, replacing the earlier wish; null: not at all. */
  scheduleTick(delayMs: number | null): void;
  /** For the log: a failure, or a bug with its stack. Secrets never come here. */
  log(level: 'info' | 'warn' | 'error', text: string, cause?: unknown): void;
}

export type Attention = 'visible' | 'hidden' | 'idle';
