// The page language: it follows the state, changes all texts at once, and keeps page, focus and search.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/schema/app-state';
import { arrived } from '../../fakes/entries';
import * as states from '../../fakes/states';
import { NOW, everyText, giveActivity, open } from '../mount-window';

afterEach(() => {
  document.documentElement.lang = 'en';
});

/** Words of four letters and more that are the same in Chinese texts. */
const SAME = [
  'Tokentray',
  'Electron',
  'GitHub',
  'Linux',
  'macOS',
  'Windows',
  'DeFi',
  'WETH',
  'WBNB',
  'JSON',
  'English',
  'https',
  'Tron',
  'Secret',
  'Ctrl',
  'GNOME',
  'Keyring'
];

/** Names that the person or the chain has given. */
function namesOf({ portfolio, keys, secondCurrency: second }: AppState): string {
  return [
    ...portfolio.chains.map(({ name }) => name),
    ...portfolio.wallets.map(({ wallet }) => [wallet.name, 'address' in wallet ? wallet.address : '']).flat(),
    ...portfolio.holdings.map(({ symbol, tokenAddress, address }) => `${symbol} ${tokenAddress} ${address}`),
    ...keys.map(({ name, host }) => `${name} ${host}`),
    second?.code ?? '',
    ...SAME
  ].join(' ');
}

/** Collected from each text node, so that adjacent names stay separate. */
function singleTexts(): string[] {
  const pieces: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '');
  for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'label'])
    for (const node of document.querySelectorAll(`[${name}]`)) pieces.push(node.getAttribute(name) ?? '');
  return pieces;
}

/** English words that remain on the page, in visible texts and in texts for screen readers. */
function englishLeft(state: AppState): string[] {
  const names = namesOf(state);
  const words =
    singleTexts()
      .join('\n')
      .match(/[A-Za-z]{4,}/g) ?? [];
  return [...new Set(words)].filter(word => !names.includes(word));
}

function inChinese(state: AppState): AppState {
  return { ...state, language: 'zh', choices: { ...state.choices, language: 'zh' } };
}

async function turnTo(page: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${page}`) }));
}

async function choose(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('radio', { name }));
}

describe('the page language', () => {
  it('a change of the language changes every text at once, and so does the change back', async () => {
    const state = states.fresh(NOW);
    await open(state);
    await turnTo('Settings');
    await choose('简体中文');
    await screen.findByRole('heading', { name: '设置' });
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(englishLeft(state)).toEqual([]);
    await choose('English');
    await screen.findByRole('heading', { name: 'Settings' });
    expect(document.documentElement.lang).toBe('en');
    expect(everyText().replace('简体中文', '')).not.toMatch(/[\u3400-\u9fff]/);
  });

  it('a change of the language keeps the page and the focus on the choice', async () => {
    await open(states.fresh(NOW));
    await turnTo('Settings');
    const radio = screen.getByRole('radio', { name: '简体中文' });
    radio.focus();
    await fireEvent.click(radio);
    await screen.findByRole('heading', { name: '设置' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: '简体中文' })));
  });

  it('a change of the language keeps the search text', async () => {
    const bridge = await open(states.fresh(NOW));
    const field = screen.getByRole<HTMLInputElement>('searchbox');
    await fireEvent.input(field, { target: { value: 'usdc' } });
    bridge.push(inChinese(bridge.state));
    await waitFor(() => expect(document.documentElement.lang).toBe('zh-CN'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('usdc');
  });

  it('the language of the state is used from the first moment', async () => {
    await open(inChinese(states.firstRun(NOW)));
    expect(screen.getByRole('button', { name: '连接 OKX' })).toBeTruthy();
  });
});

describe('the Chinese pages contain no English', () => {
  const kinds = [
    'fresh',
    'demo',
    'hidden',
    'partial',
    'stale',
    'failing',
    'paused',
    'loading',
    'empty'
  ] as const;
  it.each([...kinds, 'undecided', 'withSecond', 'firstRun'] as const)('the first page: %s', async kind => {
    const state = inChinese(states[kind](NOW));
    await open(state);
    expect(englishLeft(state)).toEqual([]);
  });

  it.each(['动态', '设置', '诊断'])('the page %s contains no English', async page => {
    const state = inChinese(states.fresh(NOW));
    const bridge = await open(state);
    giveActivity(bridge, [arrived({ silence: 'quiet-hours' })]);
    bridge.answer('diagnostics:read', () => ({
      version: '0.1.0',
      electron: '45.4.1',
      system: 'Linux x64',
      checks: [{ id: 'key', state: 'good', text: '密钥正常。' }],
      lastFailures: []
    }));
    await turnTo(page);
    await screen.findByRole('heading', { name: page });
    expect(englishLeft(state)).toEqual([]);
  });

  it('the pages of the wallets and of a new key contain no English', async () => {
    const state = inChinese(states.fresh(NOW));
    await open(state);
    await turnTo('设置');
    await fireEvent.click(screen.getByRole('button', { name: '管理' }));
    await screen.findByRole('heading', { level: 1, name: '钱包与密钥' });
    expect(englishLeft(state)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: '连接其他密钥' }));
    await screen.findByRole('heading', { level: 1, name: '连接 OKX' });
    expect(englishLeft(state)).toEqual([]);
  });
});
