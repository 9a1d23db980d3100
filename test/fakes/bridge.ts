// Replaces the main process in tests of the window: follows the contract, and refuses what the contract refuses.
import type { Bridge, CallName, EventName } from '../../shared/ipc/channels';
import { CONTRACT, type EventPayloads, type Request } from '../../shared/ipc/contract';
import { languageOf } from '../../shared/domain/language';
import { pushOf } from '../../shared/ipc/state-push';
import { AppState } from '../../shared/schema/app-state';
import { partsOf } from './parts';
import { verificationAnswers } from './verification-answers';
import { walletAnswers, type Answers } from './wallet-answers';

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

export interface FakeBridge extends Bridge {
  /** Every call in order, state:read included. */
  readonly calls: { name: CallName; request: unknown }[];
  readonly state: AppState;
  /** Replaces the answer to one call. */
  answer<Name extends CallName>(name: Name, give: Answers[Name]): void;
  /** Sets the state and pushes it. */
  push(state: AppState): void;
  emit<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void;
  requestsOf<Name extends CallName>(name: Name): Request<Name>[];
}

const DONE = { done: true };

function defaultAnswers(bridge: FakeBridge, demo: AppState | null): Answers {
  const polling = (changed: Partial<AppState['polling']>): typeof DONE => {
    bridge.push({ ...bridge.state, polling: { ...bridge.state.polling, ...changed } });
    return DONE;
  };
  return {
    ...walletAnswers(bridge),
    ...verificationAnswers(bridge),
    'key:rotate': () => ({ outcome: 'saved' }),
    'state:read': () => ({ text: JSON.stringify(bridge.state) }),
    'wallet:connect': () => ({ outcome: 'saved' }),
    'wallet:remove': () => DONE,
    'key:forget': () => DONE,
    'demo:start': () => {
      if (demo) bridge.push(demo);
      return DONE;
    },
    'demo:leave': () => DONE,
    'poll:refresh': () => DONE,
    'poll:pause': () => polling({ pausedUntil: Number.MAX_SAFE_INTEGER, nextAt: null }),
    'poll:resume': () => polling({ pausedUntil: 0 }),
    'choices:change': changed => {
      const language = changed.language ? languageOf(changed.language, []) : bridge.state.language;
      bridge.push({ ...bridge.state, language, choices: { ...bridge.state.choices, ...changed } });
      return DONE;
    },
    'holding:focused': () => DONE,
    'text:copy': () => DONE,
    'diagnostics:read': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      system: 'Linux x64',
      checks: [
        { id: 'key', state: 'good', text: 'OKX accepts the key.' },
        { id: 'clock', state: 'warn', text: 'This clock is 10 min slow. Tokentray corrects for it.' },
        { id: 'keychain', state: 'bad', text: 'No keychain is available on this computer.' },
        { id: 'proxy', state: 'unknown', text: 'No request was made yet.' }
      ],
      lastFailures: [{ at: 1_795_000_000_000, code: 'timeout', serviceCode: null }]
    }),
    'report:read': () => ({ text: 'Tokentray: report of a problem\n\nLog\nnone\n' }),
    'report:save': () => ({ outcome: 'saved', file: 'tokentray-report.txt' }),
    'files:reread': () => DONE,
    'app:quit': () => DONE,
    'activity:read': () => ({ text: '[]' }),
    'history:read': () => ({ chartPoints: bridge.state.history, change: null }),
    'history:lines': () => ({ lines: [] }),
    'history:compare': () => ({ line: null }),
    'wallets:removed': () => ({ wallets: [] }),
    'wallet:forget': () => DONE,
    'history:balance': () => ({ balance: null }),
    'price:week': () => ({ percent: null }),
    'history:delete': ({ at }) => {
      bridge.push({
        ...bridge.state,
        history: bridge.state.history.filter(chartPoint => chartPoint.at !== at)
      });
      return DONE;
    },
    'export:save': ({ what, format }) => ({ outcome: 'saved', file: `tokentray-${what}.${format}` }),
    'file:show': () => DONE,
    'parts:read': () => ({ parts: partsOf(bridge.state) }),
    'explorer:open': () => ({ outcome: 'opened' }),
    'portal:open': () => ({ outcome: 'opened' }),
    'popover:act': () => DONE,
    'ca-file:choose': () => {
      const choices = { ...bridge.state.choices, caFile: '/home/me/company.pem' };
      bridge.push({ ...bridge.state, choices });
      return { outcome: 'chosen' };
    },
    'notice:test': () => ({ outcome: 'shown' }),
    'settings:export': () => ({ file: '/home/me/tokentray-settings.json' }),
    'settings:import': () => DONE,
    'profile:reset': () => DONE,
    'updates:read': () => ({ method: 'asked', outcome: 'none', version: null, notes: '' }),
    'updates:check': () => ({ method: 'asked', outcome: 'newer', version: '9.0.0', notes: 'Faster.' }),
    'updates:open': () => DONE,
    'keychain:read': () => ({ name: 'GNOME Keyring', isMissing: false }),
    'icon:read': () => ({ drawn: PIXEL, light: PIXEL, dark: PIXEL, plate: PIXEL }),
    'native:read': () => ({ autostart: 'off', supportsShortcuts: true }),
    'autostart:set': ({ isOn }) => ({ state: isOn ? 'on' : 'off', errorText: null }),
    'shortcut:set': ({ does, keys }) => {
      const shortcuts = { ...bridge.state.choices.shortcuts, [does]: keys || null };
      bridge.push({ ...bridge.state, choices: { ...bridge.state.choices, shortcuts } });
      return { problem: null };
    }
  };
}

/** A bridge whose main process has the state `initial`; after the demo was started, `demo`. */
export function fakeBridge(initial: AppState, demo: AppState | null = null): FakeBridge {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const calls: FakeBridge['calls'] = [];
  let state = AppState.parse(initial);
  const bridge: FakeBridge = {
    calls,
    get state() {
      return state;
    },
    async call(name, request) {
      const parsed = CONTRACT[name].request.parse(request);
      calls.push({ name, request: parsed });
      const give = answers[name] as (request: unknown) => unknown;
      return CONTRACT[name].response.parse(await give(parsed));
    },
    on(name, listener) {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => all.delete(listener);
    },
    answer: (name, give) => void Object.assign(answers, { [name]: give }),
    push(next) {
      state = AppState.parse(next);
      bridge.emit('state:changed', JSON.stringify(pushOf(null, state, 0)));
    },
    emit: (name, payload) => listeners.get(name)?.forEach(listener => listener(payload)),
    requestsOf: name => calls.filter(call => call.name === name).map(call => call.request as never)
  };
  const answers = defaultAnswers(bridge, demo);
  return bridge;
}
