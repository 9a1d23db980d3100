// Classifies errors of file operations: a busy system or disk, a forbidden file, or a file that cannot be read.
import { NOT_A_FILE } from './regular-file';

/** The system or the disk is short of something for a moment: the file itself may be intact. */
const TRANSIENT_CODES = ['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ENOMEM', 'ENOSPC', 'EIO'];
/** The file belongs to another program or person. */
const FORBIDDEN_CODES = ['EACCES', 'EPERM'];
const UNREADABLE_CODES = [...FORBIDDEN_CODES, 'EISDIR', 'ELOOP', 'ERR_FS_FILE_TOO_LARGE'];

const hasCode = (thrown: unknown, codes: readonly string[]): boolean =>
  codes.includes((thrown as NodeJS.ErrnoException).code ?? '');

/** Whether the file may be intact, so that it has to stay where it is. */
export const isTransient = (thrown: unknown): boolean => hasCode(thrown, TRANSIENT_CODES);

/** Whether the disk is full, or the person's part of it. */
export const isDiskFull = (thrown: unknown): boolean => hasCode(thrown, ['ENOSPC', 'EDQUOT']);

/** Whether a pipe, a device or a socket is in the place of the file: somebody put it there, so it stays. */
export const isNoFile = (thrown: unknown): boolean => hasCode(thrown, [NOT_A_FILE]);

export const isForbidden = (thrown: unknown): boolean => hasCode(thrown, FORBIDDEN_CODES);

/** Whether the file itself is the reason: it will not be readable later either. */
export const isUnreadable = (thrown: unknown): boolean => hasCode(thrown, UNREADABLE_CODES);
