// The files of lines as the app has them, below any folder.
import { setAside } from '../../electron/adapters/json-file';
import { createLineFiles } from '../../electron/adapters/line-files';

export const lineFiles = (below: string) => createLineFiles(below, setAside);
