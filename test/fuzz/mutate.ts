// Mutates a valid reply: its rows, its envelope, its text, its bytes, and the HTTP response.
import type { HttpReply } from '../../electron/core/ports/ports';
import type { Chance } from './chance';
import { CHAINS, madeUpRow } from './corpus';
import { amountNode, anyNode, hostileText, word } from './hostile';
import { Fields, nodeOf, Word, writeJson, type Node } from './json-text';

/** Longer texts are cut: a reply larger than this is refused before it is read. */
const LONGEST = 200_000;

interface Place {
  readonly row: Fields;
  readonly list: Node[];
}

/** Finds every object with a chain or an amount, and the list that contains it. */
function rowsIn(node: Node, found: Place[] = []): Place[] {
  if (Array.isArray(node)) {
    for (const one of node) {
      if (one instanceof Fields && (one.last('chainIndex') || one.last('balance')))
        found.push({ row: one, list: node });
      rowsIn(one, found);
    }
  } else if (node instanceof Fields) for (const { value } of node.list) rowsIn(value, found);
  return found;
}

type Bend = (chance: Chance, place: Place, tree: Fields) => void;

const copy = (row: Fields) => new Fields(row.list.map(field => ({ ...field })));
const NAMES = ['tokenAddress', 'tokenContractAddress', 'address', 'symbol'];
const KNOWN = [...NAMES, 'balance', 'tokenPrice', 'chainIndex', 'isRiskToken', 'tokenType', 'rawBalance'];

const ROW_BENDS: readonly Bend[] = [
  (chance, { row }) => row.set('balance', amountNode(chance)),
  (chance, { row }) => row.set('balance', amountNode(chance)),
  (chance, { row }) => row.set('tokenPrice', chance.oneIn(4) ? word(chance) : amountNode(chance)),
  (chance, { row }) => row.set('tokenPrice', amountNode(chance)),
  (chance, { row }) => void row.list.splice(chance.below(row.list.length + 1), 1),
  (chance, { row }) => row.set(chance.pick(KNOWN), anyNode(chance)),
  (chance, { row }) => row.list.push({ key: hostileText(chance), value: anyNode(chance) }),
  (chance, { row }) => row.list.push({ key: chance.pick(KNOWN), value: amountNode(chance) }),
  (_, { row, list }) => void list.push(copy(row)),
  (chance, { row, list }) => {
    const other = copy(row);
    other.set(chance.pick(['balance', 'tokenPrice']), amountNode(chance));
    list.splice(chance.below(list.length + 1), 0, other);
  },
  (chance, { row, list }) => {
    const other = copy(row);
    const name = chance.pick(['tokenAddress', 'address']);
    const text = other.last(name)?.value;
    if (typeof text === 'string') other.set(name, chance.oneIn(2) ? text.toUpperCase() : text.toLowerCase());
    list.push(other);
  },
  (chance, { list }) => void list.splice(chance.below(list.length), 1),
  (chance, { list }) => void list.splice(chance.below(list.length), 0, anyNode(chance)),
  (chance, { list }) => void list.push(...list.splice(0, chance.below(list.length))),
  (chance, { row }) => row.set('chainIndex', chance.oneIn(2) ? chance.pick(['01', '-1', '', '11155111', '1952', '9'.repeat(12), '9'.repeat(13)]) : new Word(chance.pick([...CHAINS, '-1', '1.0', '1e3', '1.5']))),
  (chance, { row }) => row.set(chance.pick(NAMES), hostileText(chance)),
  (chance, { row }) => row.set('isRiskToken', chance.pick<Node>([word(chance), 'true', 'false', '', '0', '1', 'yes', []])),
  (chance, { row }) => row.set('tokenType', chance.pick<Node>([word(chance), '2', new Word('2'), '', []])),
  (chance, { row }) => row.set('__proto__', new Fields([{ key: chance.pick(KNOWN), value: amountNode(chance) }])),
  (chance, { row }) => row.list.forEach(field => (field.isKeyEscaped ||= chance.oneIn(6))),
  (chance, { row }) => void row.list.reverse().push({ key: 'balance', value: amountNode(chance) })
]; // prettier-ignore

const dataOf = (tree: Fields): Node[] => {
  const data = tree.last('data')?.value;
  return Array.isArray(data) ? data : [];
};

type TreeBend = (chance: Chance, tree: Fields) => void;

const TREE_BENDS: readonly TreeBend[] = [
  (chance, tree) => tree.set('code', chance.pick<Node>([new Word('0'), new Word('-0'), new Word('0.0'), '0', '00', ' 0', '50011', new Word('81104'), word(chance), '', []])),
  (chance, tree) => tree.set('msg', anyNode(chance)),
  (chance, tree) => tree.set('data', anyNode(chance)),
  (chance, tree) => void tree.list.splice(chance.below(tree.list.length + 1), 1),
  (chance, tree) => tree.set('data', rowsIn(tree).map(({ row }) => row).filter(() => !chance.oneIn(5))),
  (chance, tree) => tree.set('data', rowsIn(tree).map(({ row }) => new Fields([{ key: 'tokenAssets', value: [row] }, { key: 'timeStamp', value: chance.pick<Node>(['1790000000000', new Word('1795337000000'), '0', word(chance)]) }]))),
  (chance, tree) => void dataOf(tree).push(anyNode(chance)),
  (_, tree) => void dataOf(tree).push(new Fields([{ key: 'tokenAssets', value: new Word('null') }])),
  (chance, tree) => tree.list.push({ key: chance.pick(['data', 'code']), value: chance.oneIn(2) ? '0' : anyNode(chance) }),
  (chance, tree) => dataOf(tree).forEach(part => part instanceof Fields && part.set(chance.pick(['timeStamp', 'tokenAssets', 'chainIndex']), anyNode(chance))),
  (chance, tree) => void dataOf(tree).push(nodeOf(madeUpRow(chance)))
]; // prettier-ignore

function bentText(chance: Chance, text: string): string {
  const bytes = Buffer.from(text);
  const at = chance.below(bytes.length + 1);
  switch (chance.below(7)) {
    case 0:
      return bytes.subarray(0, at).toString();
    case 1:
    case 2:
      for (let flips = chance.below(4); flips >= 0; flips--) {
        const place = chance.below(bytes.length + 1);
        if (place < bytes.length) bytes[place]! ^= 1 << chance.below(8);
      }
      return bytes.toString();
    case 3: {
      const junk = Buffer.from(Array.from({ length: 1 + chance.below(5) }, () => chance.below(256)));
      return Buffer.concat([bytes.subarray(0, at), junk, bytes.subarray(at)]).toString();
    }
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + chance.below(40))]).toString();
    case 5:
      return text.replace(/\d/g, digit => (chance.oneIn(12) ? String(chance.below(10)) : digit));
    default:
      return chance.pick(['\ufeff', ' ', '[', '\u0000', '<html>']) + text;
  }
}

const STATUSES = [200, 201, 204, 301, 400, 401, 402, 404, 407, 408, 429, 451, 500, 503, 599];

/** Makes a mutated reply from a valid one, with `times` mutations one after the other. */
export function bent(chance: Chance, sound: Node, times: number): HttpReply {
  const tree = sound instanceof Fields ? sound : new Fields([]);
  for (let turn = 0; turn < times; turn++) {
    const places = chance.oneIn(4) ? [] : rowsIn(tree);
    if (places.length > 0) chance.pick(ROW_BENDS)(chance, chance.pick(places), tree);
    else chance.pick(TREE_BENDS)(chance, tree);
  }
  const text = chance.oneIn(60) ? writeJson(anyNode(chance)) : writeJson(tree);
  const body = times > 0 && chance.oneIn(8) ? bentText(chance, text) : text;
  const status = times > 0 && chance.oneIn(40) ? chance.pick(STATUSES) : 200;
  return { status, headers: {}, body: body.slice(0, LONGEST) };
}
