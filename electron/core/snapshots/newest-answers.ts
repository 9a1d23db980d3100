// Answers of a round: which are newer than those before, by the service's own time, and how new each chain's is.
import { isDefi } from '../../../shared/domain/defi';
import type { Answer, Outcome } from './poll-outcome';
import { EVERY_CHAIN } from './chain-parts';
import type { Wallet } from '../../../shared/schema/wallet';

type Newest = Readonly<Record<string, number>>;

/**
 * Without answers that are older than one that was applied: a service repeats them, and what they say is over.
 * A newest time that the service's clock has not reached yet is none: the clock was set back, or one answer was ahead.
 */
export function withoutOlderAnswers(
  outcome: Outcome,
  walletId: string,
  newest: Newest,
  serviceNow: number
): Outcome {
  const isOlder = ({ chains, serviceTime }: Answer) =>
    keysOf(walletId, chains).every(key => {
      const known = newest[key] ?? -Infinity;
      return serviceTime < known && known <= serviceNow;
    });
  const answers = outcome.answers.filter(answer => !isOlder(answer));
  return answers.length === outcome.answers.length ? outcome : { ...outcome, answers };
}

/** The service's time of the newest answer of each part of these outcomes. */
export function newestAnswers(outcomes: readonly { wallet: Wallet; outcome: Outcome }[]): Newest {
  return Object.fromEntries(
    outcomes.flatMap(({ wallet, outcome }) =>
      outcome.answers.flatMap(({ chains, serviceTime }) =>
        keysOf(wallet.id, chains).map(key => [key, serviceTime] as const)
      )
    )
  );
}

/** Without wallets that are no longer watched. */
export function ofWallets(newest: Newest, wallets: readonly Wallet[]): Newest {
  const ids = new Set(wallets.map(({ id }) => id));
  const isWatched = (key: string) => ids.has(key.slice(0, key.lastIndexOf('/')));
  return Object.fromEntries(Object.entries(newest).filter(([key]) => isWatched(key)));
}

/** The service's time of the answer that covers the chain, ms; null: there is none. */
export function answeredAtOf({ answers }: Outcome, chainIndex: string): number | null {
  const answer = answers.find(({ chains }) =>
    chains === null ? !isDefi({ chainIndex }) : chains.includes(chainIndex)
  );
  return answer?.serviceTime ?? null;
}

function keysOf(walletId: string, chains: Answer['chains']): string[] {
  return (chains ?? [EVERY_CHAIN]).map(chain => `${walletId}/${chain}`);
}
