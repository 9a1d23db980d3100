// Set up before tests with invented cases: always the same ones, so that what fails was broken by a change. New ones are
// sought with TOKENTRAY_SEED=N, a number of one's own.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['TOKENTRAY_SEED'] ?? 20261129) });
