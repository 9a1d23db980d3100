import { describe, expect, it } from 'vitest';
import { notifyArguments } from '../../../../electron/adapters/dbus/notification-message';
import type { AppNotification } from '../../../../electron/core/ports/notifier';

const LOOK = {
  appName: 'Tokentray',
  icon: 'file:///usr/share/icons/tokentray.png',
  desktopEntry: 'tokentray',
  openLabel: () => 'Open'
};
const NOTIFICATION: AppNotification = {
  kind: 'changes',
  title: 'Received 1 <b>X</b> & Y',
  body: 'Base · Cold & wallet\n"<i>"',
  urgency: 'normal'
};

function sent(change: Partial<AppNotification>, capabilities: readonly string[], replacedId = 0) {
  const all = notifyArguments({ ...NOTIFICATION, ...change }, LOOK, new Set(capabilities), replacedId);
  const [app, replaces, icon, title, body, actions, hints, expireMs] = all;
  return { app, replaces, icon, title, body, actions, hints, expireMs };
}

describe('the message of a notification', () => {
  it('has its text as it stands for a server without markup, and the title is never markup', () => {
    expect(sent({}, ['body', 'actions'], 7)).toMatchObject({
      app: 'Tokentray',
      replaces: 7,
      icon: LOOK.icon,
      title: NOTIFICATION.title,
      body: NOTIFICATION.body,
      actions: ['default', 'Open']
    });
  });

  it('has an escaped body for a server with markup, and no action for one that knows none', () => {
    expect(sent({}, ['body', 'body-markup'])).toMatchObject({
      title: NOTIFICATION.title,
      body: 'Base · Cold &amp; wallet\n"&lt;i&gt;"',
      actions: []
    });
  });

  it('has the lines of the body in the title where only that is shown, as many as fit', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `Received 25${i} USDC · Base · Cold wallet`);
    const { title, body } = sent({ title: '9 amounts changed', body: lines.join('\n') }, ['body-markup']);
    expect(title).toBe(['9 amounts changed', ...lines.slice(0, 3)].join(' · '));
    expect(body).toBe('');
    expect(sent({ body: '' }, []).title).toBe(NOTIFICATION.title);
  });

  it('has the urgency as a byte, and expires when the server wants, or never when it is critical', () => {
    const of = (urgency: AppNotification['urgency']) => {
      const { hints, expireMs } = sent({ urgency }, ['body']);
      return [(hints as { urgency: unknown }).urgency, expireMs];
    };
    expect(of('low')).toEqual([{ signature: 'y', value: 0 }, -1]);
    expect(of('normal')).toEqual([{ signature: 'y', value: 1 }, -1]);
    expect(of('critical')).toEqual([{ signature: 'y', value: 2 }, 0]);
    expect(sent({}, []).hints).toMatchObject({ 'desktop-entry': { signature: 's', value: 'tokentray' } });
  });
});
