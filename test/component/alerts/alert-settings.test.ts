// Notification settings in Settings and in the drawer of a holding; each choice applies at once.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AlertRule } from '../../../shared/schema/alert';
import { DEFAULT_ALERTS, DEFAULT_CHOICES } from '../../../shared/domain/default-settings';
import type { FakeBridge } from '../../fakes/bridge';
import { arrived, entriesOf } from '../../fakes/activity';
import { fresh } from '../../fakes/states';
import { NOW, giveActivity, open } from '../mount-window';

const USDC = '8453/0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';

async function settings(alerts: AlertRule[] = [...DEFAULT_ALERTS]): Promise<FakeBridge> {
  const state = fresh(NOW);
  const bridge = await open({ ...state, choices: { ...state.choices, alerts } });
  bridge.emit('view:show', { view: 'settings', holdingId: null });
  await screen.findByRole('button', { name: 'Add a rule' });
  return bridge;
}

const lastAlerts = (bridge: FakeBridge): AlertRule[] =>
  bridge.requestsOf('choices:change').findLast(({ alerts }) => alerts !== undefined)?.alerts ?? [];

describe('the alert kinds', () => {
  it('each alert kind has its own switch, which leaves the others unchanged', async () => {
    const bridge = await settings();
    for (const name of [
      'Tokens received',
      'Price moved',
      'Key stopped working',
      'New tokens need your OK',
      'A change needs confirmation',
      'OKX dropped a chain'
    ])
      expect(screen.getByRole('switch', { name })).toBeTruthy();
    await fireEvent.click(screen.getByRole('switch', { name: 'OKX is not answering' }));
    expect(lastAlerts(bridge)).toEqual(
      DEFAULT_ALERTS.map(rule => (rule.kind === 'polls' ? { ...rule, isOn: false } : rule))
    );
    await waitFor(() => expect(screen.queryByLabelText(/OKX is not answering: After/)).toBeNull());
  });

  it('a threshold is accepted in the unit of its kind, and an error explains an invalid one', async () => {
    const bridge = await settings();
    const field = screen.getByLabelText('Total moved: Least move, in percent');
    await fireEvent.change(field, { target: { value: 'much' } });
    expect(screen.getByText('Enter a percentage from 0.1 to 1000, such as 5.')).toBeTruthy();
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    await fireEvent.change(field, { target: { value: '2.5 %' } });
    expect(lastAlerts(bridge).find(({ kind }) => kind === 'total')?.from).toBe('2.5');
  });
});

describe('a kind of alert that the stored rules do not have yet', () => {
  it('is on, and switching it off adds its rule', async () => {
    const known = DEFAULT_ALERTS.filter(({ kind }) => kind !== 'doubt');
    const bridge = await settings(known);
    await fireEvent.click(screen.getByRole('switch', { name: /needs confirmation/, checked: true }));
    const off = { kind: 'doubt', walletId: null, token: null, isOn: false, from: '0' };
    expect(lastAlerts(bridge)).toEqual([...known, off]);
  });
});

describe('alert rules of one wallet or token', () => {
  it('a rule for a token can be added and removed', async () => {
    const bridge = await settings();
    await fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    expect(document.activeElement).toBe(await screen.findByLabelText('Event'));
    await fireEvent.change(screen.getByLabelText('Event'), { target: { value: 'price' } });
    await fireEvent.change(screen.getByLabelText('For'), { target: { value: `t/${USDC}` } });
    await fireEvent.click(screen.getByLabelText('Never'));
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    const added = { kind: 'price', walletId: null, token: USDC, isOn: false, from: '10' };
    expect(lastAlerts(bridge)).toEqual([...DEFAULT_ALERTS, added]);
    const remove = await screen.findByRole('button', { name: 'Remove: Price moved · USDC on Base' });
    await fireEvent.click(remove);
    expect(lastAlerts(bridge)).toEqual(DEFAULT_ALERTS);
  });

  it('a rule for a wallet can be added with its own threshold', async () => {
    const bridge = await settings();
    await fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    await fireEvent.change(await screen.findByLabelText('For'), { target: { value: 'w/w2' } });
    const form = screen.getAllByLabelText('Tokens received: Least value, in dollars').at(-1);
    await fireEvent.change(form ?? document.body, { target: { value: '500' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(lastAlerts(bridge).at(-1)).toEqual({
      kind: 'arrived',
      walletId: 'w2',
      token: null,
      isOn: true,
      from: '500'
    });
    expect(await screen.findByText('at least $500')).toBeTruthy();
  });

  it('the form offers only targets that fit the kind, and Escape closes it without leaving the page', async () => {
    const bridge = await settings();
    await fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    await fireEvent.change(await screen.findByLabelText('Event'), { target: { value: 'total' } });
    const places = [...screen.getByLabelText('For').querySelectorAll('option')].map(one => one.textContent);
    expect(places).toEqual(['Cold wallet', 'Daily']);
    await fireEvent.keyDown(screen.getByLabelText('For'), { key: 'Escape' });
    expect(screen.queryByLabelText('Event')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
    expect(bridge.requestsOf('choices:change')).toEqual([]);
  });

  it('a rule can be changed in its place, with its values in the form', async () => {
    const own: AlertRule = { kind: 'arrived', walletId: 'w2', token: null, isOn: true, from: '500' };
    const bridge = await settings([...DEFAULT_ALERTS, own]);
    await fireEvent.click(screen.getByRole('button', { name: 'Edit: Tokens received · Daily' }));
    expect((await screen.findByLabelText<HTMLSelectElement>('For')).value).toBe('w/w2');
    const size = within(screen.getByRole('listitem', { name: 'Tokens received · Daily' })).getByLabelText(
      'Tokens received: Least value, in dollars'
    );
    await fireEvent.change(size, { target: { value: 'much' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(bridge.requestsOf('choices:change')).toEqual([]);
    expect(document.activeElement).toBe(size);
    await fireEvent.change(size, { target: { value: '250' } });
    await fireEvent.change(screen.getByLabelText('For'), { target: { value: 'w/w1' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(lastAlerts(bridge)).toEqual([...DEFAULT_ALERTS, { ...own, walletId: 'w1', from: '250' }]);
    const edit = await screen.findByRole('button', { name: 'Edit: Tokens received · Cold wallet' });
    await waitFor(() => expect(document.activeElement).toBe(edit));
  });

  it('Escape leaves a rule as it was, and a rule of a token that is gone can be changed too', async () => {
    const gone: AlertRule = { kind: 'left', walletId: null, token: '1/0xgone', isOn: true, from: '7' };
    const bridge = await settings([...DEFAULT_ALERTS, gone]);
    const edit = () => screen.getByRole('button', { name: /^Edit: Tokens sent/ });
    await fireEvent.click(edit());
    await fireEvent.keyDown(await screen.findByLabelText('For'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(edit()));
    await fireEvent.click(edit());
    await fireEvent.click(await screen.findByLabelText('Never'));
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(lastAlerts(bridge)).toEqual([...DEFAULT_ALERTS, { ...gone, isOn: false }]);
  });

  it('a rule of a token that is no longer held is still listed and can be removed', async () => {
    await settings([
      ...DEFAULT_ALERTS,
      { kind: 'left', walletId: null, token: '1/0xgone', isOn: true, from: '7' }
    ]);
    expect(screen.getByText('token no longer held')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Remove: Tokens sent/ })).toBeTruthy();
  });
});

describe('quiet hours and notification limits', () => {
  it('quiet hours are set by times of day, and an empty time keeps the old one', async () => {
    const bridge = await settings();
    await fireEvent.click(screen.getByRole('switch', { name: /^Quiet hours/ }));
    const from = await screen.findByLabelText<HTMLInputElement>('From');
    expect(from.value).toBe('22:00');
    await fireEvent.change(from, { target: { value: '11:30 pm' } });
    await waitFor(() => expect(from.value).toBe('23:30'));
    await fireEvent.change(screen.getByLabelText('To'), { target: { value: '' } });
    expect(screen.getByLabelText<HTMLInputElement>('To').value).toBe('07:00');
    await fireEvent.change(screen.getByLabelText('To'), { target: { value: 'dawn' } });
    expect(screen.getByText('Enter a time of day, such as 21:30.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('switch', { name: /Still notify when a key stops/ }));
    const { quietHours } = DEFAULT_CHOICES;
    expect(bridge.requestsOf('choices:change')).toEqual([
      { quietHours: { ...quietHours, isOn: true } },
      { quietHours: { ...quietHours, isOn: true, from: 23 * 60 + 30 } },
      { quietHours: { ...quietHours, isOn: true, from: 23 * 60 + 30, letsKeysPass: false } }
    ]);
  });

  it('the cooldown in minutes and the limit for a day are set as numbers', async () => {
    const bridge = await settings();
    await fireEvent.change(screen.getByLabelText(/Minutes between/), { target: { value: '5' } });
    await fireEvent.change(screen.getByLabelText(/per day/), { target: { value: '0' } });
    expect(screen.getByText('Enter a whole number from 1 to 1000.')).toBeTruthy();
    await fireEvent.change(screen.getByLabelText(/per day/), { target: { value: '3' } });
    await fireEvent.click(screen.getByRole('switch', { name: /^Amounts in notifications/ }));
    expect(bridge.requestsOf('choices:change')).toEqual([
      { alertCooldownMs: 300_000 },
      { alertsADay: 3 },
      { amountsInNotices: false }
    ]);
  });
});

describe('the test notification', () => {
  it.each([
    ['shown', 'Shown by the desktop.'],
    ['failed', 'The desktop refused it.'],
    ['unknown', 'Sent. The desktop did not confirm that it was shown.']
  ] as const)('the page names the outcome of the test: %s', async (outcome, text) => {
    const bridge = await settings();
    bridge.answer('notice:test', () => ({ outcome }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show a test notification' }));
    expect(await screen.findByText(text)).toBeTruthy();
  });
});

describe('the alerts in the drawer of a holding', () => {
  it('the drawer lists entries of its holding with their delivery reasons, and none of another holding', async () => {
    const state = fresh(NOW);
    const bridge = await open(state);
    const entries = entriesOf(state, NOW);
    const id = entries.find(({ holdingId }) => holdingId !== null)?.holdingId ?? '';
    giveActivity(bridge, [arrived(NOW, { holdingId: id, amount: '7', toldIn: 'window' }), ...entries]);
    bridge.emit('view:show', { view: 'overview', holdingId: id });
    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByText('Received 7 USDC')).toBeTruthy();
    expect(drawer.getByText('10:32 · notified')).toBeTruthy();
    expect(drawer.getByText('03:12 · not notified: quiet hours')).toBeTruthy();
    expect(drawer.queryByText(/Total up/)).toBeNull();
  });

  it('the drawer sets an alert rule for its token and removes it again', async () => {
    const state = fresh(NOW);
    const bridge = await open(state);
    const row = state.portfolio.holdings.find(one => one.symbol === 'USDC' && one.chainIndex === '8453');
    bridge.emit('view:show', { view: 'overview', holdingId: row?.id ?? null });
    const drawer = within(await screen.findByRole('dialog'));
    const own = (): string[] =>
      lastAlerts(bridge)
        .filter(({ token }) => token === USDC)
        .map(({ kind, isOn, from }) => `${kind} ${isOn ? from : 'never'}`);
    await fireEvent.change(await drawer.findByLabelText('Transfers'), {
      target: { value: 'never' }
    });
    expect(own()).toEqual(['arrived never', 'left never']);
    await fireEvent.change(drawer.getByLabelText('Price moves'), { target: { value: 'from' } });
    await fireEvent.change(await drawer.findByLabelText(/Price moves: Least move/), {
      target: { value: '3' }
    });
    expect(own()).toEqual(['arrived never', 'left never', 'price 3']);
    await fireEvent.change(drawer.getByLabelText('Transfers'), {
      target: { value: 'usual' }
    });
    expect(own()).toEqual(['price 3']);
  });
});
