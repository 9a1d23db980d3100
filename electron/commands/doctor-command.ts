// Runs `tokentray doctor` where no app runs, to its end.
import { app } from 'electron';
import { systemNetwork } from '../adapters/system/network';
import { printReport } from './read';
import { diagnoseAlone } from './doctor';
import { doctorReport } from './doctor-report';

/** `folder`: of the profile. */
export async function runDoctor(folder: string, format: string): Promise<void> {
  const found = await diagnoseAlone({
    ...systemNetwork,
    folder,
    version: app.getVersion(),
    env: process.env,
    now: () => Date.now()
  });
  const { text, status } = doctorReport(found, format);
  app.exit(printReport(text, status));
}
