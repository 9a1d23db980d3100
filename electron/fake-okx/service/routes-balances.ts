// Handles the endpoints for balances and total values, for accounts (v5) and addresses (v6).
import { ZERO, add, multiply, parseDecimal, sum, toText, type Decimal } from '../../../shared/domain/decimal';
import type { AssetRow } from './asset-rows';
import { entryOf, type ServiceState, type Position } from './service-state';
import { isOnChain, checkChains } from './chains';
import { refusal } from './error-codes';
import { chainsOf, success, type FakeReply, type Call } from './http-message';

interface Owned {
  readonly rows: readonly AssetRow[];
  readonly positions: readonly Position[];
}
type Find = (call: Call, state: ServiceState) => Owned | FakeReply;

function isAnswer(found: Owned | FakeReply): found is FakeReply {
  return 'envelope' in found;
}

function limitToChains(chains: readonly string[], owned: Owned): Owned {
  const isRequested = (chainIndex: unknown) => chains.length === 0 || chains.includes(String(chainIndex));
  return {
    rows: owned.rows.filter(row => isRequested(row['chainIndex'])),
    positions: owned.positions.filter(position => isRequested(position.chainIndex))
  };
}

/** The rows of the account on the requested chains; or the refusal of the whole request, when one chain is invalid. */
export const findByAccount: Find = (call, state) => {
  const accountId = call.query.get('accountId') ?? '';
  if (accountId === '') return refusal('50014', { msg: 'Parameter accountId can not be empty' });
  const chains = chainsOf(call);
  const refused = checkChains(chains, call, state);
  if (refused) return refused;
  const account = state.accounts.get(accountId);
  if (!account) return refusal(state.unknownAccountCode, { msg: 'Wallet not exist' });
  return limitToChains(chains, { rows: account(), positions: state.defi.get(accountId)?.() ?? [] });
};

/** An address without an entry has no holdings; an address on a chain of another family is refused. */
export const findByAddress: Find = (call, state) => {
  const address = call.query.get('address') ?? '';
  const chains = chainsOf(call);
  if (address === '') return refusal('50014', { msg: 'Parameter address can not be empty' });
  if (chains.length === 0) return refusal('50014', { msg: 'Parameter chains can not be empty' });
  const refused = checkChains(chains, call, state);
  if (refused) return refused;
  if (!chains.every(chain => isOnChain(address, chain))) return refusal('81157');
  const rows = entryOf(state.addresses, address)?.() ?? [];
  return limitToChains(chains, { rows, positions: entryOf(state.defi, address)?.() ?? [] });
};

/** Both families hide risky tokens at 0, under different parameter names. Rows are in the shape of v5. */
export function answerBalances(call: Call, state: ServiceState, find: Find, riskSwitch: string): FakeReply {
  const riskValue = call.query.get(riskSwitch) || '0';
  if (!/^[01]$/.test(riskValue)) return refusal('51000', { msg: `Parameter ${riskSwitch} error` });
  const owned = find(call, state);
  if (isAnswer(owned)) return owned;
  const tokenAssets = owned.rows.filter(row => riskValue === '1' || row['isRiskToken'] !== true);
  return success([{ tokenAssets, timeStamp: String(state.now()) }]);
}

/** Here the parameter for risky tokens is true or false in both families. */
export function answerTotal(call: Call, state: ServiceState, find: Find): FakeReply {
  const excluded = call.query.get('excludeRiskToken') || 'true';
  const assetType = call.query.get('assetType') || '0';
  if (!/^(true|false)$/.test(excluded)) return refusal('51000', { msg: 'Parameter excludeRiskToken error' });
  if (!/^[012]$/.test(assetType)) return refusal('51000', { msg: 'Parameter assetType error' });
  const owned = find(call, state);
  if (isAnswer(owned)) return owned;
  const rows = owned.rows.filter(row => excluded === 'false' || row['isRiskToken'] !== true);
  const tokens = assetType === '2' ? ZERO : sum(rows.map(valueOf));
  const defi = assetType === '1' ? ZERO : sum(owned.positions.map(({ value }) => numberOf(value)));
  return success([{ totalValue: toText(add(tokens, defi)) }]);
}

function numberOf(field: unknown): Decimal {
  return parseDecimal(String(field)) ?? ZERO;
}

function valueOf(row: AssetRow): Decimal {
  return multiply(numberOf(row['balance']), numberOf(row['tokenPrice']));
}
