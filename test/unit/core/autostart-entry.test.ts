// The desktop entry of the autostart folder: on and off as sessions and their tools see it.
import { describe, expect, it } from 'vitest';
import { entryTurnedOn, readEntry, startsAs } from '../../../electron/core/autostart-entry';

const ENTRY = { name: 'Tokentray', words: ['/opt/Token tray/tokentray', '--hidden'] };
const EXEC = '"/opt/Token tray/tokentray" --hidden';
const FRESH = entryTurnedOn(ENTRY, null);

describe('an entry that the app writes', () => {
  it('is on, starts what was meant, and asks for no terminal', () => {
    expect(readEntry(FRESH)).toEqual({ isOn: true, exec: EXEC });
    expect(startsAs(FRESH, ENTRY)).toBe(true);
    expect(FRESH.split('\n')[0]).toBe('[Desktop Entry]');
    expect(FRESH).toContain('\nType=Application\n');
    expect(FRESH).toContain('\nTerminal=false\n');
  });

  it('holds one line a value, whatever the name is', () => {
    const text = entryTurnedOn({ ...ENTRY, name: 'Toke\nExec=evil' }, null);
    expect(readEntry(text).exec).toBe(EXEC);
    expect(text.match(/^Exec=/gm)).toHaveLength(1);
  });

  it('takes the place of a file that is no desktop entry', () => {
    expect(entryTurnedOn(ENTRY, 'nonsense')).toBe(FRESH);
    expect(entryTurnedOn(ENTRY, '')).toBe(FRESH);
  });
});

describe('an entry that a tool of the desktop changed', () => {
  it.each([
    'Hidden=true',
    'Hidden = true ',
    'X-GNOME-Autostart-enabled=false',
    'X-GNOME-Autostart-Enabled=false',
    'X-MATE-Autostart-enabled=false'
  ])('is off with %s, and turning it on takes that away', line => {
    const text = `${FRESH}${line}\n`;
    expect(readEntry(text).isOn).toBe(false);
    expect(entryTurnedOn(ENTRY, text)).toBe(FRESH);
  });

  it.each(['Hidden=false', 'X-GNOME-Autostart-enabled=true', '#Hidden=true', 'X-GNOME-Autostart-Delay=10'])(
    'is on with %s',
    line => {
      expect(readEntry(`${FRESH}${line}\n`).isOn).toBe(true);
    }
  );

  it('is judged by its own group alone', () => {
    expect(readEntry(`${FRESH}[Desktop Action x]\nHidden=true\nExec=other\n`)).toEqual({
      isOn: true,
      exec: EXEC
    });
  });

  it('is off without a program', () => {
    expect(readEntry('[Desktop Entry]\nType=Application\n')).toEqual({ isOn: false, exec: null });
  });

  it('keeps what else was written when the program moved, and what comes after its group', () => {
    const before = `# mine\n${FRESH}X-GNOME-Autostart-Delay=10\nOnlyShowIn=XFCE;\n\n[Desktop Action x]\nExec=other\nHidden=true\n`;
    const moved = { ...ENTRY, words: ['/new/place', '--hidden'] };
    expect(startsAs(before, moved)).toBe(false);
    const after = entryTurnedOn(moved, before);
    expect(after).toBe(before.replace(EXEC, '/new/place --hidden'));
    expect(startsAs(after, moved)).toBe(true);
  });

  it('loses what would keep the program that moved from starting', () => {
    const after = entryTurnedOn(ENTRY, `${FRESH}TryExec=/gone\nExec=/second\n`);
    expect(after).toBe(FRESH);
  });

  it('gets a program where it has none, and survives the line ends of another system', () => {
    expect(readEntry(entryTurnedOn(ENTRY, '[Desktop Entry]\r\nName=x\r\n'))).toEqual({
      isOn: true,
      exec: EXEC
    });
  });
});
