// What the person is looking at: the screen, the filters, the opened row. Never money, never kept on disk.
import type { Standing } from '../../shared/state';
import type { Grouping, Looking, SortBy } from '../lib/looking';

export type Screen = 'overview' | 'connect' | 'settings' | 'diagnostics';

export class View implements Looking {
  screen = $state<Screen>('overview');
  search = $state('');
  groupBy = $state<Grouping>('chain');
  sortBy = $state<SortBy>('value');
  isDescending = $state(true);
  chain = $state<string | null>(null);
  wallet = $state<string | null>(null);
  only = $state<Standing | null>(null);
  showsRisky = $state(false);
  /** Groups whose small rows are unfolded. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  holdingId = $state<string | null>(null);
  list = $state<'chains' | 'wallets'>('chains');
  /** Name of the wallet whose key is to be replaced; null: a new one. */
  renewing = $state<string | null>(null);
  dismissed = $state.raw<ReadonlySet<string>>(new Set());

  go(screen: Screen): void {
    this.screen = screen;
    if (screen !== 'connect') this.renewing = null;
  }

  connect(walletName: string | null): void {
    this.renewing = walletName;
    this.screen = 'connect';
  }

  cycleGrouping(): void {
    const order: Grouping[] = ['chain', 'token', 'wallet', 'nothing'];
    this.groupBy = order[(order.indexOf(this.groupBy) + 1) % order.length] ?? 'chain';
  }

  sort(by: SortBy): void {
    this.isDescending = this.sortBy === by ? !this.isDescending : by !== 'token';
    this.sortBy = by;
  }

  toggleSmall(group: string): void {
    const next = new Set(this.opened);
    if (!next.delete(group)) next.add(group);
    this.opened = next;
  }

  dismiss(id: string): void {
    this.dismissed = new Set([...this.dismissed, id]);
  }

  /** Everything is shown again. */
  clearFilters(): void {
    this.search = '';
    this.chain = this.wallet = this.only = null;
  }
}
