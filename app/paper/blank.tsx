import type { BlankRequest } from '~/engine/blank-request'
import type { Form } from '~/engine/form'
import type { LanguageWords } from '~/i18n/words'
import { extraBlocks, whyBlocks } from './blank/back'
import { blankOf } from './blank/blank-of'
import { codeOf } from './blank/edition'
import { frontBlocks } from './blank/front'
import { sectionBlocks } from './blank/sections'
import type { Covers } from './kit/fonts'
import { lookOf, LookProvider } from './kit/form/look'
import { pagesOf } from './kit/form/pages'
import { Furniture } from './kit/form/parts'
import type { Paper } from './kit/write-pdf'
import { CODE_FIELD } from './blank/paper-name'

/** A form to be filled in without the portal: by hand, or in a program that fills in PDFs. */
export async function blankDocument(form: Form, request: BlankRequest, words: LanguageWords, covers: Covers): Promise<Paper> {
  const blank = blankOf(form, request, words, covers)
  const { say, council, said, isFillable } = blank
  const look = lookOf(request.look === 'large' ? 'large' : 'ordinary', isFillable)
  const code = codeOf(form, words.language)
  return {
    title: say('title', { title: said.title() }),
    author: council.name,
    language: words.language,
    direction: words.direction,
    sheet: look.styles.page,
    ...(isFillable && { fillable: { name: CODE_FIELD, value: code } }),
    pages: await pagesOf([...frontBlocks(blank), ...sectionBlocks(blank), ...extraBlocks(blank), ...whyBlocks(blank)], look, words),
    furniture: (page, pages) => (
      <LookProvider value={look}>
        <Furniture top={council.name} page={say('page', { page, pages })} edition={code} />
      </LookProvider>
    ),
  }
}
