/** The page of the papers of a request, or an address below it. */
export const papersPath = (reference: string, rest = ''): string => `/applications/${reference}/papers${rest}`
