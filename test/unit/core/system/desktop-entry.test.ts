// The desktop entry in the autostart folder: whether it is on or off for sessions and desktop tools.
import { describe, expect, it } from 'vitest';
import { enableEntry, parseEntry, isEntryOf } from '../../../../electron/core/system/desktop-entry';

const ENTRY = { name: 'Tokentray', words: ['/opt/Token tray/tokentray', '--hidden'] };
const EXEC = '"/opt/Token tray/tokentray" --hidden';
const PROGRAM = '/opt/Token tray/tokentray';
const FRESH = enableEntry(ENTRY, null);

describe('an entry that the app writes', () => {
  it('is on, starts the right command, and needs no terminal', () => {
    expect(parseEntry(FRESH)).toEqual({ isOn: true, exec: EXEC, tryExec: PROGRAM });
    expect(isEntryOf(FRESH, ENTRY)).toBe(true);
    expect(FRESH.split('\n')[0]).toBe('[Desktop Entry]');
    expect(FRESH).toContain('\nType=Application\n');
    expect(FRESH).toContain('\nTerminal=false\n');
  });

  it('has one line per value, for any name', () => {
    const text = enableEntry({ ...ENTRY, name: 'Toke\nExec=evil' }, null);
    expect(parseEntry(text).exec).toBe(EXEC);
    expect(text.match(/^Exec=/gm)).toHaveLength(1);
  });

  it('replaces a file that is not a desktop entry', () => {
    expect(enableEntry(ENTRY, 'nonsense')).toBe(FRESH);
    expect(enableEntry(ENTRY, '')).toBe(FRESH);
  });
});

describe('the program that a session looks for first', () => {
  const tried = (...words: string[]) => /^TryExec=.*$/m.exec(enableEntry({ ...ENTRY, words }, null))?.[0];

  it('is a plain path: no quotes, no arguments, no doubled percent signs, escaped backslashes', () => {
    expect(tried('/home/me/Token tray 100%.AppImage', '--hidden')).toBe(
      'TryExec=/home/me/Token tray 100%.AppImage'
    );
    expect(tried('/a\\b"c')).toBe('TryExec=/a\\\\b"c');
  });

  it('is the program itself if a shell starts it', () => {
    expect(tried('/home/me/a=b/tokentray', '--hidden')).toBe('TryExec=/home/me/a=b/tokentray');
  });

  it('is not named if a desktop would read a part of its path as a variable', () => {
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
  ])('is off with %s, and switching it on removes that line', line => {
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

  it('is read from its own group only', () => {
    expect(parseEntry(`${FRESH}[Desktop Action x]\nHidden=true\nExec=other\n`)).toEqual({
      isOn: true,
      exec: EXEC,
      tryExec: PROGRAM
    });
  });

  it('is off without a program', () => {
    expect(parseEntry('[Desktop Entry]\nType=Application\n')).toMatchObject({ isOn: false, exec: null });
  });

  it('keeps the other lines when the program moved, and the lines after its group', () => {
    const before = `# mine\n${FRESH}X-GNOME-Autostart-Delay=10\nOnlyShowIn=XFCE;\n\n[Desktop Action x]\nExec=other\nHidden=true\n`;
    const moved = { ...ENTRY, words: ['/new/place', '--hidden'] };
    expect(isEntryOf(before, moved)).toBe(false);
    const after = enableEntry(moved, before);
    expect(after).toBe(
      before.replace(EXEC, '/new/place --hidden').replace(`TryExec=${PROGRAM}`, 'TryExec=/new/place')
    );
    expect(isEntryOf(after, moved)).toBe(true);
  });

  it('loses lines that would stop the moved program from starting', () => {
    const after = enableEntry(ENTRY, `${FRESH}TryExec=/gone\nExec=/second\n`);
    expect(after).toBe(FRESH);
  });

  it('gets a program if it has none, also with line ends of another system', () => {
    expect(parseEntry(enableEntry(ENTRY, '[Desktop Entry]\r\nName=x\r\n'))).toEqual({
      isOn: true,
      exec: EXEC,
      tryExec: PROGRAM
    });
  });
});
