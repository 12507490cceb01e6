/** Fixtures that we differ from on purpose: component, fixture, reason. A skip that is no longer needed fails the test. */
export const skips: Record<string, Record<string, string>> = {}
