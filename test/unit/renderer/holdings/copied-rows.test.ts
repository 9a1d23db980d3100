// What a copy of the table gives away: no amount while balances are hidden, no number that does not count, no formula, and no more than one copy takes.
import { describe, expect, it } from 'vitest';
import { copiedRow, copiedTable } from '../../../../renderer/holdings/columns';
import { MAX_COPIED_CHARACTERS } from '../../../../shared/ipc/channels';
import type { AppState } from '../../../../shared/schema/app-state';
import { hidden, undecided } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22);

function cellsOf(app: AppState): string[][] {
  const lines = copiedTable(app, app.portfolio.holdings).text.split('\n').slice(1);
  return lines.map(line => line.split('\t'));
}

describe('a copied table', () => {
  it('has no amount and no value while balances are hidden', () => {
    const app = hidden(NOW);
    const cells = cellsOf(app);
    expect(cells).toHaveLength(app.portfolio.holdings.length);
    for (const [, amount, , value] of cells) expect([amount, value || '•••']).toEqual(['•••', '•••']);
  });

  it('has the value of what counts alone, so that its sum is the total', () => {
    const rows = undecided(NOW).portfolio.holdings;
    for (const row of rows) {
      const value = copiedRow(row, false).split('\t')[3];
      expect(value).toBe(row.countingStatus === 'counted' ? row.value : '');
    }
  });

  it('takes no name of a chain, a wallet or a contract for a formula or for cells', () => {
    const app = undecided(NOW);
    const [row] = app.portfolio.holdings;
    const chains = app.portfolio.chains.map(chain => ({ ...chain, name: '=1+1\tx' }));
    const holdings = row ? [{ ...row, tokenAddress: '@sum' }] : [];
    const [cells] = cellsOf({ ...app, portfolio: { ...app.portfolio, chains, holdings } });
    expect(cells?.slice(4)).toEqual(["'=1+1 x", 'Cold wallet', "'@sum"]);
  });

  it('ends with a whole row before it is longer than one copy may be, and says how many it has', () => {
    const app = undecided(NOW);
    const row = { ...(app.portfolio.holdings[0] as AppState['portfolio']['holdings'][0]) };
    const long = Array.from({ length: 12_000 }, (_, i) => ({
      ...row,
      id: `l${i}`,
      tokenAddress: 'x'.repeat(900)
    }));
    const { text, rows } = copiedTable(app, long);
    expect(text.length).toBeLessThanOrEqual(MAX_COPIED_CHARACTERS);
    expect(rows).toBeLessThan(long.length);
    expect(text.split('\n')).toHaveLength(rows + 1);
    expect(text.endsWith('x'.repeat(900))).toBe(true);
  });
});
