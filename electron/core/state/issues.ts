// Issues of the model: files that cannot be read or written, and internal errors; adds and removes them.
import { internalErrorIdOf } from '../../../shared/domain/failure';
import type { Issue } from '../../../shared/schema/issue';
import type { Model } from './model';
import type { Loaded, FileRefusal } from '../ports/storage';

const SETTINGS_FILE = 'config.json';

/** The issues of a file that was read; `damaged`: the code for a file that was set aside. */
export function issuesOf({ setAsideAs, refused }: Loaded<unknown>, damaged: Issue['code']): Issue[] {
  const aside = setAsideAs === null ? [] : [{ code: damaged, file: setAsideAs }];
  return refused ? [...aside, issueOfRefusal(refused)] : aside;
}

export function issueOfRefusal({ reason: why, file, found, known }: FileRefusal): Issue {
  return why === 'newer' ? { code: 'file-newer', file, found, known } : { code: 'file-unreadable', file };
}

/** Whether the issue says that `written` (or a file of that folder) is not written. */
export function isAboutWriting({ code, file }: Issue, written: string): boolean {
  const isOfFile = file === written || (file?.startsWith(`${written}/`) ?? false);
  return isOfFile && (code === 'cannot-save' || isFileUntouched(code));
}

function isFileUntouched(code: Issue['code']): boolean {
  return code === 'file-newer' || code === 'file-unreadable';
}

/**
 * The settings file exists but could not be read: nothing may be polled or saved with settings that are not the user's.
 */
export function isRefused({ issues }: Pick<Model, 'issues'>): boolean {
  return issues.some(({ code, file }) => file === SETTINGS_FILE && isFileUntouched(code));
}

/** A round ended with an internal error: the issue has the ID from the log, and stays until a round completes. */
export function withInternalError(model: Model, internalError: unknown): Model {
  const issue: Issue = { code: 'bug', file: null, internalErrorId: internalErrorIdOf(internalError) };
  return { ...model, issues: [...withoutInternalError(model).issues, issue] };
}

export function withoutInternalError(model: Model): Model {
  const issues = model.issues.filter(({ code }) => code !== 'bug');
  return issues.length < model.issues.length ? { ...model, issues } : model;
}
