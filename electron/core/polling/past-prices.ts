// Past prices: asks for what is missing of them, one request at a time, in the time that nothing else needs.
// What it learned is in the files of the sources; the model has only what each token cost a day ago.
import { MINUTE_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import { tokenOf } from '../../../shared/domain/holding-id';
import { REQUEST_SPACING_MS } from '../../../shared/domain/limits';
import { SOURCES, type SourceId } from '../../../shared/domain/sources';
import type { HoldingRow } from '../../../shared/schema/app-state';
import type { Settings } from '../../../shared/schema/settings';
import type { Wallet } from '../../../shared/schema/wallet';
import type { StoredPastPrices } from '../ports/past-prices';
import type { World } from '../ports/world';
import { COMPARED_COINS } from '../comparison/compared-line';
import { dayOldPrices } from '../prices/day-old-prices';
import {
  isRefused,
  keptTokens,
  nextQuestion,
  NO_PAST_PRICES,
  withAnswer,
  type PriceQuestion,
  type WantedToken
} from '../prices/price-plan';
import { wantedTokens } from '../prices/wanted-tokens';
import { modelPortfolio } from '../state/app-state';
import { nextDueAt, type Model, type ModelUpdate } from '../state/model';
import { sendSigned } from './signed-request';

const SOURCE_IDS = Object.keys(SOURCES) as SourceId[];

/** A request that is sent must be over when a poll is due, so that the poll does not wait for its turn. */
const BEFORE_POLL_MS = 2 * REQUEST_SPACING_MS;
/** The year of all tokens is spread over hours: so many requests together, and then a pause. */
const MAX_DAYS_A_RUN = 10;
const DAYS_PAUSE_MS = 10 * MINUTE_MS;
/** When nothing is left to ask, the files are read again after this time: prices of a day ago are others by then. */
const REST_MS = 10 * MINUTE_MS;
/** A token whose request failed is asked again after this time. */
const FAILED_PAUSE_MS = 10 * MINUTE_MS;
/** So many answers are lost at most when the app is killed. */
const ANSWERS_A_WRITE = 10;
/** So many tokens one after the other that OKX refuses: then it is not about the token. */
const REFUSALS_OF_ALL = 3;

/** Failures that tell of the token and not of the service: the next token is asked. */
const OF_THE_TOKEN: ReadonlySet<FailureCode> = new Set([
  'chain-unsupported',
  'chain-mismatch',
  'address-format',
  'token-unknown',
  'request-refused',
  'reply-damaged',
  'reply-empty',
  'service-unknown-error'
]);

/** Failures that tell of what is asked as a whole, besides those that end every request of the key. */
const OF_ALL: ReadonlySet<FailureCode> = new Set([
  'quota-used-up',
  'region-blocked',
  'address-not-allowed',
  'address-blocked',
  'redirected',
  'not-okx'
]);

/** What it needs of the engine, whose model changes while it waits. */
export interface PastPriceHost {
  model(): Model;
  /** Whether a round or a look is under way, or the engine is closed. */
  isBusy(): boolean;
  /** Whether others write the files by now. */
  isAbandoned(): boolean;
  update(change: ModelUpdate): void;
}

/** The stored past prices of each source while they are asked, and which of them changed. */
interface Run {
  readonly stored: Map<SourceId, StoredPastPrices>;
  readonly changed: Set<SourceId>;
  readonly wanted: readonly WantedToken[];
  /** Tokens that were refused since the last answer. */
  readonly refusals: Map<SourceId, number>;
}

interface Rest {
  readonly until: number;
  readonly tokens: string;
  readonly of: Held;
}

/** What decides, within the time of a rest, which tokens are wanted: not their worths, which move with each poll. */
interface Held {
  readonly settings: Settings | null;
  readonly ids: string;
}

const NO_REST: Rest = { until: -Infinity, tokens: '', of: { settings: null, ids: '' } };

function heldIn({ settings, snapshots }: Model): Held {
  const ids = snapshots.flatMap(({ holdings }) =>
    holdings.map(({ id, price }) => (price === null ? '' : id))
  );
  return { settings, ids: ids.join() };
}

function isSameHeld(a: Held, b: Held): boolean {
  return a.settings === b.settings && a.ids === b.ids;
}

export class PastPrices {
  #last: Promise<void> = Promise.resolve();
  #isRunning = false;
  #daysAskedAt = -Infinity;
  /** Nothing is to be asked for these tokens before this moment, ms; `of`: what they were found in. */
  #rest: Rest = NO_REST;
  /** Tokens whose details were opened, and of which no past was known. */
  readonly #opened = new Set<string>();
  /** When the request of a token failed for a reason that may soon be over, ms. */
  readonly #failedAt = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly host: PastPriceHost
  ) {}

  /** Reads what each token cost a day ago. */
  load(): Promise<void> {
    return this.#enqueue(async () => this.#show(await this.#read()));
  }

  /** Called when something else is over: asks until the next thing is due. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#enqueue(() => this.#run()).finally(() => (this.#isRunning = false));
  }

  /** Called when the details of a token are opened of which no past is known: it is asked next. */
  open(token: string): void {
    if (this.#opened.has(token)) return;
    this.#opened.add(token);
    this.#rest = NO_REST;
    this.start();
  }

  /** Called when wallets were removed: what no wallet holds any more is removed too. */
  prune(): Promise<void> {
    return this.#enqueue(async () => {
      const stored = await this.#read();
      await this.#write(stored, SOURCE_IDS);
      this.#show(stored);
    });
  }

  /** Resolves when what is under way is over and written. */
  settle(): Promise<void> {
    return this.#last;
  }

  /** One after the other, because they write the same files. A failure costs the past, and nothing else. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    if (!this.world.pastPrices) return Promise.resolve();
    this.#last = this.#last
      .then(work)
      .catch((thrown: unknown) => this.world.log('error', 'past prices failed', thrown));
    return this.#last;
  }

  async #run(): Promise<void> {
    const of = heldIn(this.host.model());
    // To value a portfolio only to find the same tokens in it would be work at every poll.
    if (!this.#mayAsk() || (this.#isResting && isSameHeld(this.#rest.of, of))) return;
    const wanted = withComparedCoin(
      wantedTokens(this.#rows(), askableWallets(this.host.model())),
      this.host.model()
    );
    const tokens = wanted.map(({ token }) => token).join();
    if (this.#isResting && this.#rest.tokens === tokens) {
      this.#rest = { ...this.#rest, of };
      return;
    }
    const run: Run = { stored: await this.#read(), changed: new Set(), wanted, refusals: new Map() };
    const isDone = await this.#askAll(run);
    await this.#write(run.stored, run.changed);
    this.#show(run.stored);
    const restMs = isDone ? REST_MS : 0;
    this.#rest = { until: this.world.clock.now() + restMs, tokens, of };
  }

  get #isResting(): boolean {
    return this.#rest.until > this.world.clock.now();
  }

  /** Gives whether nothing more is to be asked for now. */
  async #askAll(run: Run): Promise<boolean> {
    const { clock } = this.world;
    let daysLeft = Math.abs(clock.now() - this.#daysAskedAt) < DAYS_PAUSE_MS ? 0 : MAX_DAYS_A_RUN;
    for (let asked = 1; this.#mayAsk(); asked++) {
      const limits = { skipped: this.#skippedTokens(), areDaysAllowed: daysLeft > 0, opened: this.#opened };
      const storedOf = (source: SourceId) => run.stored.get(source) ?? NO_PAST_PRICES;
      const question = nextQuestion(run.wanted, storedOf, limits, clock.now());
      if (!question) return true;
      if (question.request.period === '1d') {
        daysLeft--;
        this.#daysAskedAt = clock.now();
      }
      if (!(await this.#ask(question, run))) return false;
      if (asked % ANSWERS_A_WRITE > 0) continue;
      await this.#write(run.stored, run.changed);
      run.changed.clear();
      this.#show(run.stored);
    }
    return false;
  }

  /** Gives whether the next question may be asked at once. */
  async #ask(question: PriceQuestion, run: Run): Promise<boolean> {
    const { source, token, keyId } = question.wanted;
    const { clock, drivers, pastPrices } = this.world;
    const { settings, clockOffsets } = this.host.model();
    const key = settings.keys.find(({ id }) => id === keyId);
    if (!key || !pastPrices) return false;
    const { service } = pastPrices;
    const task = {
      key,
      plan: () => service.plan(source, question.request),
      priority: 'past' as const,
      sign: drivers[source].sign,
      read: service.read
    };
    const result = await sendSigned(task, this.world, clockOffsets[key.id] ?? 0);
    const now = clock.now();
    const stored = run.stored.get(source) ?? NO_PAST_PRICES;
    const keep = (next: StoredPastPrices) => {
      run.stored.set(source, next);
      run.changed.add(source);
    };
    if (!result.failure) {
      run.refusals.delete(source);
      keep(withAnswer(stored, question, result.content, now));
      return true;
    }
    const { code, message } = result.failure;
    if (OF_THE_TOKEN.has(code)) {
      const refusals = (run.refusals.get(source) ?? 0) + 1;
      run.refusals.set(source, refusals);
      const next = withAnswer(stored, question, [], now);
      keep(isRefusedAsAWhole(next, refusals, run.wanted) ? { ...next, refusedAt: now } : next);
    } else if (reactionTo(code) === 'stop' || OF_ALL.has(code)) keep({ ...stored, refusedAt: now });
    else {
      this.#failedAt.set(token, now);
      this.world.log('warn', `past prices: ${message}`);
      return false;
    }
    this.world.log('warn', `past prices: ${message}`);
    return true;
  }

  #skippedTokens(): Set<string> {
    const now = this.world.clock.now();
    for (const [token, at] of this.#failedAt)
      if (Math.abs(now - at) >= FAILED_PAUSE_MS) this.#failedAt.delete(token);
    return new Set(this.#failedAt.keys());
  }

  /** Not while anything else is under way, paused or soon due: what waits here delays nothing. */
  #mayAsk(): boolean {
    const model = this.host.model();
    const { clock } = this.world;
    const { choices } = model.settings;
    if (clock.isFixed || !choices.pastPrices || this.host.isBusy()) return false;
    const now = clock.now();
    const dueAt = nextDueAt(model, now);
    const beforePollMs = BEFORE_POLL_MS * (clock.times ?? 1);
    return choices.pausedUntil <= now && dueAt !== null && dueAt - now > beforePollMs;
  }

  #rows(): readonly HoldingRow[] {
    return modelPortfolio(this.host.model(), this.world.chains, this.world.clock.now()).holdings;
  }

  async #read(): Promise<Run['stored']> {
    const stored: Run['stored'] = new Map();
    for (const source of SOURCE_IDS) {
      const { content, setAsideAs } = (await this.world.pastPrices?.files.read(source)) ?? {};
      if (setAsideAs) this.world.log('warn', `past prices were damaged, and are kept as ${setAsideAs}`);
      if (content) stored.set(source, content);
    }
    return stored;
  }

  /** Without the tokens that no wallet holds any more. What is unchanged is not written. */
  async #write(stored: Run['stored'], sources: Iterable<SourceId>): Promise<void> {
    for (const source of sources) {
      const before = stored.get(source);
      if (!before || this.host.isAbandoned()) continue;
      const next = keptTokens(before, heldTokens(this.host.model(), source));
      stored.set(source, next);
      await this.world.pastPrices?.files.write(source, next);
    }
  }

  #show(stored: Run['stored']): void {
    const { points } = this.host.model();
    const now = this.world.clock.now();
    const pricedAt = points.at(-1)?.at ?? now;
    const refused = [...stored.values()].filter(one => isRefused(one, now));
    const pastPrices = {
      dayOld: dayOldPrices([...stored.values()], pricedAt),
      isRefused: refused.length > 0
    };
    this.host.update(model => ({ ...model, pastPrices }));
  }
}

/** Those that are polled, and were answered last time. */
function askableWallets({ settings, pollSchedules }: Model): Wallet[] {
  return settings.wallets.filter(
    ({ id, isPaused }) => isPaused !== true && pollSchedules[id]?.failuresInRow === 0
  );
}

function heldTokens({ settings, snapshots }: Model, source: SourceId): Set<string> {
  const walletIds = new Set(settings.wallets.flatMap(wallet => (wallet.source === source ? wallet.id : [])));
  const held = snapshots.filter(({ walletId }) => walletIds.has(walletId));
  const coin = comparedCoinOf({ settings });
  return new Set([...held.flatMap(({ holdings }) => holdings.map(tokenOf)), ...(coin ? [coin] : [])]);
}

/** The coin that the chart is compared with; null: none. */
function comparedCoinOf({ settings }: Pick<Model, 'settings'>): string | null {
  const { compareWith } = settings.choices;
  return compareWith === 'none' || compareWith === 'unchanged' ? null : COMPARED_COINS[compareWith];
}

/** A coin that nobody holds is asked with the key of the first wallet. */
function withComparedCoin(wanted: WantedToken[], model: Model): WantedToken[] {
  const coin = comparedCoinOf(model);
  const [wallet] = askableWallets(model);
  if (coin === null || !wallet || wanted.some(({ token }) => token === coin)) return wanted;
  const chainIndex = coin.slice(0, -1);
  const { source, keyId } = wallet;
  return [{ token: coin, chainIndex, tokenAddress: '', source, keyId }, ...wanted];
}

/** Only as long as not one token was answered: later it is about the tokens. */
function isRefusedAsAWhole(
  { tokens }: StoredPastPrices,
  refusals: number,
  wanted: readonly WantedToken[]
): boolean {
  const isAnyKnown = Object.values(tokens).some(({ hours, days }) => hours !== '' || days !== '');
  return !isAnyKnown && refusals >= Math.min(REFUSALS_OF_ALL, wanted.length);
}
