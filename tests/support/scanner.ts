/** For suites that are about scanning: skipped, and loudly so by `global-setup`, where no clamd is installed. */
export const describeWithScanner = process.env.TEST_CLAMD_SOCKET ? describe : describe.skip;
