// Types of the filters, grouping and order of the holdings table.
import type { AppState, CountingStatus } from '../../shared/schema/app-state';

export type Grouping = 'chain' | 'token' | 'wallet' | 'group' | 'nothing';

export type Column = AppState['choices']['columns'][number];

export type SortBy = 'token' | Column;

export type TokenType = 'native' | 'token' | 'inscription' | 'defi';

/** The only kind of row that the table lists. */
export type OnlyFilter = CountingStatus | 'small';

export interface HoldingFilters {
  readonly search: string;
  readonly groupBy: Grouping;
  readonly sortBy: SortBy;
  readonly isDescending: boolean;
  readonly chain: string | null;
  readonly wallet: string | null;
  /** A group of wallets. */
  readonly group: string | null;
  /** The asset, by its key. */
  readonly asset: string | null;
  readonly type: TokenType | null;
  readonly only: OnlyFilter | null;
  readonly showsRisky: boolean;
  readonly opened: ReadonlySet<string>;
}
