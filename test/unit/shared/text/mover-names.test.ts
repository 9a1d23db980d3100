// The name of a mover.
import { expect, it } from 'vitest';
import { moverName } from '../../../../shared/text/names';
import { fresh } from '../../../fakes/states';

const mover = (holdingId: string, symbol: string) => ({ holdingId, symbol, amount: '1', percent: null });
const { chains } = fresh(1).portfolio;

it('the name of a mover is its token, with the chain if another mover has the same token', () => {
  const movers = [
    mover('w1/1/0xa/', 'ETH'),
    mover('w1/8453/0xa/', 'ETH'),
    mover('w1/0/bc1/', 'BTC'),
    mover('w1/77/0xa/', 'ETH')
  ];
  expect(movers.map(one => moverName(one, { movers }, chains))).toEqual([
    'ETH · Ethereum',
    'ETH · Base',
    'BTC',
    'ETH · 77'
  ]);
});
