// Range choices: the ranges that a chart offers, each with its short text and its whole name.
import type { Range } from '../../../shared/ipc/history-calls';
import { CHART_TEXT } from '../../text/overview';
import { chartMomentText } from '../chart-point';

/** `lookedAt`: when the person looked last, ms; without a look there is no range since then. */
export function rangeChoices(lookedAt: number, now: number) {
  const { ranges, rangeNames, sinceLook } = CHART_TEXT;
  return (Object.keys(ranges) as Range[])
    .filter(value => value !== 'looked' || lookedAt > 0)
    .map(value => ({
      value,
      text: ranges[value],
      name: value === 'looked' ? sinceLook(chartMomentText(lookedAt, now)) : rangeNames[value]
    }));
}
