// What OKX would answer in the scripted year: who holds what at which price, and what goes wrong on the way.
import type { Outcome } from '../../../../electron/core/poll';
import type { FailureCode } from '../../../../shared/failure';
import type { Wallet } from '../../../../shared/wallet';
import { answerOf, failed, holdingOf, outcomeOf, refusalOf } from '../../../fakes/holdings';

export interface Token {
  readonly chainIndex: string;
  readonly tokenAddress: string;
  readonly symbol: string;
  price: string | null;
  isRisky: boolean;
}

const token = (chainIndex: string, tokenAddress: string, symbol: string, price: string | null): Token => ({
  chainIndex,
  tokenAddress,
  symbol,
  price,
  isRisky: false
});

export class Market {
  readonly tokens: Readonly<Record<string, Token>> = {
    BTC: token('0', '', 'BTC', '50000'),
    ETH: token('1', '', 'ETH', '2000'),
    USDC: token('8453', '0xc01', 'USDC', '1'),
    BNB: token('56', '', 'BNB', '500'),
    cats: token('1', '0xca7', 'cats', null),
    spam: { ...token('8453', '0xbad', 'visit-claim', '0.35'), isRisky: true },
    FREE: token('1', '0xfree', 'FREE', '0.01'),
    GEM: token('8453', '0x6e3', 'GEM', '10'),
    TINY: token('8453', '0x717', 'TINY', '1')
  };
  /** By wallet id and symbol. Whole hundredths, so that a script may add and subtract. */
  readonly hundredths: Record<string, Record<string, number>> = {
    w1: { BTC: 10, ETH: 200, USDC: 100_000 },
    w2: { ETH: 50, BNB: 200 }
  };
  readonly failing = new Map<string, FailureCode>();
  /** Chains with a row that cannot be read, and chains that OKX says it does not support. */
  damaged: string[] = [];
  unsupported: string[] = [];

  give(walletId: string, symbol: string, amount: number): void {
    const held = (this.hundredths[walletId] ??= {});
    held[symbol] = (held[symbol] ?? 0) + Math.round(amount * 100);
  }

  /** What a poll of the wallet brings. */
  outcome(wallet: Wallet, at: number): Outcome {
    const code = this.failing.get(wallet.id);
    if (code) return failed(code);
    const chains = wallet.chains.length > 0 ? [...wallet.chains] : null;
    const unsupported = this.unsupported.filter(chain => chains?.includes(chain));
    const asked = chains?.filter(chain => !unsupported.includes(chain)) ?? null;
    // A damaged reply has none of the chain's rows: read as truth, all of it would have left.
    const damaged = this.damaged.filter(chain => asked === null || asked.includes(chain));
    const rows = this.#rows(wallet.id).filter(
      row => !damaged.includes(row.chainIndex) && (asked === null || asked.includes(row.chainIndex))
    );
    return { ...outcomeOf([answerOf(rows, { chains: asked, at, damaged })]), unsupported };
  }

  /** One of the wallet's two chains is answered. */
  half(wallet: Wallet, at: number): Outcome {
    const rows = this.#rows(wallet.id).filter(({ chainIndex }) => chainIndex === '1');
    return outcomeOf([answerOf(rows, { chains: ['1'], at })], [refusalOf('timeout', ['56'])]);
  }

  #rows(walletId: string) {
    return Object.entries(this.hundredths[walletId] ?? {}).flatMap(([symbol, amount]) => {
      const known = this.tokens[symbol];
      if (!known || amount === 0) return [];
      return [holdingOf({ ...known, walletId, balance: String(amount / 100) })];
    });
  }
}
