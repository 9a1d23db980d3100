// The second currency: the total in it with the rate's age, and what a person may enter as a rate.
import { parseDecimal } from '../../shared/domain/decimal';
import type { DecimalText } from '../../shared/domain/decimal';
import { spoken } from '../../shared/domain/language';
import { MASK } from '../../shared/text/money';
import { secondAmount } from '../../shared/text/second-currency';
import type { Choices } from '../../shared/schema/settings';
import type { SecondCurrency } from '../../shared/schema/app-state';
import { durationText } from '../../shared/text/time';

const SECOND_EN = {
  title: 'Second currency',
  label: 'Below the total',
  kinds: {
    none: 'None',
    BTC: 'Bitcoin',
    ETH: 'Ether',
    CNY: 'Yuan (CNY)',
    manual: 'Another one, by your rate'
  } satisfies Record<Choices['secondCurrency'], string>,
  sourceHint: 'By the price or rate that OKX gives. History stays in dollars.',
  manualHint: 'OKX gives no rates for other currencies, so the rate is the one you enter, and it ages.',
  code: 'Code of the currency',
  rate: (code: string): string => `${/^[A-Z]{3}$/.test(code) ? code : 'Units'} for one dollar`,
  codeWrong: 'Write the three letters of the currency, such as EUR.',
  rateWrong: 'Write how much one dollar is, such as 0.92.',
  rateAge: (age: string): string => `rate ${age} old`,
  ownRateAge: (age: string): string => `your rate, ${age} old`
};

const SECOND_ZH: typeof SECOND_EN = {
  title: '第二货币',
  label: '显示在总资产下方',
  kinds: { none: '不显示', BTC: '比特币', ETH: '以太币', CNY: '人民币（CNY）', manual: '其他货币，自定汇率' },
  sourceHint: '按 OKX 给出的价格或汇率换算。历史记录仍以美元计。',
  manualHint: 'OKX 不提供其他货币的汇率，因此采用自行填写的汇率，它会逐渐过时。',
  code: '货币代码',
  rate: code => `1 美元兑 ${/^[A-Z]{3}$/.test(code) ? code : '该货币'}`,
  codeWrong: '请填写三个字母的货币代码，如 EUR。',
  rateWrong: '请填写 1 美元可兑换的数额，如 0.92。',
  rateAge: age => `${age}前的汇率`,
  ownRateAge: age => `自定汇率，${age}前`
};

export const SECOND = spoken(SECOND_EN, SECOND_ZH);

/** "≈ 0.4362 BTC · rate 2 min old"; the amount is masked while balances are hidden, the age is not. */
export function secondText(
  total: DecimalText,
  second: SecondCurrency,
  isHidden: boolean,
  now: number
): string {
  const { code, takenAt, isManual } = second;
  const amount = isHidden ? MASK : secondAmount(total, second);
  const age = durationText(now - takenAt);
  return `≈ ${amount} ${code} · ${(isManual ? SECOND.ownRateAge : SECOND.rateAge)(age)}`;
}

/** The rate as it is kept, or the sentence of what is wrong with it. */
export function judgeRate(code: string, typed: string): { code: string; perUsd: DecimalText } | string {
  if (!/^[A-Z]{3}$/.test(code)) return SECOND.codeWrong;
  const rate = typed.trim();
  const value = /^\d{1,12}(\.\d{1,12})?$/.test(rate) ? parseDecimal(rate) : null;
  return value && value.units > 0n ? { code, perUsd: rate } : SECOND.rateWrong;
}
