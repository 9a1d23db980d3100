// Finds what the id of `tokentray accept` and `tokentray exclude` means: a doubt, a token, or all that need an OK.
import type { DoubtRow, Portfolio } from '../../../shared/schema/app-state';
import { askedHoldings, type AskedHolding } from './doubts';

export type DecisionTarget =
  | { readonly doubt: DoubtRow }
  | { readonly tokens: readonly AskedHolding[] }
  /** A sentence for people. */
  | { readonly problem: string };

/** Stands for all that needs the person's OK. */
const ALL = 'all';
/** Fewer letters are more likely a mistake than a choice. */
const MIN_PREFIX_LENGTH = 3;
const MAX_CANDIDATES = 8;

interface Candidate {
  readonly id: string;
  /** The id of the holding, or of the doubt: no two candidates have the same. */
  readonly fullId: string;
  readonly name: string;
  readonly target: DecisionTarget;
}

/** `id`: of a doubt, the short or the whole id of a holding, the beginning of one of them, or `all`. */
export function findDecisionTarget(
  id: string,
  { doubts, holdings }: Pick<Portfolio, 'doubts' | 'holdings'>
): DecisionTarget {
  const tokens = askedHoldings(holdings);
  if (id === ALL) return tokens.length > 0 ? { tokens } : { problem: 'Nothing needs your OK.' };
  const candidates = [
    ...doubts.map(doubt => ({
      id: doubt.id,
      fullId: doubt.id,
      name: doubt.symbols.join(', '),
      target: { doubt }
    })),
    ...tokens.map(token => ({
      id: token.shortId,
      fullId: token.row.id,
      name: token.row.symbol,
      target: { tokens: [token] }
    }))
  ];
  const exact = candidates.filter(candidate => candidate.id === id || candidate.fullId === id);
  const begun =
    id.length < MIN_PREFIX_LENGTH ? [] : candidates.filter(candidate => candidate.id.startsWith(id));
  const found = exact.length > 0 ? exact : begun;
  const [only] = found;
  if (only && found.length === 1) return only.target;
  return {
    problem:
      found.length === 0
        ? 'No doubt, and no token that needs your OK, has this id: "tokentray doubts" lists the ids.'
        : ambiguity(found)
  };
}

function ambiguity(found: readonly Candidate[]): string {
  const isSameId = found.every(({ id }) => id === found[0]?.id);
  const names = found
    .slice(0, MAX_CANDIDATES)
    .map(({ id, fullId, name }) => `${isSameId ? fullId : id} (${name})`);
  const rest = found.length - names.length;
  return `Several ids match, so nothing was changed: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
