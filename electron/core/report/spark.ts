// A line of totals as a few blocks of eight heights, for a bar that has one row of text.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
  toText
} from '../../../shared/domain/decimal';
import type { Decimal, DecimalText } from '../../../shared/domain/decimal';

const BLOCKS = '▁▂▃▄▅▆▇█';
const WIDTH = 16;

/** From the least to the most of them; a line that never moves is a low one. At most 16 blocks, the last total among them. */
export function spark(totals: readonly DecimalText[]): string {
  const values = thinned(totals).map(decimal);
  const sorted = values.toSorted(compareDecimals);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (!least || !most) return '';
  const span = subtract(most, least);
  return values.map(value => BLOCKS[isZero(span) ? 0 : step(subtract(value, least), span)] ?? '').join('');
}

function step(above: Decimal, span: Decimal): number {
  const share = divide(multiply(above, { units: BigInt(BLOCKS.length - 1), scale: 0 }), span, 6);
  return share ? Number(toText(round(share, 0, 'half-up'))) : 0;
}

function thinned(totals: readonly DecimalText[]): DecimalText[] {
  if (totals.length <= WIDTH) return [...totals];
  const stride = (totals.length - 1) / (WIDTH - 1);
  return Array.from({ length: WIDTH }, (_, at) => totals[Math.round(at * stride)] ?? '0');
}
