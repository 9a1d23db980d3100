// Makes the texts of activity entries and notifications, in both languages.
// They are made when shown, so that hidden balances are masked in them too.
import { ALERT_KIND_FACTS, usdOfEntry, type RecordKind } from '../alerts/alert-kinds';
import { absolute, compareDecimals, decimal, isZero, sum, toText, type DecimalText } from '../domain/decimal';
import { reactionTo } from '../domain/failure';
import { localized } from '../domain/language';
import { isolateName } from '../names/isolated-name';
import type { AlertEntry, Entry, Notification, WalletsEntry } from '../schema/activity';
import { DOUBT_ENTRY_TEXT, doubtDetail, doubtTitle, questionTitle } from './doubt-entry-text';
import { failureSentence } from './failure-text';
import { groupThousands, MINUS, percentText, signedUsd, toFixedDecimals, usd } from './money';
import { amidChinese, localChainName, tokenName } from './names';
import { durationText } from './time';
import { transferTitle, type TransferEntry } from './transfer-text';

const NOTIFICATION_TEXT_ZH: NotificationText = {
  total: '总资产',
  pricesUp: (percent, wallet) => `${wallet === null ? '' : `${wallet}：`}价格上涨 ${percent}`,
  pricesDown: (percent, wallet) => `${wallet === null ? '' : `${wallet}：`}价格下跌 ${percent}`,
  withTotal: (title, total) => `${title}，总资产 ${total}`,
  withValue: (title, value) => `${title}，现为 ${value}`,
  up: (name, percent) => `${name} 上涨 ${percent}`,
  down: (name, percent) => `${name} 下跌 ${percent}`,
  movedUp: name => `${name} 上涨`,
  movedDown: name => `${name} 下跌`,
  keyStopped: key => `密钥“${key}”已失效`,
  several: '多个钱包',
  pollsStopped: wallet => `${wallet}：已停止刷新`,
  noAnswer: (wallet, time) => `${wallet}：已有 ${time}没有响应`,
  notCounted: symbol => `${symbol} 尚未计入`,
  unsupported: chains => `OKX 不支持${amidChinese(chains.join('、'))}`.trim(),
  unverified: '新代币，价值超过其余资产的一半。如确属自己，请在窗口中计入。',
  polledDaily: '未计入，每天重试一次',
  transfers: '转账',
  both: '价格与转账',
  lastTitle: '今天还有更多变动',
  lastBody: '今天的通知已达上限，其余内容见“动态”。',
  amountsChanged: count => `${count} 项资产数量变动`,
  tokensMoved: count => `${count} 个代币价格变动`,
  changes: count => `${count} 项变动`,
  more: count => `另有 ${count} 项`,
  wallet: {
    'wallet-added': name => `已添加钱包：${name}`,
    'wallet-removed': name => `已移除钱包：${name}`
  },
  wallets: {
    'wallet-added': count => `已添加 ${count} 个钱包`,
    'wallet-removed': count => `已移除 ${count} 个钱包`
  }
};

const MAX_LINES = 4;

const inWallet = (wallet: string | null): string => (wallet === null ? '' : ` in ${wallet}`);

const NOTIFICATION_TEXT_EN = {
  total: 'Total',
  /** `wallet` null: all of them. */
  pricesUp: (percent: string, wallet: string | null): string => `Prices up ${percent}${inWallet(wallet)}`,
  pricesDown: (percent: string, wallet: string | null): string => `Prices down ${percent}${inWallet(wallet)}`,
  withTotal: (title: string, total: string): string => `${title}, total ${total}`,
  withValue: (title: string, value: string): string => `${title}, now ${value}`,
  up: (name: string, percent: string): string => `${name} up ${percent}`,
  down: (name: string, percent: string): string => `${name} down ${percent}`,
  movedUp: (name: string): string => `${name} moved up`,
  movedDown: (name: string): string => `${name} moved down`,
  keyStopped: (key: string): string => `Key "${key}" stopped working`,
  several: 'Several wallets',
  pollsStopped: (wallet: string): string => `${wallet}: refreshing has stopped`,
  noAnswer: (wallet: string, time: string): string => `${wallet}: no answer for ${time}`,
  notCounted: (symbol: string): string => `${symbol} not counted yet`,
  unsupported: (chains: readonly string[]): string => `OKX does not support ${chains.join(', ')}`,
  unverified: 'New, and worth more than half of the rest. Include it in the window if it is yours.',
  polledDaily: 'not counted, tried again once a day',
  transfers: 'transfers',
  both: 'prices and transfers',
  lastTitle: 'More changes today',
  lastBody: 'The limit of notifications for today is reached. The rest is in Activity.',
  amountsChanged: (count: number): string => `${count} amounts changed`,
  tokensMoved: (count: number): string => `${count} prices moved`,
  changes: (count: number): string => `${count} changes`,
  more: (count: number): string => `and ${count} more`,
  wallet: {
    'wallet-added': (name: string): string => `Wallet added: ${name}`,
    'wallet-removed': (name: string): string => `Wallet removed: ${name}`
  } satisfies Record<RecordKind, unknown>,
  wallets: {
    'wallet-added': (count: string): string => `${count} wallets added`,
    'wallet-removed': (count: string): string => `${count} wallets removed`
  } satisfies Record<RecordKind, unknown>
};
export type NotificationText = typeof NOTIFICATION_TEXT_EN;
export const NOTIFICATION_TEXT = localized({ en: NOTIFICATION_TEXT_EN, zh: NOTIFICATION_TEXT_ZH });

/** `Received 250.50 USDC`, `Prices up 5.2 %`: what happened, and how much. */
export function entryTitle(entry: Entry, isMasked: boolean): string {
  switch (entry.kind) {
    case 'arrived':
    case 'left':
      return transferTitle(entry, isMasked);
    case 'total':
      return totalTitle(entry);
    case 'price':
      return moveTitle(tokenName(entry.symbol), entry);
    case 'key':
      return NOTIFICATION_TEXT.keyStopped(isolateName(entry.key));
    case 'polls': {
      const wallet = isolateName(entry.wallet) || NOTIFICATION_TEXT.several;
      if (reactionTo(entry.code) === 'stop') return NOTIFICATION_TEXT.pollsStopped(wallet);
      return NOTIFICATION_TEXT.noAnswer(wallet, durationText(entry.at - entry.since));
    }
    case 'unverified':
      return entry.count === undefined
        ? NOTIFICATION_TEXT.notCounted(tokenName(entry.symbol))
        : questionTitle(entry, isMasked);
    case 'unsupported':
      return NOTIFICATION_TEXT.unsupported(entry.chains.map(name => isolateName(localChainName(name))));
    case 'doubt':
      return doubtTitle(entry, isMasked);
    case 'wallet-added':
    case 'wallet-removed':
      return walletsTitle(entry);
  }
}

/** `Base · Cold wallet`, or other details of the entry. */
export function entryDetail(entry: Entry, isMasked: boolean): string {
  const location = [localChainName(entry.chain), entry.wallet]
    .filter(name => name !== '')
    .map(isolateName)
    .join(' · ');
  switch (entry.kind) {
    case 'arrived':
    case 'left':
      return location;
    case 'total':
      return isMasked ? '' : [signedUsd(entry.amount), ...causesOf(entry)].join(' · ');
    case 'price':
      return [isolateName(localChainName(entry.chain)), isMasked ? '' : signedUsd(entry.amount)]
        .filter(text => text !== '')
        .join(' · ');
    case 'key':
    case 'polls':
      return failureSentence({ code: entry.code, host: null, clockOffsetMs: null });
    case 'unverified':
      return entry.count === undefined ? NOTIFICATION_TEXT.unverified : DOUBT_ENTRY_TEXT.overLimit;
    case 'unsupported':
      return [location, NOTIFICATION_TEXT.polledDaily].filter(text => text !== '').join(' · ');
    case 'doubt':
      return doubtDetail(entry);
    case 'wallet-added':
    case 'wallet-removed':
      return walletsDetail(entry, isMasked);
  }
}

function walletsTitle({ kind, wallets }: WalletsEntry): string {
  const [first, ...others] = wallets;
  return first && others.length === 0
    ? NOTIFICATION_TEXT.wallet[kind](isolateName(first.name))
    : NOTIFICATION_TEXT.wallets[kind](groupThousands(String(wallets.length)));
}

/** `Cold wallet $1,200.00 · Daily $90.10 · and 7 more`; of a single wallet, which the title names, the value alone. */
function walletsDetail({ wallets }: WalletsEntry, isMasked: boolean): string {
  const valueOf = (worth: DecimalText | null) => (worth === null || isMasked ? '' : usd(worth));
  if (wallets.length === 1) return valueOf(wallets[0]?.worth ?? null);
  const listed = wallets.slice(0, MAX_LINES).map(({ name, worth }) => {
    return [isolateName(name), valueOf(worth)].filter(text => text !== '').join(' ');
  });
  const more = wallets.length - listed.length;
  return [...listed, ...(more > 0 ? [NOTIFICATION_TEXT.more(more)] : [])].join(' · ');
}

type TotalEntry = Extract<Entry, { kind: 'total' }>;

/** The causes beside prices, which the title names: an older version counted transfers too. */
function causesOf({ prices, transfers }: TotalEntry): string[] {
  if (isZero(decimal(transfers))) return [];
  return [isZero(decimal(prices)) ? NOTIFICATION_TEXT.transfers : NOTIFICATION_TEXT.both];
}

function totalTitle(entry: TotalEntry): string {
  const wallet = entry.walletId === null ? null : isolateName(entry.wallet);
  if (entry.percent === null || causesOf(entry).length > 0)
    return moveTitle(wallet ?? NOTIFICATION_TEXT.total, entry);
  const { pricesUp, pricesDown } = NOTIFICATION_TEXT;
  return (decimal(entry.percent).units < 0n ? pricesDown : pricesUp)(percentOfMove(entry.percent), wallet);
}

function moveTitle(name: string, { percent, amount }: { percent: string | null; amount: string }): string {
  const isDown = decimal(amount).units < 0n;
  if (percent === null) return (isDown ? NOTIFICATION_TEXT.movedDown : NOTIFICATION_TEXT.movedUp)(name);
  return (isDown ? NOTIFICATION_TEXT.down : NOTIFICATION_TEXT.up)(name, percentOfMove(percent));
}

function percentOfMove(percent: string): string {
  return percentText(percent, 1, false).replace(MINUS, '');
}

/** The title with its dollars: what a transfer is worth, and the total after its prices moved. */
function titleWithUsd(entry: AlertEntry, isMasked: boolean): string {
  const title = entryTitle(entry, isMasked);
  if (isMasked) return title;
  if (entry.kind === 'total') {
    const { withTotal, withValue } = NOTIFICATION_TEXT;
    const isNamed = entry.walletId !== null || causesOf(entry).length > 0;
    return (isNamed ? withValue : withTotal)(title, roughUsd(entry.to));
  }
  return isTransfer(entry) && entry.worth !== null
    ? `${title} · ${usd(toText(absolute(decimal(entry.worth))))}`
    : title;
}

function isTransfer(entry: AlertEntry): entry is TransferEntry {
  return entry.kind === 'arrived' || entry.kind === 'left';
}

/** `$45,494`: cents say nothing beside a percentage. */
function roughUsd(exact: DecimalText): string {
  const value = decimal(exact);
  const isSmall = compareDecimals(absolute(value), { units: 1000n, scale: 0 }) < 0;
  return isSmall ? usd(exact) : `$${groupThousands(toFixedDecimals(value, 0))}`;
}

/**
 * The text of a notification: title and detail of a single entry, or one line for each of several. Where several wallets
 * exist, each line names its own.
 */
export function notificationTextOf(
  { entries, isLastToday, moreCount = 0 }: Notification,
  isMasked: boolean,
  hasSeveralWallets: boolean
): { title: string; body: string } {
  const lines = (each: readonly AlertEntry[]) =>
    linesOf(each, moreCount, entry => lineOf(entry, isMasked, hasSeveralWallets));
  const [first, ...others] = entries;
  if (!first || isLastToday) return { title: NOTIFICATION_TEXT.lastTitle, body: NOTIFICATION_TEXT.lastBody };
  const title = titleWithUsd(first, isMasked);
  const body = entryDetail(first, isMasked);
  if (others.length + moreCount === 0) return { title, body };
  if (ALERT_KIND_FACTS[first.kind].needsAction) return { title, body: [body, ...lines(others)].join('\n') };
  return { title: groupTitle(entries, moreCount, isMasked), body: lines(entries).join('\n') };
}

/** Of what was only counted the kind is not known. */
function groupTitle(entries: readonly AlertEntry[], moreCount: number, isMasked: boolean): string {
  const isOnly = (...kinds: AlertEntry['kind'][]) =>
    moreCount === 0 && entries.every(({ kind }) => kinds.includes(kind));
  const { amountsChanged, tokensMoved, changes } = NOTIFICATION_TEXT;
  const count = entries.length + moreCount;
  const ofOneKind = isOnly('arrived', 'left') ? amountsChanged : isOnly('price') ? tokensMoved : null;
  if (ofOneKind === null) return changes(count);
  const all = entries.map(entry => usdOfEntry(entry));
  if (isMasked || all.includes(null)) return ofOneKind(count);
  return `${ofOneKind(count)} · ${signedUsd(toText(sum(all.map(exact => decimal(exact ?? '0')))))}`;
}

function linesOf(
  entries: readonly AlertEntry[],
  moreCount: number,
  lineFor: (entry: AlertEntry) => string
): string[] {
  const lines = entries.slice(0, MAX_LINES).map(lineFor);
  const more = entries.length - lines.length + moreCount;
  return more > 0 ? [...lines, NOTIFICATION_TEXT.more(more)] : lines;
}

/** Their titles name the wallet, or they are about a token in whichever wallet. */
const WITHOUT_WALLET: ReadonlySet<AlertEntry['kind']> = new Set(['total', 'polls', 'price']);

function lineOf(entry: AlertEntry, isMasked: boolean, hasSeveralWallets: boolean): string {
  // The title of a doubt names its chain.
  const chain = entry.kind === 'doubt' ? '' : localChainName(entry.chain);
  const wallet = hasSeveralWallets && !WITHOUT_WALLET.has(entry.kind) ? entry.wallet : '';
  const places = [chain, wallet].filter(text => text !== '').map(isolateName);
  const effect = entry.kind === 'price' && !isMasked ? [signedUsd(entry.amount)] : [];
  return [titleWithUsd(entry, isMasked), ...effect, ...places].join(' · ');
}
