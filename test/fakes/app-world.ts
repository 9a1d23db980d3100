// A whole world for the application: real drivers and real HTTP to a fake server; clock, keychain and files in memory.
import { freshChainList } from './chain-list';
import { createHttp } from '../../electron/adapters/http/http';
import type { HistoryPoint } from '../../electron/core/ports/history-point';
import { entryWithoutWallet } from '../../electron/core/alerts/wallet-entries';
import { pointsWithoutWallet } from '../../electron/core/history/restated-points';
import type { World, Attention } from '../../electron/core/ports/world';
import { EXAMPLE_ACCOUNT_ID } from '../../electron/fake-okx/service/asset-rows';
import { startServer, type FakeOkx } from '../../electron/fake-okx/server';
import { chainFacts } from '../../electron/okx/chains';
import { drivers } from '../../electron/okx/drivers';
import { DEFAULT_CHOICES } from '../../shared/domain/default-settings';
import { Failure } from '../../shared/domain/failure';
import type { Credentials, Key } from '../../shared/schema/key';
import type { Settings } from '../../shared/schema/settings';
import type { StoredSnapshots } from '../../shared/schema/snapshot';
import type { Entry, Notification } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';
import type { Wallet } from '../../shared/schema/wallet';

export const START = Date.UTC(2026, 10, 22, 9);
export const EXAMPLE_TOTAL = '21203.4647571980138270671868009097182176';
export const CREDENTIALS: Credentials = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'TEST-PASSPHRASE-77',
  projectId: null
};
export const WALLET: Extract<Wallet, { source: 'v5-account' }> = {
  id: 'w1',
  name: 'Cold wallet',
  keyId: 'k1',
  source: 'v5-account',
  accountId: EXAMPLE_ACCOUNT_ID,
  chains: []
};

type Disk = 'settings' | 'snapshots' | 'history' | 'activity';

export interface AppWorld {
  readonly world: World;
  readonly server: FakeOkx;
  /** What happened, in order: `draw TOTAL`, `send`, `notify`, `write FILE`, `read key`. */
  readonly events: string[];
  readonly drawn: AppState[];
  readonly notified: Notification[];
  readonly logged: string[];
  readonly secrets: Map<string, Credentials>;
  readonly files: {
    settings: Settings | null;
    snapshots: StoredSnapshots | null;
    points: HistoryPoint[];
    entries: Entry[];
  };
  /** ms; moves only when a test moves it. */
  at: number;
  /** The difference of this computer's clock from the server's, ms. */
  skewMs: number;
  attention: Attention;
  fullDisks: Set<Disk>;
  keychainFailure: Failure | null;
  /** Where a notification is shown. */
  toldIn: 'desktop' | 'window' | null;
  /** The last value passed to the timer; undefined: none yet. */
  wakeIn: number | null | undefined;
  /** Delays requests from now on, until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

export const keyAt = (host: string): Key => ({ id: 'k1', name: 'OKX', host, keptIn: 'keychain' });

export function settingsAt(host: string, wallets: Wallet[] = [WALLET]): Settings {
  return { version: 1, keys: [keyAt(host)], wallets, choices: { ...DEFAULT_CHOICES } };
}

/** Connected to the server with OKX's own example; with `isConnected` false, nothing is saved yet. */
export async function startWorld({
  isConnected = true,
  wallets = [WALLET] as Wallet[]
} = {}): Promise<AppWorld> {
  const server = await startServer({ keys: [CREDENTIALS], now: () => made.at });
  const http = createHttp({ userAgent: 'Tokentray/test', isOnline: () => true, limitMs: 2000 });
  let ids = 0;
  let gate = Promise.resolve();
  const write = async (disk: Disk, work: () => void) => {
    made.events.push(`write ${disk}`);
    if (made.fullDisks.has(disk)) throw new Error('ENOSPC');
    work();
  };
  const world: World = {
    profile: 'live',
    drivers,
    chains: chainFacts,
    chainList: freshChainList(() => made.at + made.skewMs),
    http: {
      async send(request) {
        made.events.push('send');
        await gate;
        return await http.send(request);
      }
    },
    keychain: {
      async read(keyId) {
        made.events.push('read key');
        if (made.keychainFailure) throw made.keychainFailure;
        const found = made.secrets.get(keyId);
        if (!found) throw new Failure('key-not-in-keychain');
        return found;
      },
      async write(keyId, credentials) {
        if (made.keychainFailure) throw made.keychainFailure;
        made.secrets.set(keyId, credentials);
      },
      async forget(keyId) {
        if (made.keychainFailure) throw made.keychainFailure;
        made.secrets.delete(keyId);
      }
    },
    rateLimiter: { acquire: () => Promise.resolve() },
    clock: {
      now: () => made.at + made.skewMs,
      random: () => 0.5,
      newId: () => `new-${++ids}`,
      minuteOfDay: at => Math.floor(at / 60_000) % 1440
    },
    settings: {
      read: async () => ({ content: made.files.settings, setAsideAs: null }),
      write: settings => write('settings', () => (made.files.settings = settings))
    },
    snapshots: {
      read: async () => ({ content: made.files.snapshots, setAsideAs: null }),
      write: snapshots => write('snapshots', () => (made.files.snapshots = snapshots))
    },
    history: {
      read: async (_, since) => ({
        content: made.files.points.filter(point => point.at >= since),
        setAsideAs: null
      }),
      append: point => write('history', () => made.files.points.push(point)),
      async remove(at) {
        const others = made.files.points.filter(point => point.at !== at);
        const isFound = others.length < made.files.points.length;
        await write('history', () => (made.files.points = others));
        return isFound;
      },
      forget: (walletId, last) =>
        write('history', () => (made.files.points = pointsWithoutWallet(made.files.points, walletId, last)))
    },
    activity: {
      read: async since => ({
        content: made.files.entries.filter(({ at }) => at >= since),
        setAsideAs: null
      }),
      append: entries =>
        write('activity', () => {
          const others = made.files.entries.filter(({ id }) => entries.every(entry => entry.id !== id));
          made.files.entries = [...[...entries].reverse(), ...others];
        }),
      markNotified: (ids, at, where) =>
        write('activity', () => {
          const isNotified = ({ id }: Entry) => ids.includes(id);
          made.files.entries = made.files.entries.map(one =>
            isNotified(one) ? { ...one, toldAt: at, toldIn: where } : one
          );
        }),
      forget: walletId =>
        write(
          'activity',
          () =>
            (made.files.entries = made.files.entries.flatMap(
              entry => entryWithoutWallet(entry, walletId) ?? []
            ))
        )
    },
    surfaces: {
      draw(state) {
        made.drawn.push(state);
        made.events.push(`draw ${state.portfolio.takenAt === null ? 'nothing' : state.portfolio.total}`);
      },
      async notify(notification) {
        made.notified.push(notification);
        made.events.push('notify');
        return made.toldIn;
      },
      attention: () => made.attention
    },
    fixedIntervalMs: null,
    preferredLanguages: [],
    scheduleTick: delayMs => void (made.wakeIn = delayMs),
    log: (level, text, cause) =>
      void made.logged.push(`${level} ${text} ${cause instanceof Error ? cause.message : ''}`)
  };
  const made: AppWorld = {
    world,
    server,
    events: [],
    drawn: [],
    notified: [],
    logged: [],
    secrets: new Map(isConnected ? [['k1', CREDENTIALS]] : []),
    files: {
      settings: isConnected ? settingsAt(server.origin, wallets) : null,
      snapshots: null,
      points: [],
      entries: []
    },
    toldIn: 'desktop',
    at: START,
    skewMs: 0,
    attention: 'hidden',
    fullDisks: new Set(),
    keychainFailure: null,
    wakeIn: undefined,
    hold() {
      let release = () => undefined as void;
      gate = new Promise(resolve => (release = resolve));
      return () => release();
    },
    close: () => server.close()
  };
  return made;
}
