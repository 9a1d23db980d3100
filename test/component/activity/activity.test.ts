// The Activity page: each entry with its delivery reason, filters, search, export, and masked amounts.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/schema/activity';
import type { AppState } from '../../../shared/schema/app-state';
import type { FakeBridge } from '../../fakes/bridge';
import { arrived, entriesOf, total } from '../../fakes/activity';
import { doubtOf, questionOf } from '../../fakes/alert-events';
import { walletsAdded } from '../../fakes/entries';
import { fresh } from '../../fakes/states';
import { NOW, everyText, giveActivity, open } from '../mount-window';

const fed = (state: AppState): AppState => ({
  ...state,
  activity: { latestAt: NOW - 44 * 60_000, unseen: 2 },
  choices: { ...state.choices, quietHours: { isOn: true, from: 1380, to: 420, letsKeysPass: true } }
});

async function openActivity(
  state: AppState = fed(fresh(NOW)),
  entries: Entry[] = entriesOf(state, NOW)
): Promise<FakeBridge> {
  const bridge = await open(state);
  giveActivity(bridge, entries);
  await fireEvent.click(screen.getByRole('button', { name: /^Activity/ }));
  return bridge;
}

function rows(): HTMLElement[] {
  return screen.queryAllByRole('article');
}

const textOf = (row: HTMLElement | undefined): string => (row?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the Activity page', () => {
  it('the list shows each entry under its day with title, location, value and delivery reason', async () => {
    await openActivity();
    await waitFor(() => expect(rows()).toHaveLength(9));
    expect(screen.getByRole('heading', { name: 'Today, 22 November' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Yesterday, 21 November' })).toBeTruthy();
    expect(textOf(rows()[0])).toBe(
      'Prices up 5.2 % since 07:48 +$2,079.40 09:48 Notified: total moved 5 % or more'
    );
    expect(textOf(rows()[2])).toBe(
      'Received 250 USDC Base · Daily +$250.00 03:12 Not notified: quiet hours, 23:00 to 07:00'
    );
    expect(screen.getByText('9 entries, kept on this computer for 90 days')).toBeTruthy();
  });

  it('the sidebar counts new entries until the page is opened, which is reported once', async () => {
    const bridge = await open(fed(fresh(NOW)));
    expect(screen.getByRole('button', { name: 'Activity 2 new' })).toBeTruthy();
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /^Activity/ }));
    await waitFor(() => expect(bridge.requestsOf('choices:change')).toEqual([{ activitySeenAt: NOW }]));
    bridge.push({ ...bridge.state, activity: { latestAt: NOW, unseen: 0 } });
    expect(await screen.findByRole('button', { name: 'Activity' })).toBeTruthy();
    expect(bridge.requestsOf('choices:change')).toHaveLength(1);
  });

  it('the activity is read again after a new entry, and not after any other state', async () => {
    const bridge = await openActivity();
    await waitFor(() => expect(rows()).toHaveLength(9));
    const before = bridge.requestsOf('activity:read').length;
    bridge.push({ ...bridge.state, polling: { ...bridge.state.polling, isRefreshing: true } });
    bridge.answer('activity:read', () => ({ text: JSON.stringify([arrived(NOW, { symbol: 'SOL' })]) }));
    bridge.push({ ...bridge.state, activity: { latestAt: NOW, unseen: 0 } });
    expect(await screen.findByText('Received 250 SOL')).toBeTruthy();
    expect(bridge.requestsOf('activity:read')).toHaveLength(before + 1);
  });

  it('entries are filtered by topic, by text, by delivery, and by the wallet chosen in the sidebar', async () => {
    await openActivity();
    await waitFor(() => expect(rows()).toHaveLength(9));
    await fireEvent.click(screen.getByLabelText('Keys and refresh'));
    expect(rows().map(row => /OKX read|Daily: no|Zora/.exec(textOf(row))?.[0])).toEqual([
      'Daily: no',
      'OKX read',
      'Zora'
    ]);
    await fireEvent.click(screen.getByLabelText('Notified only'));
    expect(rows().map(row => /OKX read|Daily: no|Zora/.exec(textOf(row))?.[0])).toEqual(['OKX read']);
    expect(screen.getByText('1 of 9 entries, kept on this computer for 90 days')).toBeTruthy();
    await fireEvent.input(screen.getByLabelText('Search activity'), { target: { value: 'pol' } });
    expect(screen.getByText('No entries match these filters')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rows()).toHaveLength(9);
    await fireEvent.change(screen.getByLabelText('What to show', { selector: 'select' }), {
      target: { value: 'w/w2' }
    });
    expect(screen.getByRole('heading', { name: 'Activity' })).toBeTruthy();
    expect(rows()).toHaveLength(4);
    await fireEvent.click(screen.getByRole('button', { name: 'Stop showing only Daily' }));
    expect(rows()).toHaveLength(9);
  });

  it('arrow keys move between entries, and Enter opens a holding that still exists', async () => {
    await openActivity();
    await waitFor(() => expect(rows()).toHaveLength(9));
    rows()[0]?.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    await press('Enter');
    expect(screen.queryByRole('dialog')).toBeNull();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(textOf(rows().find(row => row === document.activeElement))).toContain('Received 250 USDC');
    await press('Enter');
    expect(screen.getByRole('dialog', { name: 'USDC, Base · Daily' })).toBeTruthy();
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('the / key focuses the search without leaving the page, and Escape leaves it', async () => {
    await openActivity();
    const field = await screen.findByLabelText('Search activity');
    await fireEvent.keyDown(document.body, { key: '/' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await fireEvent.input(field, { target: { value: 'x' } });
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect((field as HTMLInputElement).value).toBe('');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
  });

  it('the page shows no amount while balances are hidden', async () => {
    const state = fed(fresh(NOW));
    await openActivity({ ...state, choices: { ...state.choices, isHidden: true } });
    await waitFor(() => expect(rows()).toHaveLength(9));
    const text = everyText();
    for (const amount of ['250', '2,079', '139.1', '0.05', '16.8', '48,000', '118.02'])
      expect(text).not.toContain(amount);
    expect(text).toContain('Received ••• USDC');
    expect(text).toContain('up 5.2\u202f%');
  });

  it('only a few of thousands of entries are drawn', async () => {
    const state = fed(fresh(NOW));
    const many = Array.from({ length: 5000 }, (_, i) => arrived(NOW - i * 60_000));
    await openActivity(state, many);
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
    expect(rows().length).toBeLessThan(100);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('5000');
    expect(screen.getByText('5,000 entries, kept on this computer for 90 days')).toBeTruthy();
  });

  it('an empty activity says that nothing has happened, and leads to the notification settings', async () => {
    await openActivity(fresh(NOW), []);
    expect(await screen.findByText('No activity yet')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Notification settings' }));
    const heading = screen.getByRole('heading', { name: 'Notifications' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});

describe('doubts in the activity', () => {
  const question = questionOf({ id: 'q', at: NOW, toldAt: NOW, toldIn: 'desktop' });
  const DOUBTS: Entry[] = [
    doubtOf({ id: 'b', at: NOW, phase: 'as-before', toldAt: NOW, toldIn: 'desktop' }),
    doubtOf({ id: 't', at: NOW, silence: 'checking', toldAt: NOW, toldIn: 'desktop' }),
    doubtOf({ id: 'c', at: NOW, silence: 'checking' }),
    doubtOf({ id: 'g', at: NOW, phase: 'confirmed', silence: 'notified-otherwise' }),
    arrived(NOW, { silence: 'uninvited', symbol: 'FREE', toldAt: null, toldIn: null })
  ];
  const waiting = (state: AppState, count: number): AppState => ({
    ...state,
    portfolio: {
      ...state.portfolio,
      holdings: state.portfolio.holdings.map((row, at) =>
        at === 0 ? { ...row, countingStatus: 'unverified' } : row
      ),
      waiting: { count, worth: '266200' }
    }
  });

  it('each has what happened, what counts, what it is about, and why it was notified or not', async () => {
    await openActivity(fed(fresh(NOW)), DOUBTS);
    await waitFor(() => expect(rows()).toHaveLength(5));
    const lacks = "OKX's answer lacks 80,000 USDC on Ethereum";
    const meanwhile = 'Counted with its last value while Tokentray checks · Cold wallet';
    expect(rows().map(row => textOf(row).replace(/ \d\d:\d\d /, ' '))).toEqual([
      "80,000 USDC on Ethereum are back In OKX's answer again · Cold wallet $80,000.00 Notified: a change needs confirmation",
      `${lacks} ${meanwhile} $80,000.00 Notified: after several answers agreed, at 10:32`,
      `${lacks} ${meanwhile} $80,000.00 Not notified: too small, or not confirmed by enough answers`,
      '80,000 USDC on Ethereum are gone No longer counted · Cold wallet $80,000.00 Not notified: covered by another notification',
      'Received 250 FREE Base · Daily +$250.00 Not notified: an unsolicited token; only its first arrival is notified'
    ]);
    expect(rows()[0]?.querySelector('.act-worth')?.className).not.toMatch(/pos|neg/);
  });

  it('are found by the token, and listed among the amounts', async () => {
    await openActivity(fed(fresh(NOW)), [total(NOW), ...DOUBTS, question]);
    await waitFor(() => expect(rows()).toHaveLength(7));
    await fireEvent.click(screen.getByLabelText('Amounts'));
    expect(rows()).toHaveLength(6);
    await fireEvent.input(screen.getByLabelText('Search activity'), { target: { value: 'usdc' } });
    expect(rows()).toHaveLength(4);
  });

  it('have no amount while balances are hidden', async () => {
    const state = fed(fresh(NOW));
    await openActivity({ ...state, choices: { ...state.choices, isHidden: true } }, [...DOUBTS, question]);
    await waitFor(() => expect(rows()).toHaveLength(6));
    expect(rows().map(textOf).join()).not.toMatch(/80,?000|266,?200/);
  });

  it('the question opens the list of what needs the OK, as long as something does', async () => {
    await openActivity(waiting(fed(fresh(NOW)), 12), [question]);
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(textOf(rows()[0])).toContain('12 tokens, $266,200.00 in all, need your OK');
    expect(textOf(rows()[0])).toContain('Notified: they need your OK');
    await fireEvent.click(rows()[0]!);
    expect(await screen.findByRole('heading', { name: 'To confirm' })).toBeTruthy();
  });

  it('the question opens nothing once nothing needs the OK', async () => {
    await openActivity(waiting(fed(fresh(NOW)), 0), [question]);
    await waitFor(() => expect(rows()).toHaveLength(1));
    await fireEvent.click(rows()[0]!);
    expect(screen.queryByRole('heading', { name: 'To confirm' })).toBeNull();
  });
});

describe('wallets that were added together', () => {
  const added = walletsAdded({ at: NOW });
  const group = (): Promise<HTMLElement> => screen.findByRole('button', { name: /^2 wallets added/ });

  it('are one row with their value, without a word about notifications, and open to each with its own', async () => {
    await openActivity(fed(fresh(NOW)), [added, total(NOW - 1)]);
    expect(textOf(await group())).toBe(
      '2 wallets added Cold wallet · Daily $1,200.50 10:32 Counted in the total from here on'
    );
    await fireEvent.keyDown(await group(), { key: 'Enter' });
    expect(textOf(rows()[0])).toBe(
      'Wallet added: Cold wallet $1,200.00 10:32 Counted in the total from here on'
    );
    await fireEvent.click(screen.getByRole('radio', { name: 'Wallets' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await fireEvent.click(screen.getByRole('radio', { name: 'Prices' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /wallets added/ })).toBeNull());
  });

  it('show no value while balances are hidden', async () => {
    const state = fed(fresh(NOW));
    await openActivity({ ...state, choices: { ...state.choices, isHidden: true } }, [added]);
    expect(textOf(await group())).toContain('•••');
    expect(everyText()).not.toContain('1,200');
  });
});

describe('a poll that brings many tokens', () => {
  const brought = Array.from({ length: 130 }, (_, i) =>
    arrived(NOW, {
      id: `m${i}`,
      symbol: `TOK${i}`,
      worth: `${i + 1}`,
      silence: 'below-threshold',
      toldAt: null,
      toldIn: null
    })
  );
  const group = (): Promise<HTMLElement> => screen.findByRole('button', { name: /^Received 130 tokens/ });

  it('is one row that says what they are worth and why nothing was notified', async () => {
    await openActivity(fed(fresh(NOW)), [...brought, total(NOW - 1)]);
    expect(textOf(await group())).toBe(
      'Received 130 tokens Base · Daily +$8,515.00 10:32 Not notified: worth less than $10'
    );
    expect(rows()).toHaveLength(1);
    expect((await group()).getAttribute('aria-expanded')).toBe('false');
  });

  it('opens with the keyboard, lists the largest, and more when asked', async () => {
    await openActivity(fed(fresh(NOW)), [...brought, total(NOW - 1)]);
    await fireEvent.keyDown(await group(), { key: 'Enter' });
    expect((await group()).getAttribute('aria-expanded')).toBe('true');
    expect(textOf(rows()[0])).toContain('TOK129');
    await fireEvent.keyDown(await group(), { key: 'End' });
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('Show 50 of 80 more');
    await fireEvent.click(document.activeElement!);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('TOK79'));
    await fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    await fireEvent.keyDown(await group(), { key: ' ' });
    expect(rows()).toHaveLength(1);
  });

  it('is found by its tokens, shows how many were notified, and masks its value', async () => {
    const state = fed(fresh(NOW));
    const some = brought.map((entry, i) =>
      i < 3 ? { ...entry, silence: null, toldAt: NOW, toldIn: 'desktop' as const } : entry
    );
    await openActivity({ ...state, choices: { ...state.choices, isHidden: true } }, some);
    expect(textOf(await group())).toBe('Received 130 tokens Base · Daily ••• 10:32 Notified: 3 of 130');
    await fireEvent.input(screen.getByLabelText('Search activity'), { target: { value: 'tok12' } });
    await waitFor(() => expect(rows()).toHaveLength(11));
  });
});
