import type { Scanner } from '~/applications/ports'

/** For a demo without a scanner: looks at nothing, and says so. */
export const noScanner = (): Scanner => ({
  async scan(bytes) {
    for await (const chunk of bytes) void chunk
    return 'none'
  },
})
