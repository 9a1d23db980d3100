// Hostile or damaged values for a field of a reply: of an attacker, of a conversion to double, of a broken service.
import type { Chance } from './chance';
import { Fields, Word, type Node } from './json-text';

const AMOUNTS = [
  '0', '-0', '0.0', '1', '-1', '+5', '.5', '5.', '.', '-', '', ' ', ' 1 ', '\ufeff2\u00a0', '1 2', '--1', '0x10', '1,000',
  '1e', 'e5', '1e-7', '1.5E+3', '1e77', '9e77', '1e78', '1e79', '1e99', '1e-99', '1e-159', '1e-160', '1e9999', '1e-99999',
  'NaN', 'Infinity', '-Infinity', 'null', '１２', '٣', '1_000', '0.1', '0.2', '007', '1.50', '0.30000000000000004', '1\u00002',
  '115792089237316195423570985008687907853269984665640564039457584007913129639936', '1e0', '1E00002', '-1e-400', '0e500'
]; // prettier-ignore

const TEXTS = [
  '', ' ', '\u0000', '\ud800', '\udc00x', '\u202eUSDC', 'a\u200bb', '<b>$5</b>', '__proto__', 'constructor', 'toString', 'a/b', '/',
  '0xAB', '0xab', '0XAB', '../..', '\n', 'ß', 'ẞ', '😀', 'null', '*', 'defi', '%2F', '"balance":5', 'x"balance', 'é', 'e\u0301'
]; // prettier-ignore

/** Gives an amount in the form of real amounts, or without any valid form. */
export function hostileAmount(chance: Chance): string {
  switch (chance.below(6)) {
    case 0:
      return `${chance.below(1000)}.${chance.digits(1 + chance.below(36))}`;
    case 1:
      return `${chance.digits(1 + chance.below(90))}.${chance.digits(chance.below(90))}`;
    case 2:
      return `${chance.oneIn(4) ? '-' : ''}${chance.below(99)}.${chance.digits(2)}e${chance.pick(['', '-', '+'])}${chance.below(100)}`;
    case 3:
      return chance.oneIn(20)
        ? chance.digits(chance.pick([160, 161, 320, 321, 5000]))
        : String(chance.below(5000));
    default:
      return chance.pick(AMOUNTS);
  }
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function hostileText(chance: Chance): string {
  const text = chance.pick(TEXTS);
  if (chance.oneIn(30)) return text.repeat(600);
  return chance.oneIn(4) ? text + chance.pick(TEXTS) : text;
}

/** Gives an amount as text, or as a JSON number where that is possible. */
export function amountNode(chance: Chance): Node {
  const text = hostileAmount(chance);
  return NUMBER.test(text) && chance.oneIn(2) ? new Word(text) : text;
}

export function word(chance: Chance): Word {
  return new Word(
    chance.pick(['null', 'true', 'false', '0', '1', '-0', '0.0', '1e3', '1e999', '12345678901234567890'])
  );
}

/** Gives any JSON value, sometimes deeply nested. */
export function anyNode(chance: Chance, depth = 0): Node {
  switch (chance.below(depth > 2 ? 4 : 7)) {
    case 0:
      return hostileText(chance);
    case 1:
      return amountNode(chance);
    case 2:
    case 3:
      return word(chance);
    case 4:
      return Array.from({ length: chance.below(4) }, () => anyNode(chance, depth + 1));
    case 5:
      return chance.oneIn(40) ? nested(chance.below(1500)) : [];
    default:
      return new Fields(
        Array.from({ length: chance.below(4) }, () => ({
          key: hostileText(chance),
          value: anyNode(chance, depth + 1)
        }))
      );
  }
}

function nested(depth: number): Node {
  let node: Node = new Word('1');
  for (let level = 0; level < depth; level++)
    node = level % 2 ? [node] : new Fields([{ key: 'data', value: node }]);
  return node;
}
