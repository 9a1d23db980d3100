// Decides what a screen reader announces after a state change: a new total, or a new banner.
import { usd } from '../../shared/text/money';
import type { AppState } from '../../shared/schema/app-state';
import type { Banner as BannerContent } from '../overview/banner';
import { COMMON_TEXT } from '../text/phrases';

type Banner = Pick<BannerContent, 'title' | 'text'>;

export interface AnnouncedState {
  readonly profile: AppState['profile'];
  readonly isHidden: boolean;
  /** Rounded, as the page shows it; null before the first answer. */
  readonly total: string | null;
  /** Title of the banner below the table; null when there is none. */
  readonly bannerTitle: string | null;
}

export function announcedStateOf(
  { profile, choices, portfolio }: AppState,
  banner: Banner | null
): AnnouncedState {
  return {
    profile,
    isHidden: choices.isHidden,
    total: portfolio.takenAt === null ? null : usd(portfolio.total),
    bannerTitle: banner?.title ?? null
  };
}

/** Null: no announcement, and the last one stays. "": the last one is over, and may be announced again. */
export function announcementOf(
  before: AnnouncedState | null,
  after: AnnouncedState,
  banner: Banner | null
): string | null {
  if (!before || before.profile !== after.profile) return '';
  if (before.isHidden !== after.isHidden) return after.isHidden ? COMMON_TEXT.hidden : COMMON_TEXT.shown;
  if (after.bannerTitle !== null && after.bannerTitle !== before.bannerTitle)
    return banner ? `${banner.title} ${banner.text}`.trim() : null;
  if (after.total !== null && after.total !== before.total && !after.isHidden)
    return COMMON_TEXT.updated(after.total);
  return before.bannerTitle !== null && after.bannerTitle === null ? '' : null;
}
