// State of the navigation: screen, filters, opened drawers; it is never stored on disk.
import type { Grouping, HoldingFilters, OnlyFilter, SortBy, TokenType } from './holding-filters';

export type Screen = 'overview' | 'activity' | 'connect' | 'wallets' | 'settings' | 'diagnostics';

/** A part of the page of the wallets that is open when it comes. */
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
  type = $state<TokenType | null>(null);
  only = $state<OnlyFilter | null>(null);
  showsRisky = $state(false);
  /** Groups whose small rows are unfolded. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  holdingId = $state<string | null>(null);
  /** The chain or wallet whose drawer is open. */
  detailSubject = $state.raw<DetailSubject | null>(null);
  /** The list of all keys is open. */
  showsKeys = $state(false);
  list = $state<'chains' | 'wallets'>('chains');
  /** What the form of a key is for. */
  purpose = $state.raw<Purpose>({});
  /** What the page of the wallets opens with. */
  opening = $state.raw<Opening | null>(null);
  dismissed = $state.raw<ReadonlySet<string>>(new Set());

  go(screen: Screen): void {
    this.screen = screen;
    this.opening = null;
    this.purpose = {};
  }

  /** The page follows the wallet and the chain that are chosen at the side. */
  get isScoped(): boolean {
    return this.screen === 'overview' || this.screen === 'activity';
  }

  /** Where what was chosen at the side can be seen: the activity lists its own. */
  goScoped(): void {
    if (!this.isScoped) this.go('overview');
  }

  connect(purpose: Purpose = {}): void {
    this.purpose = purpose;
    this.screen = 'connect';
  }

  manage(opening: Opening | null): void {
    this.screen = 'wallets';
    this.opening = opening;
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
    this.chain = this.wallet = this.type = this.only = null;
  }
}

/** What a form is opened for, when it is not an empty one. */
export interface Purpose {
  /** Name of the wallet whose key is to be replaced. */
  readonly renewing?: string;
  /** An account of a known key that is to be watched. */
  readonly account?: { readonly accountId: string; readonly host: string };
}

export interface DetailSubject {
  readonly kind: 'chain' | 'wallet';
  /** A chainIndex or the id of a wallet. */
  readonly id: string;
}
