export const inputsHash: () => string
export const build: () => Promise<boolean>
