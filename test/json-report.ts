// Vitest's JSON with the errors that happened outside of tests, under `errors`; Vitest itself leaves them out.
import type { SerializedError } from 'vitest';
import type { TestModule } from 'vitest/node';
import { JsonReporter } from 'vitest/reporters';

export default class JsonReport extends JsonReporter {
  private errors: { message: string }[] = [];

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[] = []
  ): Promise<void> {
    this.errors = errors.map(({ name, message, stack }) => ({
      message: stack ?? `${String(name)}: ${message}`
    }));
    return super.onTestRunEnd(modules);
  }

  override writeReport(report: string): Promise<void> {
    const content = JSON.parse(report) as object;
    return super.writeReport(JSON.stringify({ ...content, errors: this.errors }));
  }
}
