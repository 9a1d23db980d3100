// World: the interface of everything outside the application: all ports, the surfaces, the timer, the log.
import type { Notification } from '../../../shared/schema/activity';
import type { AppState, Portfolio } from '../../../shared/schema/app-state';
import type { Issue } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';
import type { ChainLookup } from './chain-facts';
import type { HistoryPoint } from './history-point';
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
import type { PastPriceFiles, PastPriceService } from './past-prices';
import type { ActivityLog, HistoryLog } from './storage';

/** All surfaces that show the app state. */
export interface SurfacesPort {
  /** `glance`: what tray and popover show, which may be one group of wallets; else the same state. */
  draw(state: AppState, glance: AppState): void;
  /**
   * Shows a native notification, or one inside the window while the window has the focus. Resolves with where it was
   * shown; null: the desktop refused it.
   */
  notify(notification: Notification): Promise<'desktop' | 'window' | null>;
  /**
   * The id of the notification that is still on the desktop, and that one with the same id may change without a sound;
   * null: none. Absent: never.
   */
  updatable?(): string | null;
  attention(): Attention;
  /** Issues of the surfaces themselves, such as a missing tray; they depend on the desktop, not on a profile. */
  issues?(): readonly Issue[];
}

/** What is believed at a moment, as the surfaces draw it. */
export interface BelievedState {
  readonly settings: Settings;
  readonly snapshots: readonly WalletSnapshot[];
  readonly verification: VerificationMemory;
  readonly staleAfterMs: number;
  /** The last day, oldest first, in order of arrival. */
  readonly points: readonly HistoryPoint[];
  readonly portfolio: Portfolio;
  readonly chains: ChainLookup;
  /** The files of the profile hold the same, or will in a moment: nothing keeps them from being read or written. */
  readonly isStored: boolean;
  readonly now: number;
}

/** Keeps what the reading commands would print, for programs that ask every few seconds. */
export interface AnswersPort {
  /** Cheap while nothing changed; never throws, and leaves no older answer where it cannot write. */
  lay(believed: BelievedState): void;
}

/** Everything outside the application, as the engine uses it. */
export interface World {
  readonly profile: AppState['profile'];
  readonly profileName?: string | null;
  readonly drivers: Drivers;
  /** The facts of the chain list: enough for code that only needs the name of a chain. */
  readonly chains: ChainLookup;
  readonly chainList: ChainList;
  readonly http: Http;
  readonly keychain: Keychain;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly settings: SettingsFile;
  readonly snapshots: Snapshots;
  readonly history: HistoryLog;
  readonly activity: ActivityLog;
  /** Past prices of tokens: how they are asked, and where they are kept. Absent: none are asked. */
  readonly pastPrices?: { readonly service: PastPriceService; readonly files: PastPriceFiles };
  readonly surfaces: SurfacesPort;
  /** Absent: nothing on this system reads them. */
  readonly answers?: AnswersPort;
  /** The preferred languages of the system, BCP 47, the most preferred first. */
  readonly preferredLanguages: readonly string[];
  /** Polls at this interval whatever the settings say, for the demo and for tests; null: the settings decide. */
  readonly fixedIntervalMs: number | null;
  /** Gives another text when the network returned or changed. Absent: changes of the network are not noticed. */
  networkFingerprint?(): string;
  /** Called when a round is over and the next one is minutes away: unused memory may be released. */
  releaseMemory?(): void;
  /** Sets the one timer: calls the engine's `tick` after `delayMs` instead of at the earlier time; null: never. */
  scheduleTick(delayMs: number | null): void;
  /** Writes to the log: a failure, or an internal error with its stack. No caller passes secrets. */
  log(level: 'info' | 'warn' | 'error', text: string, cause?: unknown): void;
}

export type Attention = 'visible' | 'hidden' | 'idle';
