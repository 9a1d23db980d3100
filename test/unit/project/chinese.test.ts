// Tests Chinese texts that are put together: times, the menu of the tray, notifications, banners.
import { beforeEach, describe, expect, it } from 'vitest';
import { trayMenuOf } from '../../../electron/core/tray/menu';
import type { MenuRow } from '../../../electron/core/tray/menu-rows';
import { exportOf, fileText } from '../../../electron/core/export/export';
import { trayViewOf } from '../../../electron/core/tray/tray-view';
import { bannerOf } from '../../../renderer/overview/banner';
import { visibleHoldings } from '../../../renderer/holdings/filter/filters';
import { dayText } from '../../../renderer/activity/activity-lines';
import { failureSentence } from '../../../shared/text/failure-text';
import { badgeText } from '../../../shared/text/headline';
import { language, setLanguage, inLanguage } from '../../../shared/domain/language';
import { entryTitle, notificationTextOf } from '../../../shared/text/notification-text';
import { clockText, durationText, momentText, sinceText } from '../../../shared/text/time';
import { arrived } from '../../fakes/entries';
import * as states from '../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);
const HOUR_MS = 60 * 60_000;
const EVERYTHING = {
  search: '',
  groupBy: 'nothing',
  sortBy: 'value',
  isDescending: true,
  chain: null,
  wallet: null,
  group: null,
  asset: null,
  type: null,
  only: null,
  showsRisky: false,
  opened: new Set<string>()
} as const;

beforeEach(() => setLanguage('zh'));

function labels(rows: readonly MenuRow[]): string[] {
  return rows.flatMap(row =>
    row.kind === 'separator' ? [] : row.kind === 'submenu' ? [row.label, ...labels(row.rows)] : [row.label]
  );
}

describe('times in Chinese', () => {
  it.each([
    [12_000, '12 秒'],
    [24 * 60_000, '24 分钟'],
    [3 * HOUR_MS, '3 小时'],
    [50 * HOUR_MS, '2 天']
  ])('a duration of %d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it('use 24 hours, with the month before the day', () => {
    expect(momentText(NOW, NOW)).toBe('10:32');
    expect(momentText(NOW - 24 * HOUR_MS, NOW)).toBe('11月21日 10:32');
    expect(sinceText(NOW - 24 * HOUR_MS, NOW)).toBe('近 24 小时');
    expect(clockText(-600_000)).toBe('慢 10 分钟');
    expect(dayText(NOW - 72 * HOUR_MS, NOW)).toBe('11月19日 星期四');
  });
});

describe('well-known chains', () => {
  it('have their Chinese names in the tray and in notifications', () => {
    const all = labels(trayMenuOf(states.fresh(NOW), NOW)).join(' / ');
    expect(all).toMatch(/\$[\d,.]+\s+以太坊/);
    expect(all).toMatch(/\$[\d,.]+\s+比特币/);
    expect(all).not.toMatch(/Ethereum/);
    const entries = [arrived({ chain: 'Ethereum' })];
    const notification = { id: 'n', at: NOW, entries, deferredCount: 0, isLastToday: false };
    expect(notificationTextOf(notification, false, false).body).toBe('以太坊 · Cold wallet');
  });

  it('are found by either name', () => {
    const { portfolio } = states.fresh(NOW);
    const found = (search: string) =>
      visibleHoldings({ portfolio }, { ...EVERYTHING, search }).filter(
        ({ chainIndex }) => chainIndex === '1'
      );
    expect(found('以太坊').length).toBeGreaterThan(1);
    expect(found('以太坊')).toEqual(found('ethereum'));
  });

  it('keep the name of the list in exports', () => {
    const { portfolio } = states.fresh(NOW);
    const entries = [arrived({ chain: 'Ethereum' })];
    const facts = { portfolio, wallets: [], points: [], entries };
    expect(fileText('csv', exportOf('activity', 'csv', facts))).toContain('Ethereum');
    expect(fileText('csv', exportOf('holdings', 'csv', facts))).toContain('Ethereum');
  });
});

describe('the tray in Chinese', () => {
  it('has its menu in Chinese, amounts in dollars, and numbers unchanged', () => {
    const all = labels(trayMenuOf(states.fresh(NOW), NOW));
    expect(all).toEqual(
      expect.arrayContaining([
        '$42,070.97',
        '打开',
        '立即刷新',
        '暂停',
        '隐藏余额',
        '复制总资产',
        '设置',
        '退出'
      ])
    );
    expect(all).toContain('价格变动 ▲ +$362.18 (+0.87%) 近 24 小时');
    expect(all).toContain('转账 +$250.00');
    expect(trayViewOf(states.fresh(NOW), NOW).icon.text).toBe('42k');
  });

  it('names a test network, chains beyond the twentieth, and an old rate', () => {
    const state = states.withSecond(NOW);
    const [chain] = state.portfolio.chains;
    const chains = Array.from({ length: 23 }, () => ({ ...chain!, name: 'Sepolia', isTestnet: true }));
    const second = { ...state.secondCurrency!, takenAt: NOW - 3 * HOUR_MS };
    const all = labels(
      trayMenuOf({ ...state, secondCurrency: second, portfolio: { ...state.portfolio, chains } }, NOW)
    );
    expect(all).toEqual(expect.arrayContaining(['不计价值  Sepolia', '另有 3 条链']));
    expect(all[1]).toMatch(/^≈ [\d.]+ BTC · 07:32 的汇率$/);
  });

  it.each([
    'fresh',
    'failing',
    'partial',
    'stale',
    'paused',
    'firstRun',
    'loading',
    'hidden',
    'demo'
  ] as const)('has no English left: %s', kind => {
    const state = states[kind](NOW);
    const names = state.portfolio.chains.map(({ name }) => name).join(' ');
    const words =
      labels(trayMenuOf(state, NOW))
        .join(' ')
        .match(/[A-Za-z]{4,}/g) ?? [];
    expect(words.filter(word => !names.includes(word))).toEqual([]);
  });
});

it('notifications contain what, how much and where', () => {
  const notification = { id: 'n', at: NOW, entries: [arrived()], deferredCount: 0, isLastToday: false };
  expect(notificationTextOf(notification, false, false)).toEqual({
    title: '收到 250 USDC · $250.00',
    body: 'Base · Cold wallet'
  });
  expect(entryTitle(arrived(), true)).toBe('收到 ••• USDC');
  const two = { ...notification, entries: [arrived(), arrived({ id: 'e2' })] };
  expect(notificationTextOf(two, false, false).title).toBe('2 项资产数量变动 · +$500.00');
  const line = '收到 ••• USDC · Base · Cold wallet';
  expect(notificationTextOf(two, true, true).body).toBe([line, line].join('\n'));
});

it('a failure is described in whole sentences', () => {
  const failure = { code: 'clock-wrong', host: null, clockOffsetMs: 600_000 } as const;
  expect(failureSentence(failure)).toContain('系统时钟快 10 分钟。');
  expect(bannerOf(states.failing(NOW), NOW, new Set())).toMatchObject({
    title: 'OKX 不认识此密钥。',
    text: '欧洲的密钥在 eea.okx.com 或 my.okx.com，美国的在 us.okx.com 或 app.okx.com，土耳其的在 tr.okx.com：请选择所在地区的主机。密钥也可能已被删除。已停止刷新，最近的数据会保留。',
    action: { label: '新密钥' }
  });
});

it('the badge shows age and completeness', () => {
  expect(badgeText(states.fresh(NOW), NOW)).toBe('12 秒前 · 全部已响应');
});

it('an export is the same file in every language', () => {
  const { portfolio } = states.fresh(NOW);
  const facts = { portfolio, wallets: [], points: [], entries: [arrived()] };
  const make = () => fileText('csv', exportOf('activity', 'csv', facts));
  const chinese = inLanguage('en', make);
  expect(language()).toBe('zh');
  setLanguage('en');
  expect(chinese).toBe(make());
});
