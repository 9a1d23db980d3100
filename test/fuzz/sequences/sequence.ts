// A sequence: what an owner, a scammer, a person and the service do, step by step, as plain data that can be cut down.

/** Wallets and tokens are named by their places, so that a sequence keeps its meaning when a part of it is cut. */
export type Deed =
  /** `worth`: in percent of what the owner has. */
  | { readonly do: 'receive'; readonly wallet: number; readonly token: number; readonly percent: number }
  /** `share`: in percent of what is there; 100: all of it. */
  | { readonly do: 'send'; readonly wallet: number; readonly token: number; readonly share: number }
  /** What comes for it is worth `kept` percent of what goes. It arrives `steps` later: a bridge, or a late listing. */
  | {
      readonly do: 'swap';
      readonly wallet: number;
      readonly token: number;
      readonly to: number;
      readonly share: number;
      readonly kept: number;
      readonly steps: number;
    }
  /** Between two own wallets. */
  | {
      readonly do: 'move';
      readonly wallet: number;
      readonly to: number;
      readonly token: number;
      readonly share: number;
    }
  /** `permille`: the new price in thousandths of the old one. */
  | { readonly do: 'price'; readonly token: number; readonly permille: number }
  /** The service stops or begins to know a price. */
  | { readonly do: 'list'; readonly token: number; readonly isPriced: boolean }
  /** A token of the scammer: sent for the first time, more of it, or with another price or flag. */
  | {
      readonly do: 'scam';
      readonly wallet: number;
      readonly scam: number;
      readonly amount: string;
      readonly price: string | null;
      readonly isRisky: boolean;
    }
  /** Such a token leaves, or goes to another wallet, without the owner: its contract says so. Null: it is gone. */
  | {
      readonly do: 'take-back';
      readonly wallet: number;
      readonly scam: number;
      readonly share: number;
      readonly to: number | null;
    }
  /** This computer's clock jumps. */
  | { readonly do: 'clock'; readonly ms: number }
  /** The app ends and starts again. */
  | { readonly do: 'restart' }
  /** The app is killed in this round, before anything of it was written. */
  | { readonly do: 'kill' };

/** What the service says falsely of a wallet, for so many of its polls. */
export interface Lie {
  readonly tell:
    | 'omit'
    | 'zero'
    | 'omit-chain'
    | 'omit-all'
    | 'shift'
    | 'unpriced'
    | 'price'
    | 'flag'
    | 'damage-amount'
    | 'damage-price'
    | 'strange-row'
    | 'row-of-no-chain'
    | 'alias'
    | 'duplicate'
    | 'no-address'
    | 'repeat'
    | 'refuse-chain'
    | 'fail';
  readonly wallet: number;
  readonly token: number;
  /** Of ten, for `shift` and `price`; how many answers back, for `repeat`. */
  readonly power: number;
  readonly steps: number;
}

export interface Step {
  /** Time since the step before, ms. */
  readonly waitMs: number;
  readonly deeds: readonly Deed[];
  readonly lies: readonly Lie[];
  /** The wallets of the round, in this order. */
  readonly polled: readonly number[];
}

export interface Sequence {
  /** The source of each wallet. */
  readonly wallets: readonly ('v5-account' | 'v6-address')[];
  /** What each wallet has at the beginning, by token, in dollars. */
  readonly holds: readonly (readonly number[])[];
  /** Only the scammer does anything after the first round. */
  readonly isScamOnly: boolean;
  /** Doubts are looked at in time: the next step comes when a look is due. */
  readonly isLookedAt: boolean;
  /** Each round is played in another order of wallets too. */
  readonly isReordered: boolean;
  readonly steps: readonly Step[];
}
