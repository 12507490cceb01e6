import { randomUUID } from 'node:crypto'
import { questionsOf, type Answers, type Form, type Question } from '~/engine/form'
import { parentRequest } from '~/forms/parent-request'
import { begin, fill, fullAnswers, sendIn, signIn, smallestAnswers } from './http-family'
import { visitorAt, type Visitor } from './http-visitor'

/** Marks that no program makes by chance: one in what a family tells openly, one in what they ask to be kept from others. */
export const OPEN = 'zqopencanary'
export const GUARDED = 'zqguardedcanary'

const questions = new Map(questionsOf(parentRequest).map((each) => [each.id, each]))

function marked(question: Question, answer: unknown): unknown {
  const mark = question.protectedWhen ? GUARDED : OPEN
  switch (question.kind.name) {
    case 'text':
    case 'long-text':
      return `${mark} ${question.id}`
    case 'email':
      return `${mark}@family.example`
    case 'address':
      return { lines: [`1 ${mark} Street`], town: mark, postcode: 'LS1 1AA' }
    case 'repeat':
      return (answer as readonly Answers[]).map(withMarks)
    default:
      return answer
  }
}

/** The same answers, with a mark wherever words can be typed. */
function withMarks(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      const question = questions.get(id)
      return [id, question && answer !== null ? marked(question, answer) : answer]
    }),
  )
}

/** A family that asks to be kept private and says little. */
export const fewMarkedAnswers = withMarks({ ...smallestAnswers, keepDetailsPrivate: 'yes', requesterEmail: '', requesterAddress: {}, keepPrivateFrom: '' })

/** The same family, having answered every question that can be asked. */
export const allMarkedAnswers = withMarks({ ...fullAnswers, keepDetailsPrivate: 'yes', safeToEmail: 'yes' })

/** Somebody with a draft and a request that was sent. */
export interface Family {
  readonly visitor: Visitor
  readonly draft: string
  readonly sent: string
}

/** @param email signs in with it; without one they stay a guest of this browser */
export async function familyAt(url: string, answers: Answers = smallestAnswers, email?: string, form: Form = parentRequest): Promise<Family> {
  const visitor = visitorAt(url)
  if (email !== undefined) await signIn(visitor, email)
  const sent = await begin(visitor, form)
  await fill(visitor, sent, answers, form)
  const { location } = await sendIn(visitor, sent, form)
  if (!location.includes('/sent')) throw new Error(`${sent} could not be sent: ${location}`)
  const draft = await begin(visitor, form)
  await fill(visitor, draft, answers, form)
  return { visitor, draft, sent }
}

/** An address that nobody else in the run has. */
export const newEmail = (): string => `${randomUUID()}@family.example`
