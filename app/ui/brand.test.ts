import { describe, expect, it } from 'vitest'
import { brandCss, brandFaults, defaultColours } from './brand'
import { contrastOf, nearestReadable } from './contrast'

describe('contrast', () => {
  it('is measured as WCAG measures it', () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21)
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrastOf('#ffffff', '#767676')).toBe(contrastOf('#767676', '#ffffff'))
    expect(contrastOf('#123456', '#123456')).toBe(1)
  })

  it('offers the nearest shade that can be read, lighter or darker', () => {
    expect(nearestReadable('#777777', '#ffffff', 4.5)).toBe('#767676')
    expect(nearestReadable('#3a3a3a', '#000000', 4.5)).toMatch(/^#7/)
    expect(nearestReadable('#808080', '#777777', 7)).toBeUndefined()
  })
})

describe('a council chooses its colours', () => {
  it('may wear the colours that come with Waymark', () => {
    expect(brandFaults({ colours: defaultColours })).toEqual([])
  })

  it('is told which pair cannot be read, how far off it is, and what would do', () => {
    const faults = brandFaults({ colours: { ...defaultColours, link: '#4fa3d1' } })
    expect(faults.map((fault) => fault.code)).toEqual(['low-contrast', 'low-contrast', 'low-contrast'])
    const [onPage] = faults
    if (onPage?.code !== 'low-contrast') throw new Error('expected low contrast')
    expect(onPage).toMatchObject({ pair: ['link', 'page'], ratio: 2.8, needed: 4.5 })
    expect(contrastOf(onPage.suggestion ?? '#ffffff', '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })

  it('is told about shapes that cannot be made out', () => {
    const faults = brandFaults({ colours: { ...defaultColours, button: '#ffd54f', buttonHover: '#ffc107', onButton: '#0b0c0c' } })
    expect(faults).toMatchObject([{ code: 'low-contrast', pair: ['button', 'page'], needed: 3 }])
  })

  it('finds no fault in what it suggests itself', () => {
    const [fault] = brandFaults({ colours: { ...defaultColours, brand: '#7fb5b0' } }).filter(({ code }) => code === 'low-contrast')
    if (fault?.code !== 'low-contrast' || !fault.suggestion) throw new Error('expected a suggestion')
    expect(contrastOf(fault.suggestion, '#7fb5b0')).toBeGreaterThanOrEqual(fault.needed)
  })

  it('is told about what is not a colour, so that nothing else can reach the style sheet', () => {
    const value = 'red;}body{display:none'
    expect(brandFaults({ colours: { ...defaultColours, tint: value } })).toEqual([{ code: 'not-a-colour', colour: 'tint', value }])
  })

  it('gets a style sheet of nothing but those colours', () => {
    const css = brandCss({ colours: defaultColours })
    expect(css).toMatch(/^:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}\n$/)
    expect(css).toContain('--govuk-brand-colour:#0b4f4a')
  })
})
