// Plays a script over a year of polls, through what the application itself books rounds with, and notes every notice.
import { loadModel } from '../../../../electron/core/load';
import { emptyModel, type Model } from '../../../../electron/core/model';
import { bookRound } from '../../../../electron/core/round';
import type { Choices } from '../../../../shared/settings';
import { StoredSnapshots } from '../../../../shared/snapshot';
import type { Wallet } from '../../../../shared/wallet';
import { noticeText } from '../../../../shared/notice-words';
import { failed, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf } from '../../../fakes/world';
import { Market } from './market';
import { berlinMinute, DAY_MS, MINUTE_MS, moment, momentName, START } from './moments';

/** [when, what happens then]: a poll follows at once. */
export type Deed = readonly [when: string, deed: (play: Play) => void];
/** [when, title, lines of the body] */
export type Expected = readonly [when: string, title: string, ...body: string[]];

const BUSY_MS = 20 * MINUTE_MS;
const CALM_MS = 30 * MINUTE_MS;

export class Play {
  readonly market = new Market();
  readonly told: Expected[] = [];
  polls = 0;
  /** What this computer's clock is wrong by, ms. */
  skewMs = 0;
  /** No poll before this moment: the computer sleeps. */
  awakeFrom = 0;
  model: Model = modelOf();
  #ids = 0;
  readonly #world = {
    ...fakeWorld(),
    clock: {
      now: () => this.#at + this.skewMs,
      random: () => 0.5,
      newId: () => `e${++this.#ids}`,
      minuteOfDay: berlinMinute
    }
  };
  #at = START;
  #pending: Promise<Model> | null = null;
  #steady: string | null = null;

  choose(change: Partial<Choices>): void {
    this.#settle({ choices: { ...this.model.settings.choices, ...change } });
  }

  wallets(change: (wallets: readonly Wallet[]) => Wallet[]): void {
    this.#settle({ wallets: change(this.model.settings.wallets) });
  }

  fail(code: Parameters<Market['failing']['set']>[1], ...walletIds: string[]): void {
    for (const id of walletIds) this.market.failing.set(id, code);
  }

  give(symbol: string, amount: number): void {
    this.market.give('w1', symbol, amount);
  }

  price(symbol: string, price: string | null): void {
    this.market.tokens[symbol]!.price = price;
  }

  sleepUntil(when: string): void {
    this.awakeFrom = moment(when);
  }

  /** Quit and started again: what is known then is what the files hold. */
  restart(): void {
    const { settings, snapshots, alerts, staleAfterMs } = this.model;
    const stored = { version: 1, savedAt: this.#at, staleAfterMs, wallets: snapshots, alerts };
    const { files } = this.#world;
    files.settings = settings;
    files.snapshots = StoredSnapshots.parse(JSON.parse(JSON.stringify(stored)));
    this.#pending = loadModel(emptyModel('live', staleAfterMs), this.#world);
  }

  async run(script: readonly Deed[], isBusy: (at: number) => boolean): Promise<void> {
    const deeds = script.map(([when, deed]) => ({ at: moment(when), deed })).sort((a, b) => a.at - b.at);
    const moments = new Set(deeds.map(({ at }) => at));
    const end = START + 365 * DAY_MS;
    for (let at = START; at < end; at += isBusy(at) ? BUSY_MS : CALM_MS) moments.add(at);
    let next = 0;
    for (const at of [...moments].sort((a, b) => a - b)) {
      this.#at = at;
      for (; deeds[next]?.at === at; next++) deeds[next]!.deed(this);
      if (this.#pending) {
        this.model = await this.#pending;
        this.#pending = null;
      }
      if (at >= this.awakeFrom) this.#poll(!isBusy(at));
    }
  }

  #settle(change: Partial<Model['settings']>): void {
    this.model = { ...this.model, settings: { ...this.model.settings, ...change } };
  }

  #flutter(dollars: number): void {
    const eth = this.market.tokens['ETH']!;
    if (dollars !== 0) this.#steady ??= eth.price;
    if (this.#steady === null) return;
    eth.price = String(Number(this.#steady) + dollars);
    if (dollars === 0) this.#steady = null;
  }

  /** `isNoisy`: a price flutters, and now and then a poll fails, or brings half. */
  #poll(isNoisy: boolean): void {
    const turn = this.polls++;
    const now = this.#at + this.skewMs;
    this.#flutter(isNoisy ? ((turn * 7) % 11) - 5 : 0);
    const polled = this.model.settings.wallets.map(wallet => {
      const isHalf = isNoisy && turn % 37 === 0 && wallet.chains.length === 2;
      const answer = isHalf ? this.market.half(wallet, now) : this.market.outcome(wallet, now);
      const outcome = isNoisy && turn % 41 === 0 ? failed('timeout') : answer;
      return { wallet, key: { id: wallet.keyId }, outcome };
    });
    const { model, point, notice } = bookRound(this.model, polled, this.#world);
    this.model = model;
    if (point) this.#world.files.points.push(point);
    if (!notice) return;
    const { title, body } = noticeText(notice, false);
    const plain = (text: string) => text.replaceAll('\u202f', ' ');
    this.told.push([momentName(this.#at), plain(title), ...plain(body).split('\n')]);
  }
}

export const DAILY: Wallet = {
  id: 'w2',
  name: 'Daily',
  keyId: walletOf().keyId,
  source: 'v6-address',
  address: '0xda11',
  chains: ['1', '56']
};
