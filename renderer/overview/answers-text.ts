// Texts of the panel that says which wallets and chains answered, in both languages.
import { localized } from '../../shared/domain/language';
import { plural } from '../text/phrases';

export const ANSWERS_TEXT = localized({
  en: {
    all: 'All answers are up to date.',
    some: (answered: number, expected: number): string =>
      `${answered} of ${expected} answers are up to date.`,
    none: 'No answer yet.',
    reading: 'Reading…',
    fresh: (count: number): string => `${plural(count, 'chain', 'chains')} up to date`,
    details: (wallet: string): string => `Details of ${wallet}`
  },
  zh: {
    all: '所有数据均为最新。',
    some: (answered, expected) => `${expected} 项数据中 ${answered} 项为最新。`,
    none: '尚无响应。',
    reading: '正在读取…',
    fresh: count => `${count} 条链为最新`,
    details: wallet => `${wallet}的详情`
  }
});
