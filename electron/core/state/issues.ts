// Troubles of the model: files that are left alone, and faults of our own. Each goes when what it tells of is over.
import { bugIdOf } from '../../../shared/domain/failure';
import type { Trouble } from '../../../shared/schema/issue';
import type { Model } from './model';
import type { Loaded, Refusal } from '../ports/storage';

const SETTINGS_FILE = 'config.json';

/** What became of a file that was read: `damaged` when it was set aside. */
export function troublesOf({ setAsideAs, refused }: Loaded<unknown>, damaged: Trouble['code']): Trouble[] {
  const aside = setAsideAs === null ? [] : [{ code: damaged, file: setAsideAs }];
  return refused ? [...aside, troubleOfRefusal(refused)] : aside;
}

export function troubleOfRefusal({ why, file, found, known }: Refusal): Trouble {
  return why === 'newer' ? { code: 'file-newer', file, found, known } : { code: 'file-unreadable', file };
}

/** Whether it tells that `file` (or a file of that folder) is not written. */
export function isAboutWriting({ code, file }: Trouble, written: string): boolean {
  const isOfFile = file === written || (file?.startsWith(`${written}/`) ?? false);
  return isOfFile && (code === 'cannot-save' || isLeftAlone(code));
}

function isLeftAlone(code: Trouble['code']): boolean {
  return code === 'file-newer' || code === 'file-unreadable';
}

/** The settings are there and not known: nothing may be asked, and nothing may be saved, on what is not the person's. */
export function isRefused({ troubles }: Pick<Model, 'troubles'>): boolean {
  return troubles.some(({ code, file }) => file === SETTINGS_FILE && isLeftAlone(code));
}

/** A round broke off within us: told with the ID that the log has, until a round comes to its end. */
export function withBug(model: Model, bug: unknown): Model {
  const trouble: Trouble = { code: 'bug', file: null, bugId: bugIdOf(bug) };
  return { ...model, troubles: [...withoutBug(model).troubles, trouble] };
}

export function withoutBug(model: Model): Model {
  const troubles = model.troubles.filter(({ code }) => code !== 'bug');
  return troubles.length < model.troubles.length ? { ...model, troubles } : model;
}
