// Makes the display names of tokens, wallets and chains in a line of text, of a mover, and the title of a profile.
import { localized } from '../domain/language';
import { isolateName } from '../names/isolated-name';
import { symbolMarkOf } from '../names/look-alike-symbols';
import type { Change, Portfolio } from '../schema/app-state';

type Mover = Change['movers'][number];

export const SYMBOL_MARK_TEXT = localized({
  en: {
    'look-alike': 'look-alike',
    blank: 'no name',
    marked: {
      'look-alike': (name: string): string => `${name} (look-alike)`,
      blank: (name: string): string => `${name} (no name)`
    },
    imitates: (of: string): string => `Its name imitates ${of} with other characters. It is not ${of}.`,
    cannotBeSeen: 'This token has no name that can be seen.'
  },
  zh: {
    'look-alike': '疑似仿冒',
    blank: '无名称',
    marked: { 'look-alike': name => `${name}（疑似仿冒）`, blank: name => `${name}（无名称）` },
    imitates: of => `名称用其他字符仿冒 ${of}，并非 ${of}。`,
    cannotBeSeen: '该代币没有可见的名称。'
  }
});

const CHAIN_NAME_TEXT = localized<{ readonly names: ReadonlyMap<string, string> }>({
  en: { names: new Map() },
  zh: {
    names: new Map([
      ['Bitcoin', '比特币'],
      ['Ethereum', '以太坊'],
      ['BNB Chain', 'BNB 链'],
      ['Tron', '波场'],
      ['Dogecoin', '狗狗币'],
      ['Litecoin', '莱特币'],
      ['Bitcoin Cash', '比特币现金'],
      ['Ethereum Classic', '以太坊经典'],
      ['Polkadot', '波卡'],
      ['Dash', '达世币'],
      ['X Layer Testnet', 'X Layer 测试网']
    ])
  }
});

/** The name of a chain for a person. Exports and the command line keep the name of the list of chains, which is given. */
export function localChainName(name: string): string {
  return CHAIN_NAME_TEXT.names.get(name) ?? name;
}

/** Within Chinese: the name with a space on each side where it is not Chinese itself. */
export function amidChinese(name: string): string {
  return name.replace(/^(?=[^\u3400-\u9fff])/, ' ').replace(/(?<=[^\u3400-\u9fff])$/, ' ');
}

/** A token in a line of text: `USDC`; with the mark of a symbol that misleads, and isolated when it is right-to-left. */
export function tokenName(symbol: string): string {
  const mark = symbolMarkOf(symbol);
  const name = isolateName(symbol);
  return mark === null ? name : SYMBOL_MARK_TEXT.marked[mark.kind](name);
}

/** What misleads about a symbol, in a word and in a sentence; null: nothing. */
export function symbolMarkText(symbol: string): { word: string; sentence: string } | null {
  const mark = symbolMarkOf(symbol);
  if (mark === null) return null;
  const { imitates, cannotBeSeen } = SYMBOL_MARK_TEXT;
  const sentence = mark.kind === 'look-alike' ? imitates(mark.of) : cannotBeSeen;
  return { word: SYMBOL_MARK_TEXT[mark.kind], sentence };
}

/** `ETH`, or `ETH · Base` if another mover is an ETH on another chain. */
export function moverName(
  mover: Mover,
  { movers }: Pick<Change, 'movers'>,
  chains: Portfolio['chains']
): string {
  const isUnique = movers.filter(({ symbol }) => symbol === mover.symbol).length < 2;
  const name = tokenName(mover.symbol);
  if (isUnique) return name;
  const [, chainIndex = ''] = mover.holdingId.split('/');
  const chain = chains.find(one => one.chainIndex === chainIndex)?.name ?? chainIndex;
  return `${name} · ${isolateName(localChainName(chain))}`;
}

export function profileTitle(profileName: string | null | undefined): string {
  return profileName ? `Tokentray · ${profileName}` : 'Tokentray';
}
