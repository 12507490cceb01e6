import type { InsideFault } from '~/applications/uploads'

/** What was found inside a file that cannot be taken. */
export class Found extends Error {
  constructor(readonly fault: InsideFault) {
    super(fault)
  }
}

/** Runs work that reads something in a known format: whatever it stumbles over means that the file is damaged. */
export async function reading<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Found ? error : new Found('damaged')
  }
}
