// Times of day: written as all times of the app are, and read in the forms that people type.
import { describe, expect, it } from 'vitest';
import { inLanguage, LANGUAGES } from '../../../../shared/domain/language';
import { minuteOf, quarterFrom, timeOfDayText } from '../../../../renderer/alerts/time-of-day';

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['07:05', 425],
    ['22:00', 1320],
    ['23:59', 1439]
  ])('%s is written with 24 hours, and read again', (text, minute) => {
    for (const language of LANGUAGES) expect(inLanguage(language, () => timeOfDayText(minute))).toBe(text);
    expect(minuteOf(text)).toBe(minute);
  });

  it.each([
    ['7', 420],
    ['22', 1320],
    ['2230', 1350],
    ['730', 450],
    ['22.30', 1350],
    ['22h30', 1350],
    ['22：30', 1350],
    ['10 pm', 1320],
    ['10:30 PM', 1350],
    ['10 p.m.', 1320],
    ['12 am', 0],
    ['12 pm', 720],
    ['下午10:00', 1320],
    ['上午 7:30', 450]
  ])('%s is understood', (text, minute) => {
    expect(minuteOf(text)).toBe(minute);
  });

  it.each(['', '24:00', '12:60', '13 pm', '0 am', '22:5', 'noon', '-1', '22:00:00:00'])(
    'the text "%s" is no time of day',
    text => {
      expect(minuteOf(text)).toBeNull();
    }
  );

  it('moves by quarters of an hour, over midnight too', () => {
    expect(quarterFrom(1320, 1)).toBe(1335);
    expect(quarterFrom(1321, 1)).toBe(1335);
    expect(quarterFrom(1321, -1)).toBe(1320);
    expect(quarterFrom(1320, -1)).toBe(1305);
    expect(quarterFrom(1435, 1)).toBe(0);
    expect(quarterFrom(0, -1)).toBe(1425);
  });
});
