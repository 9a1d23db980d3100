// Texts of what the line of the chart is compared with, in both languages.
import { localized } from '../../shared/domain/language';
import type { Choices } from '../../shared/schema/settings';

type With = Choices['compareWith'];

const COMPARE_TEXT_EN = {
  with: 'Compare with',
  choices: {
    none: 'nothing',
    'in-btc': 'the same money in BTC',
    'in-eth': 'the same money in ETH',
    unchanged: 'doing nothing'
  } satisfies Record<With, string>,
  names: { 'in-btc': 'In BTC', 'in-eth': 'In ETH', unchanged: 'Doing nothing' },
  rest: (percent: string): string => `${percent} at its value of then`,
  unknown: 'too few prices are known',
  percents: 'Axis in percent',
  separator: ', '
};

export const COMPARE_TEXT = localized<typeof COMPARE_TEXT_EN>({
  en: COMPARE_TEXT_EN,
  zh: {
    with: '对比',
    choices: {
      none: '不对比',
      'in-btc': '换成 BTC',
      'in-eth': '换成 ETH',
      unchanged: '持仓不动'
    },
    names: { 'in-btc': '换成 BTC', 'in-eth': '换成 ETH', unchanged: '持仓不动' },
    rest: percent => `${percent}按当时价值`,
    unknown: '已知价格太少',
    percents: '坐标轴显示百分比',
    separator: '，'
  }
});
