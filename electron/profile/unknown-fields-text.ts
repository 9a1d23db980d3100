// Texts about fields that are not known, in both languages.
import { localized } from '../../shared/domain/language';

export const UNKNOWN_FIELD_TEXT = localized({
  en: {
    unknown: 'This field is not known here.',
    meant: (field: string): string => `This field is not known here. Did you mean "${field}"?`,
    known: (fields: readonly string[]): string => `This field is not known here. Known: ${fields.join(', ')}.`
  },
  zh: {
    unknown: '无法识别该字段。',
    meant: field => `无法识别该字段。是否应为“${field}”？`,
    known: fields => `无法识别该字段。可用字段：${fields.join('、')}。`
  }
});
