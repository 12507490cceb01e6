import type { Params } from '@remix-run/react'
import type { EvidenceFile } from '~/applications/schools/evidence'
import { schoolsPath } from './invite-view.server'

/** What a school sent for a request, or one of its files. */
export const evidencePath = (reference: string, { invitation, file }: { readonly invitation: string; readonly file?: string }): string =>
  [schoolsPath(reference), invitation, ...(file === undefined ? [] : [file])].join('/')

/** The file that an address names. */
export const evidenceFileIn = (params: Params): EvidenceFile => ({ invitation: params['invitation'] ?? '', file: params['file'] ?? '' })
