// The files of JSON lines as the app uses them, below any folder.
import { setAside } from '../../electron/adapters/storage/json-file';
import { createLineFiles } from '../../electron/adapters/storage/jsonl-file';

export const lineFiles = (folder: string) => createLineFiles(folder, setAside);
