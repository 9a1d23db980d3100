// Tests what tray, popover and a narrowed page draw of a group of wallets: as if its wallets were all there are.
import { expect, it } from 'vitest';
import { modelInGroup } from '../../../../electron/core/state/group-model';
import { stateOf } from '../../../../electron/core/state/app-state';
import { emptyModel, type Model } from '../../../../electron/core/state/model';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { chainLookup } from '../../../../electron/okx/chains';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { Settings } from '../../../../shared/schema/settings';
import { answered, DAY_MS, holdingOf, NOW, walletOf } from '../../../fakes/holdings';

const address = '0x1111111111111111111111111111111111111111';
const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' }), walletOf({ id: 'w3', accountId: 'c' })];
const cold = { id: 'g1', name: 'Cold', colour: 1, walletIds: ['w2', 'w3'] };
const alone = { id: 'g2', name: 'Alone', colour: 2, walletIds: ['w2'] };
const held = (walletId: string, balance: string) => holdingOf({ walletId, address, balance, price: '10' });
/** All three watch one address: 5 of the coin, which count once. */
const holdings = [held('w1', '5'), held('w2', '5'), held('w3', '5')];

function modelOf(groups: Settings['groups'] = [cold, alone]): Model {
  const snapshots = wallets.map((wallet, at) =>
    updateSnapshot(emptySnapshot(wallet), answered([holdings[at]!]), NOW)
  );
  const settings = Settings.parse({ ...EMPTY_SETTINGS, wallets, groups });
  return { ...emptyModel('live', DAY_MS), isLoaded: true, settings, snapshots };
}
const chains = chainLookup(new Map());
const drawn = (model: Model) => stateOf(model, chains, NOW).portfolio;

it('the total counts the address once, each group counts it once for itself', () => {
  const portfolio = drawn(modelOf());
  expect(portfolio.total).toBe('50');
  expect(
    portfolio.groups?.map(({ group, value, countedOnce, share }) => [group.name, value, countedOnce, share])
  ).toEqual([
    ['Cold', '50', '-50', '0'],
    ['Alone', '50', '0', '0']
  ]);
});

it('the group alone has its total, its wallets, and the holdings that count in it', () => {
  const own = drawn(modelInGroup(modelOf(), cold));
  expect(own.total).toBe('50');
  expect(own.countedOnce).toBe('-50');
  expect(own.wallets.map(({ wallet }) => wallet.id)).toEqual(['w2', 'w3']);
  expect(own.holdings.map(({ walletId, alsoIn }) => [walletId, alsoIn])).toEqual([
    ['w2', undefined],
    ['w3', 'w2']
  ]);
});

it('without groups the portfolio is as before', () => {
  expect('groups' in drawn(modelOf([]))).toBe(false);
});

it('the rows of a group stay the same objects from one drawing to the next', () => {
  const model = modelOf();
  const [first] = drawn(modelInGroup(model, alone)).holdings;
  expect(drawn(modelInGroup(model, alone)).holdings[0]).toBe(first);
});
