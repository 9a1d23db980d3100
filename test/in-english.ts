// Set up before all tests: each begins in English, whatever language the one before ended in.
import { beforeEach } from 'vitest';
import { setLanguage } from '../shared/domain/language';

beforeEach(() => setLanguage('en'));
