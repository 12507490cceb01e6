export const inputsHash: () => string
export const build: () => Promise<boolean>
export const zipAssets: (folder: string) => void
export const setup: () => Promise<void>
export const served: readonly string[]
