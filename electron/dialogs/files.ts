// Files that the person chooses: where an export or a report is saved, and the CA file.
import type { Dialogs } from '../ipc/call-types';
import { APP_TEXT, CA_FILE_TEXT } from './app-text';
import { askSavePath, chooseFile } from './system-dialogs';

export const chooseSavePath: Dialogs['chooseSavePath'] = (name, format) =>
  askSavePath(name, format && [{ name: format === 'csv' ? APP_TEXT.csv : 'JSON', extensions: [format] }]);

export const chooseCaFilePath: Dialogs['chooseCaFilePath'] = () =>
  chooseFile(CA_FILE_TEXT.title, [
    { name: CA_FILE_TEXT.certificates, extensions: ['pem', 'crt', 'cer', 'der'] },
    { name: CA_FILE_TEXT.all, extensions: ['*'] }
  ]);
