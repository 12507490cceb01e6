import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '../button'
import { CharacterCount } from '../character-count'
import { Checkboxes } from '../checkboxes'
import { DateInput } from '../date-input'
import { ErrorSummary } from '../error-summary'
import { ExitThisPage } from '../exit-this-page'
import { Input } from '../input'
import { Radios } from '../radios'
import { Select } from '../select'
import { Textarea } from '../textarea'

const fruits = ['apple', 'pear', 'plum']
const choices = fruits.map((value) => ({ value, label: value }))

/** Every control joined to react-hook-form, on a page that a test renders on a server and brings to life in a browser. */
export const Playground = () => {
  const { register, handleSubmit } = useForm()
  const [sent, setSent] = useState<string[]>([])
  const [tries, setTries] = useState(0)
  const errorPrefix = 'Error'
  return (
    <form onSubmit={(event) => void handleSubmit((values) => setSent((before) => [...before, JSON.stringify(values)]))(event)}>
      {tries > 0 ? (
        <ErrorSummary key={tries} focusOnMount title="There is a problem" errors={[{ message: 'Say which fruit', href: '#fruit' }]} />
      ) : null}
      <ExitThisPage
        href="/weather"
        leavingText="Leaving"
        pressTwoMoreTimesText="Press 2 more times"
        pressOneMoreTimeText="Press 1 more time"
        timedOutText="Timed out"
      >
        Exit this page
      </ExitThisPage>
      <Input {...register('line')} label="Line" errorPrefix={errorPrefix} defaultValue="first" />
      <Textarea {...register('lines')} label="Lines" errorPrefix={errorPrefix} />
      <Select {...register('one')} label="One" errorPrefix={errorPrefix} options={fruits.map((value) => ({ value, text: value }))} defaultValue="pear" />
      <DateInput
        id="born"
        errorPrefix={errorPrefix}
        fieldset={{ legend: 'Born' }}
        parts={[
          { ...register('born-day'), label: 'Day' },
          { ...register('born-month'), label: 'Month' },
        ]}
      />
      <Radios {...register('fruit')} errorPrefix={errorPrefix} fieldset={{ legend: 'Fruit' }} items={[...choices, { value: 'other', label: 'other', conditional: <p>Which other?</p> }]} />
      <Checkboxes
        {...register('fruits')}
        errorPrefix={errorPrefix}
        fieldset={{ legend: 'Fruits' }}
        items={[...choices, { divider: 'or' }, { value: 'none', label: 'none', exclusive: true }]}
        defaultValues={['pear']}
      />
      <CharacterCount
        {...register('story')}
        label="Story"
        errorPrefix={errorPrefix}
        limit={20}
        limitText="Up to 20 characters"
        leftText={(left) => (left < 0 ? `${-left} too many` : `${left} left`)}
      />
      <Button preventDoubleClick>Send</Button>
      <Button type="button" variant="secondary" onClick={() => setTries(tries + 1)}>
        Fail
      </Button>
      <ol>
        {sent.map((values, index) => (
          <li key={index}>{values}</li>
        ))}
      </ol>
    </form>
  )
}
