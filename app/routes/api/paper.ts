import type { LoaderFunctionArgs } from '@remix-run/node'
import { openUpload } from '~/applications/open-upload'
import { referenceIn } from '~/applications/reference'
import { fileTypes } from '~/applications/uploads'
import { handOut } from '../hand-out.server'
import { answeringSystem } from './api.server'

/** One paper of a request. That this system opened it is written down, and the family reads it. What the family calls its file stays with the family. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  answeringSystem(context, async (system) => {
    const { reference = '', paper = '' } = params
    const opened = await openUpload(context.services, system, referenceIn(reference), paper)
    const { id, type } = opened.upload
    return handOut(opened, `${id}.${type ? fileTypes[type].endings[0] : 'bin'}`)
  })
