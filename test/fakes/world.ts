// A world without network, files and clock: real drivers, replies that a test defines, everything recorded.
import { freshChainList } from './chain-list';
import type { HistoryPoint } from '../../electron/core/ports/history-point';
import { emptyModel, type Model } from '../../electron/core/state/model';
import type { HttpReply, SignedRequest } from '../../electron/core/ports/ports';
import { pointsWithoutWallet } from '../../electron/core/history/restated-points';
import type { World, Attention } from '../../electron/core/ports/world';
import { drivers } from '../../electron/okx/drivers';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { Failure } from '../../shared/domain/failure';
import type { RequestPriority } from '../../shared/domain/limits';
import type { Credentials } from '../../shared/schema/key';
import type { Settings } from '../../shared/schema/settings';
import type { StoredSnapshots } from '../../shared/schema/snapshot';
import type { Entry, Notification } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';
import { chainFacts, KEY, NOW, walletOf } from './holdings';

export const CREDENTIALS: Credentials = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'pass',
  projectId: null
};

/** Gives the reply to a request, or throws the Failure of the network. */
export type Script = (request: SignedRequest, turn: number) => HttpReply;

export interface FakeWorld extends World {
  /** ms; moves only when a test moves it. */
  at: number;
  randomValue: number;
  watched: Attention;
  script: Script;
  readonly requests: SignedRequest[];
  /** The key id of each call that waited for the rate limiter. */
  readonly acquiredKeyIds: string[];
  /** What each of these calls was for. */
  readonly priorities: RequestPriority[];
  readonly secrets: Map<string, Credentials>;
  readonly files: {
    settings: Settings | null;
    snapshots: StoredSnapshots | null;
    points: HistoryPoint[];
    /** The activity, newest first. */
    entries: Entry[];
  };
  /** Files that were set aside as damaged, by their new name. */
  readonly setAside: { settings: string | null; snapshots: string | null; history: string | null };
  readonly drawn: AppState[];
  readonly notified: Notification[];
  readonly logged: string[];
  wokenIn: number | null;
}

/** OKX's answer with these rows; `date` by the service's clock. */
export function reply(rows: readonly unknown[], date?: number): HttpReply {
  const headers: Record<string, string> = date === undefined ? {} : { date: new Date(date).toUTCString() };
  const body = JSON.stringify({ code: '0', msg: 'success', data: [{ tokenAssets: rows }] });
  return { status: 200, headers, body };
}

/** OKX's refusal by its own code. */
export function refuse(code: string, status = 200, headers: Record<string, string> = {}): HttpReply {
  return { status, headers, body: JSON.stringify({ code, msg: 'no', data: [] }) };
}

export function settingsOf(
  wallets: Wallet[] = [walletOf()],
  choices: Partial<Settings['choices']> = {}
): Settings {
  return { ...EMPTY_SETTINGS, keys: [KEY], wallets, choices: { ...DEFAULT_CHOICES, ...choices } };
}

export function modelOf(wallets?: Wallet[], choices?: Partial<Settings['choices']>): Model {
  return { ...emptyModel('live', 11 * 60_000), isLoaded: true, settings: settingsOf(wallets, choices) };
}

export function fakeWorld(): FakeWorld {
  const world: FakeWorld = {
    at: NOW,
    randomValue: 0.5,
    watched: 'hidden',
    script: () => reply([]),
    requests: [],
    acquiredKeyIds: [],
    priorities: [],
    secrets: new Map([[KEY.id, CREDENTIALS]]),
    files: { settings: null, snapshots: null, points: [], entries: [] },
    setAside: { settings: null, snapshots: null, history: null },
    drawn: [],
    notified: [],
    logged: [],
    wokenIn: null,
    profile: 'live',
    drivers,
    chains: chainFacts,
    chainList: freshChainList(() => world.at),
    http: {
      async send(request) {
        world.requests.push(request);
        return world.script(request, world.requests.length);
      }
    },
    ...stores(() => world),
    rateLimiter: {
      async acquire(keyId, priority) {
        world.acquiredKeyIds.push(keyId);
        world.priorities.push(priority);
      }
    },
    clock: {
      now: () => world.at,
      random: () => world.randomValue,
      newId: () => `id-${world.requests.length}`,
      minuteOfDay: at => Math.floor(at / 60_000) % 1440
    },
    surfaces: {
      draw: state => void world.drawn.push(state),
      notify: async notification => {
        world.notified.push(notification);
        return 'desktop';
      },
      attention: () => world.watched
    },
    fixedIntervalMs: null,
    preferredLanguages: [],
    scheduleTick: delayMs => void (world.wokenIn = delayMs),
    log: (level, text) => void world.logged.push(`${level} ${text}`)
  };
  return world;
}

type Stores = Pick<World, 'keychain' | 'settings' | 'snapshots' | 'history' | 'activity'>;

/**
 * Keychain and files in memory; `of` is a function because they store their content in the world that they are part
 * of.
 */
function stores(of: () => FakeWorld): Stores {
  return {
    keychain: {
      async read(keyId) {
        const found = of().secrets.get(keyId);
        if (!found) throw new Failure('key-not-in-keychain');
        return found;
      },
      write: async (keyId, credentials) => void of().secrets.set(keyId, credentials),
      forget: async keyId => void of().secrets.delete(keyId)
    },
    settings: {
      read: async () => ({ content: of().files.settings, setAsideAs: of().setAside.settings }),
      write: async settings => void (of().files.settings = settings)
    },
    snapshots: {
      read: async () => ({ content: of().files.snapshots, setAsideAs: of().setAside.snapshots }),
      write: async snapshots => void (of().files.snapshots = snapshots)
    },
    history: {
      async read(_, since) {
        const points = of().files.points.filter(point => point.at >= since);
        return { content: points, setAsideAs: of().setAside.history };
      },
      remove: async at => {
        const others = of().files.points.filter(point => point.at !== at);
        const isFound = others.length < of().files.points.length;
        of().files.points = others;
        return isFound;
      },
      forget: async (walletId, last) =>
        void (of().files.points = pointsWithoutWallet(of().files.points, walletId, last)),
      append: async point => void of().files.points.push(point)
    },
    activity: {
      read: async since => ({
        content: of().files.entries.filter(({ at }) => at >= since),
        setAsideAs: null
      }),
      append: async entries => void of().files.entries.unshift(...entries),
      markNotified: async (ids, at, where) => {
        const noted = of().files.entries.map(entry =>
          ids.includes(entry.id) ? { ...entry, toldAt: at, toldIn: where } : entry
        );
        of().files.entries = noted;
      },
      forget: async walletId =>
        void (of().files.entries = of().files.entries.filter(entry => entry.walletId !== walletId))
    }
  };
}
