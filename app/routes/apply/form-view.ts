import type { PageView } from './page-view.server'

/** What a screen of questions needs, and what some have besides. Without a `savedLine`, what is typed is only kept when it is sent. */
export type FormView = Pick<PageView, 'title' | 'heading' | 'intro' | 'why' | 'questions' | 'typed' | 'problems' | 'notes' | 'unsaved' | 'hidden' | 'session' | 'needs' | 'known'> &
  Partial<Pick<PageView, 'caption' | 'symbol' | 'isCalm' | 'aloud' | 'otherWays' | 'savedLine' | 'warnings' | 'helpNow' | 'offers' | 'lookAgain' | 'clash' | 'repeat' | 'sendNow' | 'exit' | 'tasks'>> & {
    readonly words: Pick<PageView['words'], 'continue' | 'errorTitle' | 'important' | 'notSaved' | 'tooMuch'> & Partial<PageView['words']>
  }
