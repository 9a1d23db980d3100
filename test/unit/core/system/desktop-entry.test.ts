// The desktop entry of the autostart folder: on and off as sessions and their tools see it.
import { describe, expect, it } from 'vitest';
import { enableEntry, parseEntry, isEntryOf } from '../../../../electron/core/system/desktop-entry';

const ENTRY = { name: 'Tokentray', words: ['/opt/Token tray/tokentray', '--hidden'] };
const EXEC = '"/opt/Token tray/tokentray" --hidden';
const PROGRAM = '/opt/Token tray/tokentray';
const FRESH = enableEntry(ENTRY, null);

describe('an entry that the app writes', () => {
  it('is on, starts what was meant, and asks for no terminal', () => {
    expect(parseEntry(FRESH)).toEqual({ isOn: true, exec: EXEC, tryExec: PROGRAM });
    expect(isEntryOf(FRESH, ENTRY)).toBe(true);
    expect(FRESH.split('\n')[0]).toBe('[Desktop Entry]');
    expect(FRESH).toContain('\nType=Application\n');
    expect(FRESH).toContain('\nTerminal=false\n');
  });

  it('holds one line a value, whatever the name is', () => {
    const text = enableEntry({ ...ENTRY, name: 'Toke\nExec=evil' }, null);
    expect(parseEntry(text).exec).toBe(EXEC);
    expect(text.match(/^Exec=/gm)).toHaveLength(1);
  });

  it('takes the place of a file that is no desktop entry', () => {
    expect(enableEntry(ENTRY, 'nonsense')).toBe(FRESH);
    expect(enableEntry(ENTRY, '')).toBe(FRESH);
  });
});

describe('the program that a session looks for first', () => {
  const tried = (...words: string[]) => /^TryExec=.*$/m.exec(enableEntry({ ...ENTRY, words }, null))?.[0];

  it('is a plain path: no quotes, no arguments, no percent signs doubled, backslashes escaped', () => {
    expect(tried('/home/me/Token tray 100%.AppImage', '--hidden')).toBe(
      'TryExec=/home/me/Token tray 100%.AppImage'
    );
    expect(tried('/a\\b"c')).toBe('TryExec=/a\\\\b"c');
  });

  it('is the program itself where a shell begins it', () => {
    expect(tried('/home/me/a=b/tokentray', '--hidden')).toBe('TryExec=/home/me/a=b/tokentray');
  });

  it('is not named where a desktop would take a part of its path for a variable', () => {
    expect(tried('/home/$me/tokentray')).toBeUndefined();
    const entry = { ...ENTRY, words: ['/home/$me/tokentray'] };
    expect(isEntryOf(enableEntry(entry, null), entry)).toBe(true);
  });

  it('is added to an entry that has none', () => {
    const without = FRESH.replace(/^TryExec=.*\n/m, '');
    expect(isEntryOf(without, ENTRY)).toBe(false);
    expect(enableEntry(ENTRY, without)).toBe(FRESH);
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
    expect(parseEntry(text).isOn).toBe(false);
    expect(enableEntry(ENTRY, text)).toBe(FRESH);
  });

  it.each(['Hidden=false', 'X-GNOME-Autostart-enabled=true', '#Hidden=true', 'X-GNOME-Autostart-Delay=10'])(
    'is on with %s',
    line => {
      expect(parseEntry(`${FRESH}${line}\n`).isOn).toBe(true);
    }
  );

  it('is judged by its own group alone', () => {
    expect(parseEntry(`${FRESH}[Desktop Action x]\nHidden=true\nExec=other\n`)).toEqual({
      isOn: true,
      exec: EXEC,
      tryExec: PROGRAM
    });
  });

  it('is off without a program', () => {
    expect(parseEntry('[Desktop Entry]\nType=Application\n')).toMatchObject({ isOn: false, exec: null });
  });

  it('keeps what else was written when the program moved, and what comes after its group', () => {
    const before = `# mine\n${FRESH}X-GNOME-Autostart-Delay=10\nOnlyShowIn=XFCE;\n\n[Desktop Action x]\nExec=other\nHidden=true\n`;
    const moved = { ...ENTRY, words: ['/new/place', '--hidden'] };
    expect(isEntryOf(before, moved)).toBe(false);
    const after = enableEntry(moved, before);
    expect(after).toBe(
      before.replace(EXEC, '/new/place --hidden').replace(`TryExec=${PROGRAM}`, 'TryExec=/new/place')
    );
    expect(isEntryOf(after, moved)).toBe(true);
  });

  it('loses what would keep the program that moved from starting', () => {
    const after = enableEntry(ENTRY, `${FRESH}TryExec=/gone\nExec=/second\n`);
    expect(after).toBe(FRESH);
  });

  it('gets a program where it has none, and survives the line ends of another system', () => {
    expect(parseEntry(enableEntry(ENTRY, '[Desktop Entry]\r\nName=x\r\n'))).toEqual({
      isOn: true,
      exec: EXEC,
      tryExec: PROGRAM
    });
  });
});
