// How long the honest wait: the time from the first answer that told a change to its being believed, by kind of deed.
import { parse } from './exact';
import type { Shown } from './app';
import { isCounted, isNamed, placesOf, rowOf } from './moment';
import type { Sent } from './service';
import type { Truth } from './truth';

interface Change {
  readonly kind: string;
  /** When an answer first told it, ms; null: none did yet. */
  toldAt: number | null;
}

export class Durations {
  /** Times in ms by kind. */
  readonly found: Record<string, number[]> = {};
  readonly #open = new Map<string, Change>();

  constructor(readonly isOn = false) {}

  /** For another sequence: what was not believed at the end of the last one is forgotten. */
  next(): this {
    this.#open.clear();
    return this;
  }

  /** What a deed changes waits to be believed. */
  change(truth: Truth, kind: string, deed: () => unknown): void {
    if (!this.isOn) return void deed();
    const text = (wallet: number, place: number) =>
      `${truth.amountOf(wallet, place)} ${truth.priceOf(place)}`;
    const before = new Map(
      [...placesOf({ truth })].map(([wallet, place]) => [`${wallet}/${place}`, text(wallet, place)])
    );
    deed();
    for (const [wallet, place] of placesOf({ truth })) {
      const key = `${wallet}/${place}`;
      if (before.get(key) === text(wallet, place)) continue;
      if (kind === 'price' && truth.amountOf(wallet, place) === 0n) continue;
      if (truth.tokens[place]!.isEstablished) this.#open.set(key, { kind, toldAt: null });
    }
  }

  believe(truth: Truth, shown: Shown, sent: readonly Sent[], at: number): void {
    for (const [key, change] of this.#open) {
      const [wallet, place] = key.split('/').map(Number) as [number, number];
      const [amount, price] = [truth.amountOf(wallet, place), truth.priceOf(place)];
      const said = sent.find(one => one.wallet === wallet && one.reply && !one.isOld)?.said[place];
      if (said && said.amount === amount && (amount === 0n || said.price === price)) change.toldAt ??= at;
      if (change.toldAt === null) continue;
      const row = rowOf(shown, wallet, place, truth);
      const isAmount = parse(row?.balance ?? '0') === amount;
      const isPrice =
        !row || price === null || (row.price !== null && parse(row.price) === price && isCounted(row));
      if (!isAmount || !isPrice || isNamed(shown, wallet, place, truth)) continue;
      (this.found[change.kind] ??= []).push(at - change.toldAt);
      this.#open.delete(key);
    }
  }
}
