import type { BlankRequest } from './blank-request'
import type { CopyRequest } from './copy-request'
import type { TimelineRequest } from './timeline-request'

/**
 * A paper to be printed: plain data, since it crosses to a worker. Each kind of paper is a line here and a case in app/paper/print.ts.
 */
export type PrintJob = ({ readonly kind: 'copy' } & CopyRequest) | ({ readonly kind: 'timeline' } & TimelineRequest) | ({ readonly kind: 'blank' } & BlankRequest)

/** What a worker answers: the bytes of a PDF or, for a job that cannot be printed, where the code failed. A worker that dies answers nothing. */
export type Printed = { readonly pdf: Uint8Array } | { readonly fault: string }
