import { readFileSync } from 'node:fs'
import type { BlankCouncil, BlankRequest } from '~/engine/blank-request'

// Blank forms to test with.

export const council = JSON.parse(readFileSync(new URL('../../db/demo-council.json', import.meta.url), 'utf8')) as BlankCouncil

export const asking = (form: string, language: string, look: BlankRequest['look']): BlankRequest => ({ form, language, look, council })
