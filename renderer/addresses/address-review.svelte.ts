// State of the pasted addresses: text, review by the main process, and what was chosen for each.
import type { AddressReview } from '../../shared/schema/address-review';
import type { NewWallet } from '../../shared/ipc/wallet-calls';
import {
  pastedEntriesOf,
  isReady,
  newWalletsOf,
  summaryText,
  acceptWatched,
  type Wish
} from './pasted-addresses';
import type { CallMain } from '../state/app-state.svelte';

const EMPTY_REVIEW: AddressReview = { rows: [], unread: { entries: 0, characters: 0 } };
/** Delay after a change, so that the text is not reviewed with every typed letter. */
const REVIEW_DELAY_MS = 250;

export class PastedAddresses {
  #text = $state('');
  #isReading = $state(false);
  #review = $state.raw<AddressReview>(EMPTY_REVIEW);
  #wishes = $state.raw<ReadonlyMap<string, Partial<Wish>>>(new Map());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: Promise<void> | null = null;

  /** `walletsBefore`: number of wallets before these; names of new wallets are numbered after them. */
  constructor(
    readonly callMain: CallMain,
    readonly walletsBefore: number,
    /** True for an account: it may contain addresses that a wallet already watches. */
    readonly acceptsWatched = false
  ) {}

  readonly entries = $derived.by(() => pastedEntriesOf(this.#review, this.#wishes, this.walletsBefore));
  readonly summary = $derived(summaryText(this.entries));
  readonly ready = $derived(this.entries.filter(isReady).length);

  get text(): string {
    return this.#text;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  get unread(): AddressReview['unread'] {
    return this.#review.unread;
  }

  type(text: string): void {
    this.#text = text;
    this.#isReading = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), REVIEW_DELAY_MS);
  }

  /** Resolves when the current text has been reviewed. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#reading = this.#isReading ? this.#read() : this.#reading;
    await this.#reading;
  }

  async #read(): Promise<void> {
    const text = this.#text;
    const review = text.trim() === '' ? EMPTY_REVIEW : await this.callMain('addresses:review', { text });
    // An answer to an older text does not apply to the current one.
    if (text !== this.#text) return;
    this.#review = this.acceptsWatched && review ? acceptWatched(review) : (review ?? EMPTY_REVIEW);
    this.#isReading = false;
  }

  wish(address: string, wish: Partial<Wish>): void {
    this.#wishes = new Map(this.#wishes).set(address, { ...this.#wishes.get(address), ...wish });
  }

  wallets(): NewWallet[] {
    return newWalletsOf(this.entries, this.walletsBefore);
  }

  /** Resets everything, for example after the addresses were added. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#text = '';
    this.#isReading = false;
    this.#review = EMPTY_REVIEW;
    this.#wishes = new Map();
  }
}
