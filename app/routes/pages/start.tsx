import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { CheckQuestion } from './check-question'
import { CheckResult } from './check-result'
import { backOf, questionView, resultView } from './check-view.server'
import { checkedOf } from './checked'

export const meta = pageTitle

/**
 * Check before you start: one question a page, in the query only. Nothing is stored, any may be skipped, and every way through ends with
 * help and with the form: no answer here may stop a request (Children and Families Act 2014 s.36).
 */
export function loader({ context, request }: LoaderFunctionArgs) {
  const checked = checkedOf(new URL(request.url).searchParams)
  const back = backOf(context, checked)
  if (checked.at === 'result') {
    const result = resultView(context, checked)
    return shown({ title: titleOf(context, result.heading), question: null, result, back })
  }
  const question = questionView(context, checked, checked.at)
  return shown({ title: titleOf(context, question.label), question, result: null, back })
}

export default function StartPage() {
  const { question, result } = useLoaderData<typeof loader>()
  return question ? <CheckQuestion view={question} /> : result ? <CheckResult view={result} /> : null
}
