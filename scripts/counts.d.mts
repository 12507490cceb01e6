export type Counts = { passed: number; failed: number; skipped: string[] }
export const oneCheck: (isGood: boolean) => Counts
export const vitestCounts: (report: unknown, isGood: boolean) => Counts
export const playwrightCounts: (report: unknown, isGood: boolean) => Counts
export const totalLine: (results: readonly Counts[]) => string
export const isGoodRun: (results: readonly Counts[], environment: Readonly<Record<string, string | undefined>>) => boolean
