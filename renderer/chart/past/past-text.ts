// Texts of the lines beside the recorded one, in both languages.
import { localized } from '../../../shared/domain/language';
import type { LineKind } from '../../../shared/ipc/history-calls';
import { percentOf } from '../../../shared/text/money';

const PAST_TEXT_EN = {
  names: { 'past-prices': "Today's amounts at past prices" } satisfies Record<LineKind, string>,
  rest: (percent: string): string => `${percentOf(percent)} at today's price`,
  day: 'price in 24 h',
  week: 'price in 7 d',
  pointed: (moment: string, value: string): string => `${moment}: ${value}`
};

export const PAST_TEXT = localized<typeof PAST_TEXT_EN>({
  en: PAST_TEXT_EN,
  zh: {
    names: { 'past-prices': '当前持仓按历史价格计算' },
    rest: percent => `${percentOf(percent)}按现价`,
    day: '24 小时价格变动',
    week: '7 天价格变动',
    pointed: (moment, value) => `${moment}：${value}`
  }
});
