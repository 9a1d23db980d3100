// A copied table: no amount while balances are hidden, no value that is not counted, no formula, and a limited length.
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

describe('the copied table', () => {
  it('the copy has no amount and no value while balances are hidden', () => {
    const app = hidden(NOW);
    const cells = cellsOf(app);
    expect(cells).toHaveLength(app.portfolio.holdings.length);
    for (const [, amount, , value] of cells) expect([amount, value || '•••']).toEqual(['•••', '•••']);
  });

  it('the copy has only counted values, so that their sum is the total', () => {
    const rows = undecided(NOW).portfolio.holdings;
    for (const row of rows) {
      const value = copiedRow(row, false).split('\t')[3];
      expect(value).toBe(row.countingStatus === 'counted' ? row.value : '');
    }
  });

  it('names of chains, wallets and contracts become no formulas and no further cells', () => {
    const app = undecided(NOW);
    const [row] = app.portfolio.holdings;
    const chains = app.portfolio.chains.map(chain => ({ ...chain, name: '=1+1\tx' }));
    const holdings = row ? [{ ...row, tokenAddress: '@sum' }] : [];
    const [cells] = cellsOf({ ...app, portfolio: { ...app.portfolio, chains, holdings } });
    expect(cells?.slice(4)).toEqual(["'=1+1 x", 'Cold wallet', "'@sum"]);
  });

  it('the copy ends with a whole row before its limit, and says how many rows it has', () => {
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
