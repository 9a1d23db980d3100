// Plays a sequence, and gives the first breach of an invariant, or null.
import { App, type Shown } from './app';
import { Durations } from './durations';
import { INVARIANTS, endsInTheTruth } from './invariants';
import { believedOf, countedWorths, rowOf, type Moment, type Sums } from './moment';
import { DOLLAR, larger } from './exact';
import { Oracle, type Believed } from './oracle';
import { differenceOf } from './same';
import type { Deed, Sequence, Step } from './sequence';
import { Service, type Sent } from './service';
import { OWN_TOKENS, Truth } from './truth';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const START = Date.UTC(2026, 10, 22, 9);

/** Looks come so long after the first answer of a doubt. */
const LOOKS_MS = [20 * SECOND_MS, 90 * SECOND_MS, 5 * MINUTE_MS, 10 * MINUTE_MS, 11 * MINUTE_MS];
/** What confirms a change of ten minutes: no gap counts for more than five. */
const SETTLE_MS = [MINUTE_MS, 5 * MINUTE_MS, 5 * MINUTE_MS, 20 * SECOND_MS];

const NAMED_INVARIANTS = Object.entries(INVARIANTS);

export interface Breach {
  /** Begins with the name of the invariant and a colon. */
  readonly what: string;
  /** The step of it; the number after the last one: when all was told for long enough. */
  readonly step: number;
}

/** `onRound`: sees each round before it is judged. */
export async function breachIn(
  sequence: Sequence,
  durations = new Durations(),
  onRound?: (moment: Moment) => void
): Promise<Breach | null> {
  const play = new Play(sequence, durations, onRound);
  let step = -1;
  try {
    let what = play.begin();
    for (step = 0; what === null && step < sequence.steps.length; step++)
      what = await play.step(sequence.steps[step]!);
    if (what === null) what = play.settle();
    else step--;
    return what === null ? null : { what, step };
  } catch (thrown) {
    return { what: `thrown: ${thrown instanceof Error ? thrown.stack : String(thrown)}`, step };
  }
}

class Play {
  readonly #truth: Truth;
  readonly #service: Service;
  readonly #oracle: Oracle;
  readonly #app: App;
  readonly #sums: Sums = {
    greatest: 0n,
    left: 0n,
    leftAt: 0,
    wasWhole: false,
    allowance: 0n,
    mostCounted: new Map(),
    parts: new Map(),
    toldDoubts: new Set(),
    asked: []
  };
  #at = START;
  #skewMs = 0;
  #before: Shown | null = null;
  #deeds: readonly Deed[] = [];
  #isHonest = true;
  /** Moves that the receiving wallet may show before the sending one was asked. */
  #moves: { from: number; to: number }[] = [];

  constructor(
    readonly sequence: Sequence,
    readonly durations: Durations,
    readonly onRound?: (moment: Moment) => void
  ) {
    this.#truth = new Truth(sequence);
    this.#service = new Service(this.#truth, sequence);
    this.#oracle = new Oracle(
      this.#truth,
      wallet => sequence.wallets[wallet] === 'v5-account',
      (wallet, place) => this.#believed(wallet, place)
    );
    this.#app = new App(sequence, START);
  }

  #believed(wallet: number, place: number): Believed | null {
    return this.#before && believedOf(this.#before, rowOf(this.#before, wallet, place, this.#truth));
  }

  begin(): string | null {
    this.#oracle.see();
    const what = this.#round(this.sequence.wallets.map((_, wallet) => wallet));
    if (what) return what;
    const { own } = countedWorths({ shown: this.#before!, truth: this.#truth });
    if (own < 100n * DOLLAR) this.#sums.allowance = 100_000n * DOLLAR;
    return null;
  }

  async step({ waitMs, deeds, lies, polled }: Step): Promise<string | null> {
    this.#at += this.sequence.isLookedAt ? Math.min(waitMs, this.#untilLookMs()) : waitMs;
    const isLate = this.#arrive();
    for (const deed of deeds) this.#do(deed);
    this.#deeds = isLate ? [] : deeds;
    if (lies.length > 0 || deeds.some(deed => deed.do === 'clock' || deed.do === 'kill'))
      this.#isHonest = false;
    this.#oracle.see();
    for (const lie of lies) this.#service.lie(lie);
    if (deeds.some(deed => deed.do === 'kill')) {
      // Asked and lost: the service answered, but nothing of it was written.
      this.#app.round(this.#ask(polled), this.#now, this.#skewMs);
      return await this.#restart();
    }
    const what = this.#round(polled);
    return what ?? (deeds.some(deed => deed.do === 'restart') ? await this.#restart() : null);
  }

  /** The truth rests, and is told until each change of it must have been believed. */
  settle(): string | null {
    this.#service.endLies();
    this.#deeds = [];
    const all = this.sequence.wallets.map((_, wallet) => wallet);
    const told = (waits: readonly number[]) => {
      for (const waitMs of waits) {
        this.#at += waitMs;
        const what = this.#round(all);
        if (what) return what;
      }
      return null;
    };
    const ended = () => endsInTheTruth(this.#moment(this.#before!, [], null));
    const what = told(SETTLE_MS);
    if (what) return what;
    if (ended() === null) return null;
    // A chain without any row takes an hour.
    const late = told(Array.from({ length: 14 }, () => 5 * MINUTE_MS));
    const end = late ?? ended();
    return end && !late ? `endsInTheTruth: ${end}` : end;
  }

  /** Whether something that was on the way came. */
  #arrive(): boolean {
    let isLate = false;
    this.durations.change(this.#truth, 'late', () => (isLate = this.#truth.arrive().length > 0));
    return isLate;
  }

  get #now(): number {
    return this.#at + this.#skewMs;
  }

  #do(deed: Deed): void {
    if (deed.do === 'clock') {
      this.#skewMs += deed.ms;
      this.#oracle.hasClockJumped = true;
    }
    if (deed.do === 'move') this.#moves.push({ from: deed.wallet, to: deed.to });
    this.durations.change(this.#truth, deed.do, () => this.#truth.do(deed));
  }

  #untilLookMs(): number {
    const doubts = Object.values(this.#before ? this.#before.model.verification.doubts : {}).filter(
      ({ isQuiet }) => !isQuiet
    );
    const waits = doubts.flatMap(({ since }) =>
      LOOKS_MS.map(look => since + look - this.#now).filter(waitMs => waitMs > 0)
    );
    return Math.max(SECOND_MS, Math.min(Infinity, ...waits));
  }

  /** Where an arrival may come from another wallet, that one is asked too. */
  #ask(polled: readonly number[]): Sent[] {
    const wallets = [...new Set(polled)].filter(wallet => wallet < this.sequence.wallets.length);
    for (const { from, to } of this.#moves)
      if (wallets.includes(to) && !wallets.includes(from)) wallets.push(from);
    const sent = wallets.map(wallet => this.#service.answer(wallet, this.#at));
    this.#moves = this.#moves.filter(
      ({ from }) => !sent.some(one => one.wallet === from && one.reply && !one.isOld)
    );
    return sent;
  }

  #round(polled: readonly number[]): string | null {
    const sent = this.#ask(polled);
    const before = this.#app.model;
    const shown = this.#app.round(sent, this.#now, this.#skewMs);
    this.#sumUp(sent);
    this.#oracle.hear(sent);
    const moment = this.#moment(shown, sent, this.#before);
    this.onRound?.(moment);
    const what = this.#breachOf(moment);
    if (what) return what;
    if (sent.length > 1 && this.sequence.isReordered) {
      const other = this.#app.round([...sent].reverse(), this.#now, this.#skewMs, App.undrawn(before));
      const differs = differenceOf(shown, other);
      if (differs) return `sameInAnyOrder: ${differs}`;
    }
    this.durations.believe(this.#truth, shown, sent, this.#at);
    this.#app.take(shown);
    this.#before = shown;
    this.#sums.wasWhole = sent.length === this.sequence.wallets.length;
    return null;
  }

  #breachOf(moment: Moment): string | null {
    for (const [name, invariant] of NAMED_INVARIANTS) {
      const what = invariant(moment);
      if (what) return `${name}: ${what}`;
    }
    return null;
  }

  #moment(shown: Shown, sent: readonly Sent[], before: Shown | null): Moment {
    const { sequence } = this;
    const [truth, oracle, sums] = [this.#truth, this.#oracle, this.#sums];
    const [deeds, isHonest] = [this.#deeds, this.#isHonest];
    return { sequence, truth, oracle, sent, before, shown, at: this.#at, sums, deeds, isHonest };
  }

  /** What answers say to have left may pay for anything that comes. */
  #sumUp(sent: readonly Sent[]): void {
    for (const one of sent)
      for (const [place, said] of one.said.entries()) {
        // What the scammer takes back pays for nothing.
        if (said?.amount == null || place >= OWN_TOKENS) continue;
        const most = [...this.#oracle.of(one.wallet, place).amount.may].reduce((a, b) => (a > b ? a : b));
        if (said.amount >= most) continue;
        // What is gone was worth as much as was believed of it: no answer says what it would be worth now.
        const price = larger(
          this.#truth.tokens[place]!.price,
          this.#believed(one.wallet, place)?.price ?? 0n
        );
        this.#sums.left += (most - said.amount) * price;
        this.#sums.leftAt = this.#at;
      }
  }

  /** Another start knows what the files hold, and shows the same. */
  async #restart(): Promise<string | null> {
    const model = await this.#app.restarted();
    const last = this.#before!;
    const shown = this.#app.show(model, this.#now);
    const differs = differenceOf(
      { ...last, portfolio: this.#app.show(this.#app.model, this.#now) },
      { ...last, portfolio: shown }
    );
    this.#app.model = model;
    return differs && `sameAfterRestart: ${differs}`;
  }
}
