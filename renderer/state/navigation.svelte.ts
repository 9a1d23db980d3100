// State of the navigation: screen, filters, opened drawers; it is never stored on disk.
import type { Verdict } from '../../shared/schema/settings';
import type { Grouping, HoldingFilters, OnlyFilter, SortBy, TokenType } from './holding-filters';

export type Screen = 'overview' | 'doubts' | 'activity' | 'connect' | 'wallets' | 'settings' | 'diagnostics';

/** A section of the Wallets page that is open when the page appears. */
export interface Opening {
  readonly does: 'add' | 'rotate';
  readonly keyId: string;
}

export class View implements HoldingFilters {
  screen = $state<Screen>('overview');
  search = $state('');
  groupBy = $state<Grouping>('chain');
  sortBy = $state<SortBy>('value');
  isDescending = $state(true);
  chain = $state<string | null>(null);
  wallet = $state<string | null>(null);
  group = $state<string | null>(null);
  asset = $state<string | null>(null);
  type = $state<TokenType | null>(null);
  only = $state<OnlyFilter | null>(null);
  showsRisky = $state(false);
  /** Groups whose small holdings are unfolded. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  holdingId = $state<string | null>(null);
  /** The chain or wallet whose drawer is open. */
  detailSubject = $state.raw<DetailSubject | null>(null);
  /** The shortcut sheet is open. */
  showsKeys = $state(false);
  list = $state<'chains' | 'wallets'>('chains');
  /** What the key form is for. */
  purpose = $state.raw<Purpose>({});
  /** The section that is open when the Wallets page appears. */
  opening = $state.raw<Opening | null>(null);
  dismissed = $state.raw<ReadonlySet<string>>(new Set());
  /** Path of the file that was just saved; a toast says it. */
  savedFile = $state<string | null>(null);
  /** The last verdict on many holdings; it can be taken back. */
  judged = $state.raw<{ readonly verdict: Verdict; readonly count: number } | null>(null);

  go(screen: Screen): void {
    this.screen = screen;
    this.opening = null;
    this.purpose = {};
  }

  /** True when the page follows the wallet and the chain that are chosen in the sidebar. */
  get isScoped(): boolean {
    return this.screen === 'overview' || this.screen === 'activity';
  }

  /** Goes to a page that follows the choice in the sidebar; the activity page follows it too, so it stays open. */
  goScoped(): void {
    if (!this.isScoped) this.go('overview');
  }

  /** The activity of a chain, a wallet or both, without the drawers that led there. */
  showActivity({ chain, wallet }: Pick<View, 'chain' | 'wallet'>): void {
    this.chain = chain;
    this.wallet = wallet;
    this.group = null;
    this.holdingId = this.detailSubject = null;
    this.go('activity');
  }

  connect(purpose: Purpose = {}): void {
    this.purpose = purpose;
    this.screen = 'connect';
  }

  manage(opening: Opening | null): void {
    this.screen = 'wallets';
    this.opening = opening;
  }

  cycleGrouping(order: readonly Grouping[]): void {
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

  /** Removes the search and the filters, so that everything is shown. */
  clearFilters(): void {
    this.search = '';
    this.chain = this.wallet = this.group = this.asset = this.type = this.only = null;
  }
}

/** What the key form is opened for, when it does not start empty. */
export interface Purpose {
  /** Name of the wallet whose key is replaced. */
  readonly renewing?: string;
  /** An account of a known key that will be watched. */
  readonly account?: { readonly accountId: string; readonly host: string };
}

export interface DetailSubject {
  readonly kind: 'chain' | 'wallet';
  /** A chainIndex or a wallet id. */
  readonly id: string;
}
