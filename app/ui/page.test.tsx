import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BackLink } from './back-link'
import { NowCard } from './now-card'
import { PageShell } from './page-shell'
import { Path } from './path'
import { PeoplePanel } from './people-panel'
import { PhoneLink } from './phone-link'
import { SavedLine } from './saved-line'
import { treeOf } from './contract/tree.contract'

/** The words of a piece of the page, in the order in which they are read. */
const wordsOf = (element: ReactElement) =>
  treeOf(renderToStaticMarkup(element))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('<'))

const english = { text: 'English', lang: 'en', current: true }
const shellWith = (languages: readonly (typeof english | { text: string; lang: string; href: string })[], logoUrl?: string) => (
  <PageShell
    skipText="Skip"
    council={{ name: 'Anyborough', logoUrl }}
    service={{ name: 'Ask for help', href: '/' }}
    languages={{ label: 'Language', links: languages }}
    help={{ text: 'Phone us', href: '/help' }}
    notice="A demo"
    back={<BackLink href="/before">Back</BackLink>}
    people={
      <PeoplePanel heading="Talk to Sam" freeHelp={{ heading: 'Free help', children: 'IPSEA' }}>
        <PhoneLink number="+44 113 000 0000" />
      </PeoplePanel>
    }
    footer={{ label: 'About', links: [{ text: 'Privacy', href: '/privacy' }] }}
  >
    <h1>When was Zofia born?</h1>
  </PageShell>
)

describe('every page', () => {
  it('reads in the same order: the council, the way to help, the question, the people', () => {
    const languages = [english, { text: 'Cymraeg', lang: 'cy', href: '/cy' }]
    expect(wordsOf(shellWith(languages))).toEqual(
      ['Skip', 'A demo', 'Anyborough', 'Ask for help', 'English', 'Cymraeg', 'Phone us', 'Back', 'When was Zofia born?']
        .concat(['Talk to Sam', '+44 113 000 0000', 'Free help', 'IPSEA', 'Privacy']),
    )
  })

  it('offers no choice of languages where there is one', () => {
    expect(wordsOf(shellWith([english]))).not.toContain('English')
  })

  it('keeps the name of the council in words beside its logo', () => {
    const html = renderToStaticMarkup(shellWith([english], '/logo.svg'))
    expect(html).toMatch(/<img class="wm-header__logo" src="\/logo.svg" alt=""\/>Anyborough/)
  })

  it('can be rung from', () => {
    expect(renderToStaticMarkup(<PhoneLink number="+44 113 000 0000" />)).toContain('href="tel:+441130000000"')
  })

  it('has a quiet line that is there before it speaks', () => {
    expect(renderToStaticMarkup(<SavedLine />)).toBe('<p class="wm-saved" role="status"></p>')
  })
})

describe('the path of an application', () => {
  const stateText = { done: 'Done:', now: 'You are here', late: 'You are here, and it is late', 'to-come': 'To come:' }
  const stage = (state: keyof typeof stateText) => ({ id: `stage-${state}`, state, title: `Title ${state}`, when: `When ${state}` })

  it('says each state in words, and marks where we are', () => {
    const path = <Path stateText={stateText} stages={[stage('done'), stage('now'), stage('to-come')]} />
    expect(wordsOf(path)).toEqual(
      ['Done:', 'Title done', 'When done', 'You are here', 'Title now', 'When now', 'To come:', 'Title to-come', 'When to-come'],
    )
    expect(renderToStaticMarkup(path).match(/aria-current="step"/g)).toHaveLength(1)
  })

  it('says lateness in words, where all can see them', () => {
    const html = renderToStaticMarkup(<Path stateText={stateText} stages={[stage('late')]} />)
    expect(html).toContain('<p class="wm-path__here">You are here, and it is late</p>')
  })

  it('answers five questions in one order, after sorry', () => {
    const part = (word: string) => ({ heading: word, children: <p>{word}!</p> })
    const card = (
      <NowCard
        late="Sorry"
        happening={part('Now')}
        next={part('Next')}
        whatYouCanDo={part('Do')}
        whoToTalkTo={part('Who')}
        ifItGoesWrong={part('If')}
      />
    )
    expect(wordsOf(card)).toEqual(['Sorry', 'Now', 'Now!', 'Next', 'Next!', 'Do', 'Do!', 'Who', 'Who!', 'If', 'If!'])
  })
})
