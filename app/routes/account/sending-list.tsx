import { Button } from '~/ui/button'
import type { PapersView } from './papers-view.server'
import type { SendingFile } from './use-sending'

interface SendingListProps {
  readonly files: readonly SendingFile[]
  readonly words: PapersView['sending']
  readonly onStop: (id: number) => void
  readonly onRetry: (id: number) => void
}

/** What is on its way from this page: how far each is, and a way to stop it or to try again. */
export const SendingList = ({ files, words, onStop, onRetry }: SendingListProps) => (
  <>
    <p role="status" className="govuk-body">
      {files.some(({ state }) => state === 'failed') ? words.failed : files.length > 0 ? words.going : ''}
    </p>
    {files.length > 0 ? (
      <ul className="govuk-list wm-sending">
        {files.map(({ id, name, done, state, fault }) => (
          <li key={id}>
            <span id={`sending-${id}`}>{name}</span>
            {state === 'failed' && fault ? (
              <>
                <span className="govuk-error-message">{words.faults[fault]}</span>
                <Button type="button" variant="secondary" onClick={() => onRetry(id)}>
                  {words.retry}
                  <span className="govuk-visually-hidden">: {name}</span>
                </Button>
              </>
            ) : (
              <progress aria-labelledby={`sending-${id}`} max={1} value={done} />
            )}
            <Button type="button" variant="secondary" onClick={() => onStop(id)}>
              {words.cancel}
              <span className="govuk-visually-hidden">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    ) : null}
  </>
)
