// What a screen reader says about a state by itself: a changed total once, a trouble once, and nothing about the rest.
import { usd } from '../../shared/text/money';
import type { AppState } from '../../shared/schema/app-state';
import type { Banner } from '../overview/banner';
import { LOOK } from '../text/phrases';

export interface Heard {
  readonly profile: AppState['profile'];
  readonly isHidden: boolean;
  /** Rounded, as it is shown; null before the first answer. */
  readonly total: string | null;
  /** Of the notice above the page; null: there is none. */
  readonly trouble: string | null;
}

export function heardOf({ profile, choices, portfolio }: AppState, banner: Banner | null): Heard {
  return {
    profile,
    isHidden: choices.isHidden,
    total: portfolio.takenAt === null ? null : usd(portfolio.total),
    trouble: banner?.title ?? null
  };
}

/** Null: nothing is said, and what was said last stays; "": it is over, and may be said again. */
export function announcementOf(before: Heard | null, after: Heard, banner: Banner | null): string | null {
  if (!before || before.profile !== after.profile) return '';
  if (before.isHidden !== after.isHidden) return after.isHidden ? LOOK.hidden : LOOK.shown;
  if (after.trouble !== null && after.trouble !== before.trouble)
    return banner ? `${banner.title} ${banner.text}`.trim() : null;
  if (after.total !== null && after.total !== before.total && !after.isHidden)
    return LOOK.updated(after.total);
  return before.trouble !== null && after.trouble === null ? '' : null;
}
