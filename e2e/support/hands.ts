import type { ElementHandle, Locator, Page } from 'playwright/test'

/** The ways in which a person works a page: with a mouse or a finger, or with the keyboard alone. */
export interface Hands {
  /** Follows a link or presses a button. */
  press(action: Locator): Promise<void>
  /** Chooses a radio or ticks a box. */
  choose(option: Locator): Promise<void>
  write(box: Locator, text: string): Promise<void>
}

export const mouse: Hands = {
  press: (action) => action.click(),
  choose: (option) => option.check(),
  write: (box, text) => box.fill(text),
}

const mostTabs = 150

/** Tab, Space, Enter and the arrows; nothing else. */
export function keyboard(page: Page): Hands {
  // Looked up once: to find a link by its words at every press of Tab takes longer than the press.
  const found = async (target: Locator) => {
    const element = await target.elementHandle()
    if (!element) throw new Error(`${target.toString()} is not there`)
    return element
  }
  const isFocused = (target: ElementHandle) => target.evaluate((element) => element === document.activeElement)
  const tabTo = async (reached: () => Promise<boolean>, what: Locator) => {
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await reached()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not reach ${what.toString()}`)
  }
  const focus = async (target: Locator) => {
    const element = await found(target)
    await tabTo(() => isFocused(element), target)
  }
  return {
    async press(action) {
      await focus(action)
      await page.keyboard.press('Enter')
    },
    async choose(option) {
      const element = await found(option)
      // Tab stops once at a group of radios; the arrows go on from there.
      const isInGroup = () =>
        element.evaluate((element) => {
          const [wanted, active] = [element as HTMLInputElement, document.activeElement]
          return active === wanted || (wanted.type === 'radio' && active instanceof HTMLInputElement && active.name === wanted.name)
        })
      await tabTo(isInGroup, option)
      for (let arrows = 0; arrows < mostTabs && !(await isFocused(element)); arrows += 1) await page.keyboard.press('ArrowDown')
      if (!(await option.isChecked())) await page.keyboard.press('Space')
    },
    async write(box, text) {
      await focus(box)
      await page.keyboard.type(text)
    },
  }
}
