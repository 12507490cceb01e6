import { expect, it } from 'vitest'
import { forms } from '~/forms'
import { symbolNames } from '~/ui/symbol'

it('every symbol that a form has beside its questions is drawn, and every drawing is used', () => {
  expect([...new Set(forms.flatMap(({ calm }) => Object.values(calm?.symbols ?? {})))].sort()).toEqual([...symbolNames].sort())
})
