import type { CopyRequest } from './copy-request'

/**
 * A paper to be printed: plain data, since it crosses to a worker. Each kind of paper is a line here and a case in app/paper/print.ts.
 */
export type PrintJob = { readonly kind: 'copy' } & CopyRequest
