// Words of the dialog that chooses the CA file.
import { spoken } from '../../shared/domain/language';

export const CA_FILE = spoken(
  { title: 'CA file of your company', certificates: 'Certificates', all: 'All files' },
  { title: '公司的 CA 文件', certificates: '证书', all: '所有文件' }
);
