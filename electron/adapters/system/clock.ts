// Provides the time, random numbers, new IDs and the local time of day of this computer.
import { randomUUID } from 'node:crypto';
import { minuteOfDay } from '../../../shared/alerts/quiet-hours';
import type { Clock } from '../../core/ports/ports';

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  newId: () => randomUUID(),
  minuteOfDay
};
